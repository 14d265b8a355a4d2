/* Deadlines: say again which are past, on the reader’s own day. */
"use strict";

(() => {
  const today = window.hbDay.today();
  document.querySelectorAll(".hb-state[data-last-day]").forEach((mark) => {
    const day = mark.getAttribute("data-last-day");
    if (day) mark.textContent = day < today ? "đã qua" : "sắp tới";
  });
})();
