/* The search box: a combobox.  It asks the engine as one types and shows its newest answer only.
   Nothing of the index is loaded before the first key stroke. */
"use strict";

(() => {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-place]"));
  if (!box) return;
  const { drawHits, drawNote, drawRecent, sayCount } = handbookSearch;
  const make = window.hbMake;

  /** @param {string} name @returns {any} */
  const part = (name) => box.querySelector(`.hb-search__${name}`);
  const [form, input, closing, panel, listbox] = ["form", "words", "close", "panel", "hits"].map(part);
  const [count, note, hint, help, foot] = ["count", "note", "hint", "help", "foot"].map(part);
  const isPage = box.dataset.searchPlace === "page";

  /** What is asked for besides the words; the results page adds to it. @type {Record<string, any>} */
  const options = { limit: 8 };
  /** Questions are numbered: an answer to any but the newest is dropped. */
  let newest = 0;
  let asked = "";
  let timer = 0;

  /** @param {HTMLElement} element @param {boolean} isShown */
  const show = (element, isShown) => {
    element.hidden = !isShown;
  };

  /** @param {string} query */
  const hrefOf = (query) => {
    const address = new URL(form.dataset.results, document.baseURI);
    address.searchParams.set("q", query);
    return address.href;
  };

  /** @param {"idle" | "busy" | "done"} state @param {string} [query] that it shows */
  const setState = (state, query) => {
    if (query !== undefined) listbox.dataset.query = query;
    listbox.setAttribute("aria-busy", String(state === "busy"));
    listbox.dataset.state = state;
  };

  // What is shown

  const showNothing = () => {
    const queries = handbookSearch.recent();
    drawRecent(listbox, queries, hrefOf);
    count.textContent = queries.length ? "Tìm gần đây trên máy này" : "";
    for (const one of [note, help]) show(one, false);
    show(hint, true);
    const forgetting = make("button", "Xoá các lần tìm này", "hb-search__forget");
    forgetting.addEventListener("click", () => {
      handbookSearch.forget();
      showNothing();
      input.focus();
    });
    foot.replaceChildren(forgetting);
    show(foot, queries.length > 0);
    activate(null);
    setState("idle", "");
  };

  /** @param {any} engine @param {any} result @param {string} query */
  const showResult = (engine, result, query) => {
    drawHits(listbox, engine, result);
    count.textContent = sayCount(result);
    drawNote(note, result, retype);
    show(note, note.childNodes.length > 0);
    show(hint, false);
    show(help, !result.hits.length);
    const all = make("a", "Xem tất cả, lọc theo năm, cơ quan, lĩnh vực …", "hb-search__all");
    all.href = hrefOf(query);
    foot.replaceChildren(all);
    show(foot, !isPage && result.hits.length > 0);
    activate(null);
    setState("done", query);
  };

  /** @param {string} query */
  const showFailure = (query) => {
    listbox.replaceChildren();
    count.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy thử lại, hoặc dùng danh mục A–Z.";
    for (const one of [note, hint, foot]) show(one, false);
    show(help, true);
    setState("done", query);
  };

  // Asking

  const ask = async () => {
    const number = ++newest;
    const query = input.value;
    const isNewest = () => number === newest;
    asked = query;
    open();
    if (!query) return showNothing();
    if (listbox.dataset.state === "idle") {
      listbox.replaceChildren();
      count.textContent = "Đang tìm …";
    }
    setState("busy");
    try {
      const engine = await handbookSearch.load("engine");
      if (!isNewest()) return;
      const result = await engine.search(query, { ...options });
      if (!isNewest()) return;
      showResult(engine, result, query);
      box.dispatchEvent(new CustomEvent("handbook-found", { detail: { engine, result, query, isNewest } }));
    } catch {
      if (isNewest()) showFailure(query);
    }
  };

  /** Ask soon: keys already waiting are typed first. */
  const askSoon = () => {
    if (input.value === asked) return;
    clearTimeout(timer);
    timer = window.setTimeout(ask, 0);
  };

  /** @param {string} query */
  const retype = (query) => {
    input.value = query;
    input.focus();
    ask();
  };

  // Opening, closing

  const open = () => {
    if (!isPage) document.documentElement.classList.add("hb-searching");
    box.classList.add("hb-search--open");
    show(panel, true);
    show(closing, !isPage);
    input.setAttribute("aria-expanded", "true");
  };

  const close = () => {
    activate(null);
    if (isPage) return;
    document.documentElement.classList.remove("hb-searching");
    box.classList.remove("hb-search--open");
    show(panel, false);
    show(closing, false);
    input.setAttribute("aria-expanded", "false");
  };

  // Choosing

  const choices = () => /** @type {HTMLAnchorElement[]} */ (Array.from(listbox.querySelectorAll("[role=option]")));
  const active = () => listbox.querySelector("[aria-selected=true]");

  /** @param {HTMLElement | null} option */
  const activate = (option) => {
    const before = active();
    if (before) before.setAttribute("aria-selected", "false");
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  /** Go to the next choice or the one before; past the ends lies the input itself. @param {number} step */
  const move = (step) => {
    const all = choices();
    const at = all.indexOf(active());
    const next = at < 0 && step < 0 ? all.length - 1 : at + step;
    activate(all[next] || null);
  };

  /** What a key does; true leaves the key to the browser. @type {Record<string, (event: KeyboardEvent) => true | void>} */
  const KEYS = {
    ArrowDown: () => (panel.hidden ? openAgain() : move(1)),
    ArrowUp: () => (panel.hidden ? openAgain() : move(-1)),
    Enter: (event) => {
      const option = active();
      if (!option) return true; // the form's own way: to the page of results
      option.dispatchEvent(new MouseEvent("click", {
        bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey,
      }));
    },
    Escape: () => {
      if (active()) activate(null);
      else if (panel.hidden || isPage) retype("");
      else close();
    },
  };

  const openAgain = () => {
    open();
    if (input.value !== asked || listbox.dataset.state === "idle") ask();
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return; // the key belongs to the input method
    const act = KEYS[event.key];
    if (act && !act(event)) event.preventDefault();
  };

  /** Escape leaves a link or button of the panel as it leaves the input. @param {KeyboardEvent} event */
  const onPanelKey = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    input.focus(); // opens the panel, so it is closed after
    if (!isPage) close();
  };

  /** @param {KeyboardEvent} event */
  const onShortcut = (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    input.focus();
    input.select();
  };

  /** @param {Event} event */
  const onChoose = (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (!(option instanceof HTMLElement)) return;
    if (option.dataset.again !== undefined) {
      event.preventDefault();
      return retype(option.dataset.again);
    }
    handbookSearch.remember(input.value);
    if (!(/** @type {MouseEvent} */ (event).ctrlKey)) close();
  };

  /** @param {Event} event */
  const onSubmit = (event) => {
    handbookSearch.remember(input.value);
    if (input.value.trim() && !isPage) return;
    event.preventDefault();
    ask();
  };

  form.action = form.dataset.results;
  form.addEventListener("submit", onSubmit);
  input.addEventListener("input", askSoon);
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("focus", openAgain);
  input.addEventListener("keydown", onKey);
  panel.addEventListener("keydown", onPanelKey);
  listbox.addEventListener("click", onChoose);
  if (!isPage) listbox.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault()); // the input keeps the focus
  closing.addEventListener("click", close);
  document.addEventListener("keydown", onShortcut);
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(/** @type {Node} */ (event.target))) close();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(/** @type {Node} */ (event.relatedTarget))) close();
  });
  document.querySelector(".hb-search-link")?.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });

  Object.assign(handbookSearch, { box, input, options, ask, retype });
})();
