/* Recent searches: kept on this PC only, and only where the browser lets a page keep anything. */
"use strict";

(() => {
  const KEY = "handbook-recent-searches";
  const MOST = 6;
  const LONGEST = 100;

  /** @returns {string[]} the newest first */
  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  };

  /** @param {string[]} queries */
  const keep = (queries) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(queries));
    } catch {
      /* opened from a disk, or storage is blocked: nothing is kept */
    }
  };

  /** @param {string} typed */
  const remember = (typed) => {
    const query = typed.trim().replace(/\s+/g, " ");
    if (query.length < 2 || query.length > LONGEST) return;
    const others = recent().filter((one) => one.toLowerCase() !== query.toLowerCase());
    keep([query, ...others].slice(0, MOST));
  };

  const forget = () => keep([]);

  Object.assign(handbookSearch, { recent, remember, forget });
})();
