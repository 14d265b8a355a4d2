/* Search in a long page: without tones, next and previous, and an address that leads to the hit. */
"use strict";

(() => {
  const LONG = 4000;
  const LEAST = 2;
  const MOST = 500;
  const PARAMETER = "tim";
  const make = window.hbMake;
  const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, summary, figcaption, div, section";
  const article = document.querySelector("article.md-content__inner");
  const heading = article?.querySelector("h1");
  if (!article || !heading || !article.querySelector("[data-at]")) return;
  if (String(article.textContent).length < LONG) return;

  /** @typedef {{node: Text, start: number, end: number}} Piece of the page's text, and where it stands in the whole */

  /** Fold one character to one: without marks, in lower case. @param {string} character */
  const foldOne = (character) => {
    const base = character.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return base.length !== 1 ? character.toLowerCase()[0] || " " : base === "đ" ? "d" : /\s/.test(base) ? " " : base;
  };

  /** Fold a text; its length stays. @param {string} text */
  const fold = (text) => Array.from({ length: text.length }, (_, at) => foldOne(text[at])).join("");

  /** Collect the text, block after block; words of two blocks never run together. */
  const collect = () => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("script, style, [hidden], .hb-within, .hb-print-foot") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    /** @type {Piece[]} */
    const pieces = [];
    let whole = "";
    let block = null;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const own = node.parentElement && node.parentElement.closest(BLOCKS);
      if (own !== block) whole += "\n";
      block = own;
      pieces.push({ node, start: whole.length, end: whole.length + node.length });
      whole += fold(node.data);
    }
    return { pieces, whole };
  };

  /** Find where the words stand, in order. @param {string} whole @param {string} words @returns {[number, number][]} */
  const find = (whole, words) => {
    const pattern = fold(words.normalize("NFC").trim()).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ +/g, " +");
    /** @type {[number, number][]} */
    const found = [];
    for (const match of whole.matchAll(new RegExp(pattern, "g"))) {
      found.push([Number(match.index), Number(match.index) + match[0].length]);
      if (found.length === MOST) break;
    }
    return found;
  };

  /** Mark hits; those in later pieces first, so that places of earlier ones stay right. @param {Piece[]} pieces @param {[number, number][]} found */
  const mark = (pieces, found) => {
    /** @type {HTMLElement[][]} */
    const hits = found.map(() => []);
    for (const { node, start, end } of [...pieces].reverse()) {
      for (let at = found.length - 1; at >= 0; at -= 1) {
        const from = Math.max(found[at][0], start) - start;
        const to = Math.min(found[at][1], end) - start;
        if (from >= to) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        const element = make("mark", "", "hb-within-hit");
        range.surroundContents(element);
        hits[at].unshift(element);
      }
    }
    return hits;
  };

  const unmark = () => {
    for (const element of article.querySelectorAll("mark.hb-within-hit")) {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent?.normalize();
    }
  };

  /** Give the id of the item a hit stands in, else of the last one before it. @param {Element} element */
  const anchorOf = (element) => {
    const own = element.closest("[id]");
    if (own && own !== article && article.contains(own)) return own.id;
    const before = Array.from(article.querySelectorAll("[id]")).filter(
      (one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return before.length ? before[before.length - 1].id : "";
  };

  // The bar

  /** @param {string} css @param {string} name @param {string} sign */
  const makeButton = (css, name, sign) => {
    const button = make("button", sign, css);
    button.type = "button";
    button.setAttribute("aria-label", name);
    button.title = name;
    return button;
  };

  const bar = make("div", "", "hb-within");
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Tìm trong trang này");
  const words = make("input");
  words.type = "text";
  words.autocomplete = "off";
  words.spellcheck = false;
  words.placeholder = "Tìm trong trang này";
  words.setAttribute("aria-label", "Tìm trong trang này, không cần dấu");
  const count = make("span", "", "hb-within__count");
  count.setAttribute("role", "status");
  const [previous, next, stop] = [
    makeButton("hb-within__step", "Chỗ trước", "↑"), makeButton("hb-within__step", "Chỗ sau", "↓"),
    makeButton("hb-within__step", "Thôi tìm trong trang", "×"),
  ];
  bar.append(words, count, previous, next, stop);
  (heading.nextElementSibling?.matches(".hb-lead") ? heading.nextElementSibling : heading).after(bar);

  /** @type {HTMLElement[][]} */
  let hits = [];
  let current = -1;

  /** Keep the address of the hit in step. @param {string} anchor */
  const writeAddress = (anchor) => {
    const address = new URL(location.href);
    if (hits.length) address.searchParams.set(PARAMETER, words.value.trim());
    else address.searchParams.delete(PARAMETER);
    address.hash = anchor;
    try {
      history.replaceState(history.state, "", address.href);
    } catch {
      /* some browsers refuse it to pages opened from a disk */
    }
  };

  const showCount = () => {
    const isSearching = words.value.trim().length >= LEAST;
    const total = hits.length === MOST ? `${MOST}+` : hits.length;
    count.textContent = !isSearching ? "" : hits.length ? `${current + 1}/${total}` : "không thấy";
    for (const button of [previous, next]) button.disabled = !hits.length;
    stop.hidden = !words.value;
    bar.classList.toggle("hb-within--active", Boolean(words.value));
  };

  /** Go to a hit; past the last comes the first. @param {number} place */
  const go = (place) => {
    if (!hits.length) return;
    for (const element of hits[current] || []) element.classList.remove("hb-within-hit--current");
    current = (place + hits.length) % hits.length;
    for (const element of hits[current]) element.classList.add("hb-within-hit--current");
    const [first] = hits[current];
    for (let at = first.closest("details"); at; at = at.parentElement && at.parentElement.closest("details")) at.open = true;
    first.scrollIntoView({ block: "center" });
    writeAddress(anchorOf(first));
    showCount();
  };

  const search = () => {
    unmark();
    current = -1;
    hits = [];
    if (words.value.trim().length >= LEAST) {
      const { pieces, whole } = collect();
      hits = mark(pieces, find(whole, words.value)).filter((elements) => elements.length);
    }
    showCount();
  };

  const searchAndGo = () => {
    search();
    if (hits.length) go(0);
    else writeAddress("");
  };

  words.addEventListener("input", searchAndGo);
  words.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") go(current + (event.shiftKey ? -1 : 1));
    else if (event.key === "Escape") stop.click();
    else return;
    event.preventDefault();
  });
  previous.addEventListener("click", () => go(current - 1));
  next.addEventListener("click", () => go(current + 1));
  stop.addEventListener("click", () => {
    words.value = "";
    searchAndGo();
    words.focus();
  });

  // An address that somebody sent: find again, go to the hit in the named item.
  words.value = new URLSearchParams(location.search).get(PARAMETER) || "";
  search();
  if (hits.length) {
    const anchor = location.hash.slice(1); // ids are plain ASCII
    go(Math.max(0, hits.findIndex(([first]) => anchorOf(first) === anchor)));
  }
})();
