/* Calendars: give each its full address, as this reader reaches the site.  Without it the links are files. */
"use strict";

(() => {
  if (!location.protocol.startsWith("http")) return; // from a disk nothing can be subscribed to

  const make = window.hbMake;

  /** @param {string} address @param {HTMLElement} shown @param {string} name */
  const copyButton = (address, shown, name) => {
    const button = make("button", "Chép địa chỉ");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", `Chép địa chỉ lịch ${name}`);
    button.addEventListener("click", async () => {
      const copied = await window.hbCopy(address, () => getSelection()?.selectAllChildren(shown));
      if (copied) button.textContent = "Đã chép";
    });
    return button;
  };

  document.querySelectorAll("[data-calendar]").forEach((row) => {
    const address = new URL(row.getAttribute("data-calendar") || "", location.href).href;
    const name = (row.textContent || "").trim();
    const line = make("span", "", "hb-calendar-address");
    const shown = make("code", address);
    const follow = make("a", "Theo dõi");
    follow.setAttribute("href", address.replace(/^https?:/, "webcal:"));
    follow.setAttribute("aria-label", `Theo dõi lịch ${name}`);
    line.append(follow, shown, copyButton(address, shown, name));
    row.append(line);
  });
})();
