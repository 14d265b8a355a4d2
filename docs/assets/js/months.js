/* The months of the agenda: mark the reader's own day, lead to it, and filter. */
"use strict";

(() => {
  const root = document.querySelector("[data-months]");
  if (!root) return;
  const FEW = 30;
  const now = new Date();
  const current = `thang-${window.hbDay.iso(now).slice(0, 7)}`;
  /** @type {HTMLElement[]} */
  const months = Array.from(root.querySelectorAll("section[data-month]"));

  const markToday = () => {
    const month = months.find((one) => one.dataset.month === current);
    const cell = month && month.querySelectorAll("td:not(.hb-month-none)")[now.getDate() - 1];
    if (!cell) return;
    cell.classList.add("hb-month-today");
    cell.setAttribute("aria-current", "date");
  };

  /** Lead to this month, or to the next one that has anything, or to the last one. */
  const offerNow = () => {
    const index = root.querySelector(".hb-month-index");
    const month = months.find((one) => (one.dataset.month || "") >= current) || months[months.length - 1];
    if (!index || !month) return;
    const [, year, number] = (month.dataset.month || "").split("-");
    const name = month.dataset.month || "";
    const words = name === current ? "Tháng này" : name > current ? "Tháng sắp tới gần nhất có mốc" : "Tháng cuối cùng có mốc";
    const link = window.hbMake("a", `${words}: ${number}/${year}`);
    link.href = `#${name}`;
    const line = window.hbMake("p");
    line.append(link);
    index.prepend(line);
  };

  /** @param {Element} part */
  const count = (part) => part.querySelectorAll("li[data-record]:not([hidden])").length;

  /** @type {HTMLElement[]} */
  const items = Array.from(root.querySelectorAll("li[data-record]"));
  /** @param {number} wanted */
  const arrange = (wanted) => {
    root.querySelectorAll("details:not(.hb-agenda-fold)").forEach((one) => {
      const left = count(one);
      const summary = one.querySelector("summary");
      if (summary) summary.textContent = `và ${left} mốc nữa`;
      if (one instanceof HTMLDetailsElement) {
        one.hidden = !left;
        one.open = wanted > 0 && left <= FEW; // what was found must not hide, nor crowd a square
      }
    });
    root.querySelectorAll(".hb-month-above").forEach((one) => one.toggleAttribute("hidden", !count(one)));
    root.querySelectorAll("td.hb-month-full").forEach((one) => one.classList.toggle("hb-month-without", !count(one)));
    for (const one of [...months, ...root.querySelectorAll("section[data-year]")]) one.toggleAttribute("hidden", !count(one));
    for (const month of months) {
      const left = count(month);
      const link = root.querySelector(`.hb-month-index a[href="#${month.dataset.month}"][aria-label]`);
      link?.toggleAttribute("hidden", !left);
      for (const where of [link, month]) {
        const said = where?.querySelector(".hb-count");
        if (said) said.textContent = where === month ? `${left} mốc` : `(${left})`;
      }
    }
    const found = root.querySelector(".hb-agenda-found");
    const shown = items.filter((one) => !one.hidden && one.dataset.again === undefined).length;
    const all = items.filter((one) => one.dataset.again === undefined).length;
    if (found) found.textContent = wanted ? `Tìm thấy ${shown} trong ${all} mốc có ngày hoặc có tháng.` : "";
  };

  markToday();
  offerNow();
  window.hbAgendaFilters(root, items, arrange);
})();
