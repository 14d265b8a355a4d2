/* The filters that the agenda and its months share: which of their items a reader wants to see. */
"use strict";

/** Open the filters of a page and call `changed` with how many are set, at each change.
    @param {Element} root @param {HTMLElement[]} items @param {(wanted: number) => void} changed */
window.hbAgendaFilters = (root, items, changed) => {
  const fold = root.querySelector("details.hb-agenda-fold");
  const form = root.querySelector("form");
  /** @type {HTMLSelectElement[]} */
  const selects = Array.from(root.querySelectorAll("select[data-filter]"));

  const filter = () => {
    const wanted = selects.filter((one) => one.value).map((one) => [one.dataset.filter || "", one.value]);
    for (const item of items) {
      const hidden = !wanted.every(([key, value]) => (item.dataset[key] || "").split(" ").includes(value));
      if (item.hidden !== hidden) item.hidden = hidden;
    }
    changed(wanted.length);
  };

  filter();
  if (!form || !(fold instanceof HTMLDetailsElement)) return;
  fold.hidden = false;
  fold.open = matchMedia("(min-width: 45em)").matches;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) filter();
  });
};
