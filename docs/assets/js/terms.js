/* Terms: a note beside each term says what it means, a list at the end of the page sums them up.
   By mouse, keyboard and touch; Escape closes it; the pointer may move onto it (WCAG 1.4.13).
   Without this script a term is a link to the glossary with its expansion as a tooltip. */
"use strict";

/** What the glossary's script calls. @param {Record<string, string>} meanings */
let handbookTerms = (meanings) => {};

(() => {
  const article = document.querySelector("article");
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const terms = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll("article a.hb-term")));
  if (!article || !own || !terms.length) return;

  const OPEN_AFTER = 150; // ms: passing over a term opens nothing
  const CLOSE_AFTER = 300; // ms: time to move from the term to its note
  const EDGE = 8; // px between the note and the edge of the window

  const make = window.hbMake;
  const note = make("div", "", "hb-term-note");
  note.id = "hb-term-note";
  note.hidden = true;
  article.append(note);

  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let timer = 0;

  /** The meanings of all terms: asked for once, when a reader first asks for one.
      @type {Promise<Record<string, string>> | null} */
  let meanings = null;
  const loadMeanings = () => {
    meanings ??= new Promise((done) => {
      handbookTerms = done;
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = new URL("thuat-ngu.js", own.src).href;
      document.head.append(script);
    });
    return meanings;
  };

  /** @param {HTMLAnchorElement} term @param {boolean} withLink */
  const open = (term, withLink) => {
    window.clearTimeout(timer);
    if (shown === term) return;
    close();
    const meaning = make("span");
    note.replaceChildren(make("strong", term.dataset.expansion || ""), ". ", meaning);
    if (withLink) { // else the term itself is the link
      const more = make("a", "Xem trong bảng thuật ngữ", "hb-terms-more");
      more.href = term.href;
      note.append(more);
    }
    loadMeanings().then((all) => {
      meaning.textContent = all[term.hash.slice(1)] || "";
      if (shown === term) place(term);
    });
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

  const listTerms = () => {
    const list = make("details", "", "hb-terms");
    const entries = make("dl");
    const collator = new Intl.Collator("vi");
    const sorted = [...terms].sort((a, b) => collator.compare(String(a.textContent), String(b.textContent)));
    for (const term of sorted) {
      const entry = make("div");
      entry.append(make("dt", String(term.textContent)), make("dd", term.title));
      entries.append(entry);
    }
    list.append(make("summary", `Chữ viết tắt, thuật ngữ trong trang này (${terms.length})`), entries);
    const foot = article.querySelector(".hb-print-foot");
    article.insertBefore(list, foot);
  };

  listTerms();
  terms.forEach((term) => {
    let touched = false;
    term.dataset.expansion = term.title;
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
