/* The results page: facets, more results, and an address that holds the query and the choices. */
"use strict";

(() => {
  const { box, input, options, ask, readChoices, writeChoices, drawFacets } = handbookSearch;
  const make = window.hbMake;
  const STEP = 20;
  /** Of a query in the address: servers and mail programs cut longer ones. */
  const LONGEST = 1000;
  const facets = /** @type {HTMLElement} */ (box.querySelector(".hb-search__facets"));
  const foot = /** @type {HTMLElement} */ (box.querySelector(".hb-search__foot"));
  const parameters = new URLSearchParams(location.search);
  const title = document.title;

  const details = make("details", "", "hb-facets");
  details.open = window.matchMedia("(min-width: 60em)").matches;
  const summary = make("summary", "Lọc kết quả", "hb-facets__title");
  const clearing = make("button", "Bỏ mọi lựa chọn", "hb-facets__clear");
  const groups = make("div", "", "hb-facets__groups");
  details.append(summary, clearing, groups);
  facets.append(details);

  const more = make("button", "Xem thêm kết quả", "hb-search__more");
  Object.assign(options, { limit: STEP, more: 3, facets: readChoices(parameters) });

  const chosen = () => Object.values(options.facets).filter(Boolean);

  /** Keep the address in step, where the browser lets a page do so. @param {string} query */
  const writeAddress = (query) => {
    if (query.length > LONGEST) return;
    if (query) parameters.set("q", query);
    else parameters.delete("q");
    writeChoices(parameters, options.facets);
    const words = parameters.toString();
    document.title = query ? `${query} – ${title}` : title;
    try {
      history.replaceState(history.state, "", `${location.pathname}${words ? `?${words}` : ""}${query ? "" : location.hash}`);
    } catch {
      /* some browsers refuse it to pages opened from a disk */
    }
  };

  /** @param {Record<string, string>} choices */
  const choose = (choices) => {
    options.facets = choices;
    options.limit = STEP;
    ask();
  };

  /** @param {Event} event */
  const onFound = async (event) => {
    const { engine, result, query, isNewest } = /** @type {CustomEvent} */ (event).detail;
    writeAddress(query);
    foot.replaceChildren(more);
    foot.hidden = result.hits.length >= result.total;
    const counts = await engine.countFacets(result.matches);
    if (!isNewest()) return;
    drawFacets(groups, counts, options.facets, choose);
    const count = chosen().length;
    summary.textContent = count ? `Lọc kết quả (đang chọn ${count})` : "Lọc kết quả";
    clearing.hidden = !count;
    facets.hidden = !groups.childNodes.length;
  };

  box.addEventListener("handbook-found", onFound);
  input.addEventListener("input", () => {
    options.limit = STEP;
    if (input.value) return;
    facets.hidden = true;
    writeAddress("");
  });
  more.addEventListener("click", () => {
    options.limit += STEP;
    ask();
  });
  clearing.addEventListener("click", () => choose({}));

  document.querySelectorAll(".hb-search-address").forEach((one) => {
    one.textContent = `${location.protocol}//${location.host}${location.pathname}?q=%s`;
  });

  input.value = parameters.get("q") || "";
  if (!location.hash) input.focus();
  ask();
})();
