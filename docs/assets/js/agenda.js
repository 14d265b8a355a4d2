/* The agenda: group its items by the reader's own day, and filter them.  The rules are those of
   handbook/views/agenda.py.  Without JavaScript the groups are those of the day of the build. */
"use strict";

(() => {
  const agenda = document.querySelector("[data-agenda]");
  if (!agenda) return;
  const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

  const { iso } = window.hbDay;
  /** @param {Date} day */
  const say = (day) => `${WEEKDAYS[day.getDay()]}, ${iso(day).split("-").reverse().join("/")}`;

  const now = new Date();
  const today = iso(now);
  const sunday = iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + ((7 - now.getDay()) % 7)));

  /** @param {string} last @param {string} end */
  const groupOf = (last, end) => {
    if (!last) return "undated";
    if (last < today) return end && end < today ? "past" : "late";
    if (last <= sunday) return "week";
    return last.slice(0, 7) === today.slice(0, 7) ? "month" : "later";
  };

  /** @type {HTMLElement[]} */
  const items = Array.from(agenda.querySelectorAll("li[data-record]"));
  /** @type {HTMLElement[]} */
  const groups = Array.from(agenda.querySelectorAll("section[data-group]"));

  /** What has no day and belongs to a plan whose time is over. @param {HTMLElement} item */
  const isOver = (item) => !item.dataset.last && !!item.dataset.end && item.dataset.end < today;

  const regroup = () => {
    /** @type {Record<string, HTMLElement[]>} */
    const held = {};
    for (const item of items) {
      const key = groupOf(item.dataset.last || "", item.dataset.end || "");
      (held[key] = held[key] || []).push(item);
    }
    for (const group of groups) {
      const found = held[group.dataset.group || ""] || [];
      found.sort((a, b) => ((a.dataset.last || "") < (b.dataset.last || "") ? -1 : a.dataset.last === b.dataset.last ? 0 : 1));
      if (group.dataset.group === "past") found.reverse();
      if (group.dataset.group === "undated") found.sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
      const list = group.querySelector("ul");
      if (list) list.replaceChildren(...found);
    }
    for (const item of items) item.querySelector(".hb-agenda-over")?.toggleAttribute("hidden", !isOver(item));
    const day = agenda.querySelector("[data-agenda-day]");
    if (day) day.textContent = `${say(now)} (hôm nay)`;
  };

  const recount = () => {
    let shown = 0;
    /** @type {string[]} */
    const without = [];
    for (const group of groups) {
      const left = group.querySelectorAll("li[data-record]:not([hidden])").length;
      const count = group.querySelector(".hb-count");
      if (count) count.textContent = String(left);
      group.hidden = left === 0;
      if (!left) without.push((group.dataset.title || "").toLowerCase());
      shown += left;
    }
    const names = agenda.querySelector("[data-agenda-empty]");
    if (names) names.textContent = without.join(", ");
    if (names instanceof HTMLElement && names.parentElement) names.parentElement.hidden = !without.length;
    return shown;
  };

  /** @param {number} wanted */
  const tell = (wanted) => {
    const shown = recount();
    const found = agenda.querySelector(".hb-agenda-found");
    if (found) found.textContent = wanted ? `Tìm thấy ${shown} trong ${items.length} mốc.` : "";
  };

  /** Say which day of this year it would be if a past one came back: for orientation, and marked as not official. @param {boolean} isWanted */
  const orient = (isWanted) => {
    for (const item of items) {
      const old = item.querySelector(".hb-agenda-oriented");
      if (old) old.remove();
      const last = item.dataset.last || "";
      if (!isWanted || !last || last >= today || item.dataset.yearly === undefined) continue;
      const [, month, day] = last.split("-").map(Number);
      const length = new Date(now.getFullYear(), month, 0).getDate();
      const then = say(new Date(now.getFullYear(), month - 1, Math.min(day, length)));
      const words = `Nếu lặp lại năm nay, sẽ là: ${then} (chỉ để hình dung, không phải hạn chính thức)`;
      item.append(window.hbMake("span", words, "hb-agenda-oriented"));
    }
  };

  regroup();
  window.hbAgendaFilters(agenda, items, tell);
  const box = agenda.querySelector("input[data-orient]");
  if (box instanceof HTMLInputElement) box.addEventListener("change", () => orient(box.checked));
})();
