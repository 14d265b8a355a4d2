/* The search box: results as one types. */
"use strict";

(() => {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector("input[type=search]"));
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[role=listbox][data-state]"));
  if (!input || !list) return;

  /** @param {any} hit */
  const linkTo = (hit) => {
    const link = document.createElement("a");
    link.href = hit.href;
    link.textContent = hit.isHead ? hit.title : `${hit.title} (${hit.name})`;
    link.setAttribute("role", "option");
    Object.assign(link.dataset, { record: hit.record, kind: hit.kind, at: hit.at });
    return link;
  };

  let latest = 0;
  const show = async () => {
    const query = input.value;
    latest += 1;
    const mine = latest;
    list.dataset.state = "busy";
    const engine = await handbookSearch.load("engine");
    const { hits } = await engine.search(query);
    if (mine !== latest) return;
    list.replaceChildren(...hits.map(linkTo));
    list.hidden = !query;
    list.dataset.query = query;
    list.dataset.state = "done";
  };
  input.addEventListener("input", show);
})();
