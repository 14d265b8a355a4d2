/* Steps of a procedure: open all at once, open the one an address names, open all for printing. */
"use strict";

(() => {
  const list = document.querySelector(".hb-steps");
  if (!list) return;
  /** @type {HTMLDetailsElement[]} */
  const steps = [...list.querySelectorAll("details")];

  const button = window.hbMake("button", "", "hb-steps-button");
  const print = window.hbMake("button", "In quy trình", "hb-steps-button");
  button.type = print.type = "button";

  const allOpen = () => steps.every((step) => step.open);
  const nameButton = () => {
    button.textContent = allOpen() ? "Gập tất cả" : "Mở tất cả";
  };

  /** @param {boolean} open */
  const setAll = (open) => {
    steps.forEach((step) => {
      step.open = open;
    });
    nameButton();
  };

  /** What the address leads to; anyone may write a broken one. */
  const targetOf = () => {
    try {
      return location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    } catch {
      return null;
    }
  };

  const openNamed = () => {
    const named = targetOf();
    const step = named?.closest("details");
    if (!named || !step || !steps.includes(step)) return;
    step.open = true;
    steps.forEach((other) => other.removeAttribute("aria-current"));
    step.setAttribute("aria-current", "step");
    named.scrollIntoView();
  };

  /** @type {boolean[]} */
  let before = [];
  window.addEventListener("beforeprint", () => {
    before = steps.map((step) => step.open);
    setAll(true);
  });
  window.addEventListener("afterprint", () => {
    steps.forEach((step, position) => {
      step.open = before[position] ?? step.open;
    });
    nameButton();
  });

  const bar = window.hbMake("p", "", "hb-steps-bar");
  bar.append(button, print);
  list.before(bar);
  button.addEventListener("click", () => setAll(!allOpen()));
  print.addEventListener("click", () => window.print());
  steps.forEach((step) => step.addEventListener("toggle", nameButton));
  window.addEventListener("hashchange", openNamed);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    // the same address once more is no change of the hash
    if (link && link.getAttribute("href") === location.hash) openNamed();
  });
  nameButton();
  openNamed();
})();
