/* Copy: the citation line, the address of the page with its clause, the address of an item.
   Where the browser does not let a page copy, the text stands selected for Ctrl+C. */
"use strict";

(() => {
  const section = document.querySelector(".hb-citing");
  const article = document.querySelector("article");
  if (!article) return;

  const make = window.hbMake;
  const said = make("span", "", "hb-copy-said");
  said.setAttribute("aria-live", "polite");

  /** @param {string} text @param {string} name @param {HTMLElement} button @param {Element} [shown] */
  const copy = async (text, name, button, shown) => {
    removeFields();
    button.after(said);
    said.textContent = "";
    const copied = await window.hbCopy(text, () => select(text, name, button, shown));
    if (copied) removeFields();
    said.textContent = copied ? `Đã chép ${name}.` : `Đã chọn sẵn ${name}: bấm Ctrl+C để chép.`;
  };

  const removeFields = () => article.querySelectorAll(".hb-copy-field").forEach((field) => field.remove());

  /** Select the text where it stands, else in a field made for it.
      @param {string} text @param {string} name @param {HTMLElement} button @param {Element} [shown] */
  const select = (text, name, button, shown) => {
    if (shown) window.getSelection()?.selectAllChildren(shown);
    else showField(text, name, button).select();
  };

  /** @param {string} text @param {string} name @param {HTMLElement} button */
  const showField = (text, name, button) => {
    const field = make("input", "", "hb-copy-field");
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", name);
    button.after(field);
    return field;
  };

  /** @param {string} words @param {string} className @param {(button: HTMLElement) => void} act */
  const makeButton = (words, className, act) => {
    const button = make("button", words, className);
    button.type = "button";
    button.addEventListener("click", () => act(button));
    return button;
  };

  /** @param {string} id */
  const addressOf = (id) => `${location.href.replace(/#.*$/, "")}${id && `#${id}`}`;

  /** The anchor the reader came by or jumped to, if the page has it. */
  const currentAnchor = () => document.querySelector(":target")?.id || "";

  const addPageButtons = () => {
    const line = section?.querySelector("[data-copy]");
    if (!section || !line) return;
    const row = make("div", "", "hb-copy-row");
    row.append(
      makeButton("Chép câu viện dẫn", "hb-copy", (button) =>
        copy(line.textContent || "", "câu viện dẫn", button, line),
      ),
      makeButton("Chép địa chỉ trang", "hb-copy", (button) =>
        copy(addressOf(currentAnchor()), "địa chỉ", button),
      ),
    );
    line.after(row);
  };

  /** Each item with an anchor and a place in the document gets a button behind its place. */
  const addItemButtons = () => {
    article.querySelectorAll("[id][data-at]").forEach((item) => {
      const button = makeButton("chép địa chỉ", "hb-copy-place", (self) =>
        copy(addressOf(item.id), `địa chỉ mục ${item.getAttribute("data-at")}`, self),
      );
      button.setAttribute("aria-label", `Chép địa chỉ mục ${item.getAttribute("data-at")}`);
      if (/^H\d$/.test(item.tagName)) item.after(button);
      else placeIn(item).append(button);
    });
  };

  /** Where an item shows its place. @param {Element} item */
  const placeIn = (item) => {
    const cells = item instanceof HTMLTableRowElement ? Array.from(item.cells) : [];
    const cell = cells.find((one) => one.textContent?.includes(item.getAttribute("data-at") || ""));
    if (cell) return cell;
    const places = item.querySelectorAll(".hb-place");
    return places[places.length - 1]?.parentElement || item;
  };

  addPageButtons();
  addItemButtons();
})();
