/* Calendars: give each its full address, as this reader reaches the site.  Without it the links are files. */
"use strict";

(() => {
  if (!location.protocol.startsWith("http")) return; // from a disk nothing can be subscribed to

  /** @param {string} tag @param {string} text */
  const element = (tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };

  /** Select the address when the browser does not let a page write to the clipboard. @param {HTMLElement} shown */
  const select = (shown) => {
    const selection = getSelection();
    if (selection) selection.selectAllChildren(shown);
  };

  /** @param {string} address @param {HTMLElement} shown @param {string} name */
  const copyButton = (address, shown, name) => {
    const button = element("button", "Chép địa chỉ");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", `Chép địa chỉ lịch ${name}`);
    button.addEventListener("click", () => {
      const done = () => { button.textContent = "Đã chép"; };
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, () => select(shown));
      else select(shown); // a plain http address has no clipboard
    });
    return button;
  };

  document.querySelectorAll("[data-calendar]").forEach((row) => {
    const address = new URL(row.getAttribute("data-calendar") || "", location.href).href;
    const name = (row.textContent || "").trim();
    const line = document.createElement("span");
    line.className = "hb-calendar-address";
    const shown = element("code", address);
    const follow = element("a", "Theo dõi");
    follow.setAttribute("href", address.replace(/^https?:/, "webcal:"));
    follow.setAttribute("aria-label", `Theo dõi lịch ${name}`);
    line.append(follow, shown, copyButton(address, shown, name));
    row.append(line);
  });
})();
