/* The panel of the search box: made here, since it is of no use without scripts. */
"use strict";

(() => {
  const box = document.querySelector("[data-search-place]");
  const form = box?.querySelector("form");
  const input = box?.querySelector("input");
  if (!box || !form || !input) return;

  /** @param {keyof HTMLElementTagNameMap} tag @param {string} part @param {Record<string, string>} attributes @param {(Node | string)[]} children */
  const make = (tag, part, attributes = {}, ...children) => {
    const element = window.hbMake(tag, "", part && `hb-search__${part}`);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  };
  const hidden = { hidden: "" };
  const item = (/** @type {(Node | string)[]} */ ...children) => make("li", "", {}, ...children);

  const help = make("div", "help", hidden,
    make("p", "", {}, "Thử một trong các cách sau:"),
    make("ul", "", {},
      item("Bỏ bớt chữ, hoặc gõ riêng số của văn bản: ", make("em", "", {}, "633"), " thay cho cả tên."),
      item("Gõ tên đầy đủ thay cho chữ viết tắt, hoặc ngược lại."),
      item("Dò trong ", make("a", "", { href: form.getAttribute("action") || "" }, "danh mục A–Z và theo số"),
        ": mọi văn bản, đơn vị, thuật ngữ đang có."),
    ),
  );
  const hits = make("div", "hits", {
    id: "hb-search-hits", role: "listbox", "aria-label": "Kết quả tìm kiếm", "data-state": "idle", "data-query": "",
  });
  const panel = make("div", "panel", hidden,
    make("div", "message", { role: "status", "aria-live": "polite" }, make("p", "count"), make("p", "note", hidden)),
    make("p", "hint", { id: "hb-search-hint" },
      "Không cần gõ dấu. Gõ số văn bản (633), chữ viết tắt (CĐCS) hay điều cần biết (hạn nộp báo cáo)."),
    make("div", "found", {}, hits, help, make("div", "foot", hidden)),
  );
  if (box.getAttribute("data-search-place") === "page") {
    panel.querySelector(".hb-search__found")?.before(make("div", "facets", hidden));
  }
  const closing = make("button", "close", { type: "button", "aria-label": "Đóng tìm kiếm", hidden: "" });
  closing.classList.add("hb-icon-back");

  form.prepend(closing);
  box.append(panel);
  Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": "hb-search-hits", "aria-autocomplete": "list",
    "aria-describedby": "hb-search-hint", autocorrect: "off",
  }).forEach(([name, value]) => input.setAttribute(name, value));
})();
