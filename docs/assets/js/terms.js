/* Terms: the note beside a term shows what the list at the end of the page says of it.
   By mouse, keyboard and touch; Escape closes it; the pointer may move onto it (WCAG 1.4.13).
   Without this script a term is a link to the glossary with its expansion as a tooltip. */
"use strict";

(() => {
  const article = document.querySelector("article");
  const list = document.querySelector(".hb-terms");
  if (!article || !list) return;

  const OPEN_AFTER = 150; // ms: passing over a term opens nothing
  const CLOSE_AFTER = 300; // ms: time to move from the term to its note
  const EDGE = 8; // px between the note and the edge of the window

  const note = document.createElement("div");
  note.className = "hb-term-note";
  note.id = "hb-term-note";
  note.hidden = true;
  article.append(note);

  /** @type {HTMLElement | null} */
  let shown = null;
  let timer = 0;

  /** @param {HTMLElement} term @param {boolean} withLink */
  const open = (term, withLink) => {
    window.clearTimeout(timer);
    const meaning = list.querySelector(`[data-term="${term.dataset.term}"] dd`);
    if (!meaning || shown === term) return;
    close();
    note.replaceChildren(...Array.from(meaning.childNodes, (one) => one.cloneNode(true)));
    if (!withLink) note.querySelector(".hb-terms-more")?.remove(); // the term itself is the link
    note.hidden = false;
    place(term);
    term.setAttribute("aria-describedby", note.id);
    shown = term;
  };

  const close = () => {
    window.clearTimeout(timer);
    note.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };

  /** Below the term, above it where there is no room; never beyond the window. @param {Element} term */
  const place = (term) => {
    const parent = /** @type {Element} */ (note.offsetParent || document.documentElement);
    const origin = parent.getBoundingClientRect();
    const box = term.getBoundingClientRect();
    const room = document.documentElement.clientWidth - note.offsetWidth - EDGE;
    const left = Math.max(EDGE, Math.min(box.left, room));
    const below = box.bottom + note.offsetHeight + EDGE < window.innerHeight;
    const top = below ? box.bottom + 2 : box.top - note.offsetHeight - 2;
    note.style.left = `${left - origin.left}px`;
    note.style.top = `${top - origin.top}px`;
  };

  /** @param {() => void} act @param {number} delay */
  const later = (act, delay) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, delay);
  };

  article.querySelectorAll("a.hb-term").forEach((one) => {
    const term = /** @type {HTMLElement} */ (one);
    let touched = false;
    term.removeAttribute("title"); // else the browser's own tooltip would cover the note
    term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => open(term, false), OPEN_AFTER);
    });
    term.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later(close, CLOSE_AFTER);
    });
    term.addEventListener("pointerdown", (event) => {
      touched = event.pointerType !== "mouse";
    });
    term.addEventListener("click", (event) => {
      if (!touched) return;
      touched = false;
      event.preventDefault(); // the first touch explains; the note has the link
      open(term, true);
    });
    term.addEventListener("focus", () => {
      if (term.matches(":focus-visible") && !touched) open(term, false);
    });
    term.addEventListener("blur", () => later(close, CLOSE_AFTER));
  });

  note.addEventListener("pointerenter", () => window.clearTimeout(timer));
  note.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later(close, CLOSE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) close();
  });
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (shown && !note.contains(target) && !shown.contains(target)) close();
  });
})();
