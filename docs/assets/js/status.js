/* Status: the site may have been built long ago; show what holds on the reader's day.
   An element holds from data-first to data-last; a list's row names its later facets. */
"use strict";

(() => {
  const today = window.hbDay.today();

  /** @param {HTMLElement} element */
  const showToday = (element) => {
    const { first = "", last = "" } = element.dataset;
    if (first <= today && (!last || today <= last)) element.hidden = false;
    else element.remove(); // not only hidden: the words must not be found by the lists' filter
  };

  /** @param {HTMLElement} row */
  const setFacet = (row) => {
    (row.dataset.statusLater || "").split("|").forEach((stage) => {
      const [day, words] = stage.split("=");
      if (words && day <= today) row.dataset.status = words;
    });
  };

  /** @type {NodeListOf<HTMLElement>} */
  const timed = document.querySelectorAll(":is([data-first], [data-last]):not([data-record])"); // the agenda keeps all
  timed.forEach(showToday);
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("[data-status-later]");
  rows.forEach(setFacet);
})();
