/* The frame: what a link leads to is opened, the contents follow the reader,
   Escape closes the drawer.  Without it the frame is whole: links, a drawer, folded parts. */
"use strict";

(() => {
  /** Open the folded parts that an element stands in. @param {Element | null} element */
  const openAround = (element) => {
    for (let at = element?.closest("details"); at; at = at.parentElement && at.parentElement.closest("details")) at.open = true;
  };

  /** What an address leads to; anyone may write a broken one. @param {string} hash */
  const targetOf = (hash) => {
    try {
      return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    } catch {
      return null;
    }
  };

  const openTarget = () => {
    const target = targetOf(location.hash);
    if (!target) return;
    openAround(target);
    target.scrollIntoView();
  };

  const drawer = document.getElementById("__drawer");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer instanceof HTMLInputElement) drawer.checked = false;
  });

  /** On a record's page: mark the part of the site it belongs to, in the drawer and the tabs; a dossier is a plan's. */
  const markPart = () => {
    if (document.querySelector(".hb-nav [aria-current]")) return;
    document.querySelectorAll("a[data-holds]").forEach((link) => {
      const names = (link.getAttribute("data-holds") || "").split("/");
      const root = new URL(link.getAttribute("href") || "", document.baseURI).href.split("/").slice(0, -2).join("/");
      const here = location.href.startsWith(`${root}/`) ? location.href.slice(root.length + 1).split("/")[0] : "";
      if (here && names.includes(here === "ho-so" ? "ke-hoach" : here)) link.setAttribute("aria-current", "true");
    });
  };

  const followReader = () => {
    const links = new Map();
    document.querySelectorAll(".hb-toc a").forEach((link) => {
      const heading = targetOf(/** @type {HTMLAnchorElement} */ (link).hash);
      if (heading) links.set(heading, link);
    });
    if (!links.size || !("IntersectionObserver" in window)) return;
    const headings = [...links.keys()];
    const mark = () => {
      const passed = headings.filter((one) => one.getBoundingClientRect().top < 120).pop();
      links.forEach((link, heading) => {
        if (heading === passed) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "-110px 0px 0px 0px" });
    headings.forEach((one) => observer.observe(one));
  };

  // What is too wide is scrolled by keyboard too.
  document.querySelectorAll("pre > code, table:not([class])").forEach((one) => {
    if (one instanceof HTMLElement && one.scrollWidth > one.clientWidth) one.tabIndex = 0;
  });

  window.addEventListener("hashchange", openTarget);
  if (location.hash) openTarget();
  markPart();
  followReader();
})();
