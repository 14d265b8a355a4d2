/* Light or dark: before anything is painted, the scheme the reader chose, else the system's. */
"use strict";

(() => {
  const KEY = "hb-scheme";
  const root = document.documentElement;

  const readChoice = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  /** @param {boolean} isDark */
  const apply = (isDark) => root.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");

  const chosen = readChoice();
  apply(chosen ? chosen === "slate" : window.matchMedia("(prefers-color-scheme: dark)").matches);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".hb-icon-scheme");
    if (!(button instanceof HTMLElement)) return;
    const isDark = () => root.getAttribute("data-md-color-scheme") === "slate";
    const tell = () => {
      button.setAttribute("aria-pressed", String(isDark()));
      button.title = isDark() ? "Chuyển sang nền sáng" : "Chuyển sang nền tối";
    };
    button.addEventListener("click", () => {
      apply(!isDark());
      try {
        localStorage.setItem(KEY, isDark() ? "slate" : "default");
      } catch {
        // the choice holds for this page
      }
      tell();
    });
    tell();
    button.hidden = false;
  });
})();
