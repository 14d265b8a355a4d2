/* The reader's own day, and days as the pages write them (ISO): the site may have been built long ago. */
"use strict";

window.hbDay = (() => {
  /** The day where the reader is, which `toISOString` would move to Greenwich. @param {Date} day */
  const iso = (day) =>
    [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  return { iso, today: () => iso(new Date()) };
})();
