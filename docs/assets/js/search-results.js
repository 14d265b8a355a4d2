/* Draws what a search found.  Data and queries reach the page as text only. */
"use strict";

(() => {
  const make = window.hbMake;

  /** Make an element whose marked parts are marked. @param {"span"} tag @param {string} css @param {{text: string, marks: [number, number][]}} excerpt */
  const makeMarked = (tag, css, { text, marks }) => {
    const element = make(tag, "", css);
    let from = 0;
    for (const [start, end] of marks) {
      element.append(text.slice(from, start), make("mark", text.slice(start, end), "hb-found"));
      from = end;
    }
    element.append(text.slice(from));
    return element;
  };

  /** Make an option of the listbox. @param {string} css @param {string} href @param {string} id */
  const makeOption = (css, href, id) => {
    const link = make("a", "", css);
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.href = href;
    link.id = id;
    return link;
  };

  /** Say where a hit stands: its record, who issued that, when.  The status of a section's record stands beside its name. @param {any} hit */
  const makeFacts = (hit) => {
    const facts = make("span", "", "hb-hit__facts");
    const texts = [hit.isHead ? "" : hit.name, hit.issuer, hit.place];
    if (hit.date && !`${hit.title} ${hit.name}`.includes(hit.date)) texts.splice(2, 0, hit.date);
    texts.forEach((text, place) => {
      if (!text) return;
      const fact = make("span", text, "hb-hit__fact");
      if (place === 0 && hit.status) fact.append(" ", make("span", hit.status, "hb-tag"));
      facts.append(fact, " ");
    });
    return facts.textContent ? facts : "";
  };

  /** @param {any} engine @param {any} query @param {any} hit @param {string} id */
  const makeHit = (engine, query, hit, id) => {
    const link = makeOption("hb-hit", hit.href, id);
    link.dataset.record = hit.record;
    link.dataset.recordKind = hit.recordKind;
    link.dataset.kind = hit.kind;
    if (!hit.isHead) link.dataset.at = hit.at || hit.href.split("#")[1] || "";
    const title = engine.excerpt(hit.title, query);
    const text = engine.excerpt(hit.text, query);
    const name = makeMarked("span", "hb-hit__title", title);
    if (hit.isHead && hit.status) name.append(" ", make("span", hit.status, "hb-tag"));
    link.append(name);
    if (text.text && text.text !== title.text) link.append(makeMarked("span", "hb-hit__text", text));
    link.append(makeFacts(hit));
    if (hit.usedBy) link.append(make("span", hit.usedBy, "hb-hit__facts"));
    return link;
  };

  /** Tell whether a section itself has words of the query. @param {any} engine @param {any} query @param {any} hit */
  const showsWhy = (engine, query, { title, text }) =>
    [title, text].some((words) => engine.excerpt(words, query).marks.length > 0);

  /** Make the link to another section of a record found. @param {any} engine @param {any} query @param {any} hit @param {string} id */
  const makeMore = (engine, query, hit, id) => {
    const link = makeOption("hb-hit hb-hit--more", hit.href, id);
    link.append(make("span", hit.kindName, "hb-hit__kind"), " ");
    link.append(makeMarked("span", "hb-hit__title", engine.excerpt(hit.title, query)));
    return link;
  };

  /**
   * Put hits into the listbox in rank order.  Neighbours of one kind stand under one label; the order is never changed for it.
   * @param {HTMLElement} listbox @param {any} engine @param {any} result
   */
  const drawHits = (listbox, engine, { hits, query }) => {
    const groups = document.createDocumentFragment();
    let group = make("div");
    hits.forEach((/** @type {any} */ hit, /** @type {number} */ place) => {
      if (!place || hits[place - 1].kindName !== hit.kindName) {
        group = make("div", "", "hb-hits");
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", hit.kindName);
        const label = make("div", hit.kindName, "hb-hits__kind");
        label.setAttribute("aria-hidden", "true");
        group.append(label);
        groups.append(group);
      }
      group.append(makeHit(engine, query, hit, `hb-hit-${place}`));
      const others = hit.more.filter((/** @type {any} */ other) => showsWhy(engine, query, other));
      others.forEach((/** @type {any} */ other, /** @type {number} */ at) =>
        group.append(makeMore(engine, query, other, `hb-hit-${place}-${at}`)),
      );
    });
    listbox.replaceChildren(groups);
  };

  /**
   * Put earlier searches into the listbox.
   * @param {HTMLElement} listbox @param {string[]} queries @param {(query: string) => string} hrefOf
   */
  const drawRecent = (listbox, queries, hrefOf) => {
    listbox.replaceChildren(
      ...queries.map((query, place) => {
        const link = makeOption("hb-recent", hrefOf(query), `hb-recent-${place}`);
        link.dataset.again = query;
        link.append(query);
        return link;
      }),
    );
  };

  /** @param {any} result @returns {string} */
  const sayCount = ({ hits, total, isWhole, suggestion, dropped }) => {
    if (!hits.length) return "Không thấy kết quả nào.";
    const about = suggestion || dropped.length ? " gần đúng" : "";
    return `${isWhole ? "" : "Hơn "}${total.toLocaleString("vi")} kết quả${about}`;
  };

  /**
   * Say what was mended or left out.
   * @param {HTMLElement} note @param {any} result @param {(query: string) => void} retype
   */
  const drawNote = (note, { hits, dropped, suggestion }, retype) => {
    note.replaceChildren();
    if (suggestion) {
      const button = make("button", suggestion, "hb-search__suggestion");
      button.addEventListener("click", () => retype(suggestion));
      note.append("Có phải ý bạn là ", button, "? Kết quả dưới đây theo cách viết này. ");
    }
    if (dropped.length) {
      const words = dropped.map((/** @type {string} */ word) => `“${word}”`).join(", ");
      note.append(hits.length ? `Không nơi nào có đủ các chữ; đã bỏ qua: ${words}.` : `Không nơi nào có: ${words}.`);
    }
  };

  Object.assign(handbookSearch, { drawHits, drawNote, drawRecent, sayCount });
})();
