/* Today: the site may have been built long ago; say again which deadlines are past. */
"use strict";

(() => {
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  document.querySelectorAll(".hb-state[data-last-day]").forEach((mark) => {
    const day = mark.getAttribute("data-last-day");
    if (day) mark.textContent = day < today ? "đã qua" : "sắp tới";
  });
})();
