/* Elements that scripts add to a page; text goes in as text, never as HTML. */
"use strict";

/** @template {keyof HTMLElementTagNameMap} T
    @param {T} tag @param {string} [text] @param {string} [className] @returns {HTMLElementTagNameMap[T]} */
window.hbMake = (tag, text = "", className = "") => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};
