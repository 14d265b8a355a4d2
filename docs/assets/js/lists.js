/* Lists: sort by a column, filter by facets and words.  Without JavaScript the lists are complete. */
"use strict";

(() => {
  const FACET_NAMES = {
    kind: "Loại", year: "Năm", status: "Hiệu lực", level: "Cấp", body: "Đơn vị", area: "Lĩnh vực", role: "Vai trò", plan: "Văn bản",
  };
  const MIN_ROWS = 5;
  const make = window.hbMake;
  const collator = new Intl.Collator("vi", { numeric: true });

  /** Remove marks and case, so that words typed without tones are found. @param {string} text */
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  /** @param {HTMLTableRowElement} row @param {string} facet @returns {string[]} */
  const valuesOf = (row, facet) => (row.dataset[facet] || "").split("|").filter(Boolean);

  /** Tables that are parts of one list are filtered as one; each is sorted by itself.
      @param {HTMLTableElement[]} tables @param {Element} whole what the filters stand before */
  const enhance = (tables, whole) => {
    const parts = tables.map((table) => /** @type {HTMLTableRowElement[]} */ (Array.from(table.tBodies[0]?.rows || [])));
    const rows = parts.flat();
    if (rows.length < MIN_ROWS) return;
    tables.forEach((table, at) => addSorting(table, table.tBodies[0], parts[at]));
    const facets = (tables[0].dataset.facets || "").split(" ").filter(Boolean);
    if (facets.length) addFilters(whole, rows, facets);
  };

  /** @param {HTMLTableElement} table @param {HTMLTableSectionElement} body @param {HTMLTableRowElement[]} rows */
  const addSorting = (table, body, rows) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = make("button", head.textContent || "");
      button.type = "button";
      button.title = "Sắp xếp theo cột này";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.cells[column].dataset.value || row.cells[column].textContent.trim();
        const sorted = [...rows].sort((a, b) => collator.compare(key(a), key(b)));
        body.append(...(down ? sorted.reverse() : sorted));
      });
    });
  };

  /** @param {Element} whole @param {HTMLTableRowElement[]} rows @param {string[]} facets */
  const addFilters = (whole, rows, facets) => {
    const bar = make("div", "", "hb-filters");
    const words = make("input");
    words.type = "text"; // a page has one search field: that of the whole site
    words.autocomplete = "off";
    bar.append(labelled("Lọc theo chữ", words));
    const boxes = facets.map((facet) => choiceBox(facet, rows)).filter(Boolean);
    const count = make("span", "", "hb-filter-count");
    count.setAttribute("aria-live", "polite");
    bar.append(count);
    if (boxes.length) bar.append(moreFilters(boxes));
    const texts = rows.map((row) => fold(row.textContent));
    const apply = () => {
      const wanted = fold(words.value.trim());
      let shown = 0;
      rows.forEach((row, position) => {
        const fits =
          texts[position].includes(wanted) &&
          boxes.every(({ facet, select }) => !select.value || valuesOf(row, facet).includes(select.value));
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      count.textContent = `Hiện ${shown}/${rows.length}`;
    };
    bar.addEventListener("input", () => {
      apply();
      showGroups(whole);
    });
    whole.before(bar);
    apply();
  };

  /** Open the groups in which something is found, hide the others. @param {Element} whole */
  const showGroups = (whole) => {
    whole.querySelectorAll("details.hb-list-group").forEach((group) => {
      const left = group.querySelectorAll("tbody tr:not([hidden])").length;
      const count = group.querySelector("summary .hb-count");
      if (count) count.textContent = String(left);
      group.hidden = !left;
      group.open = left > 0;
    });
  };

  /** On a phone groups begin folded, all but the one the address names: the page is many screens long.
      @param {Element} whole */
  const foldGroups = (whole) => {
    if (window.matchMedia("(min-width: 45em)").matches) return;
    whole.querySelectorAll("details.hb-list-group").forEach((group) => {
      group.open = `#${group.id}` === location.hash;
    });
  };

  /** Put the choice boxes in a row; on a phone the row is folded. */
  const moreFilters = (boxes) => {
    const row = make("div", "", "hb-filters");
    boxes.forEach(({ facet, select }) => row.append(labelled(FACET_NAMES[facet] || facet, select)));
    if (window.matchMedia("(min-width: 45em)").matches) return row;
    const more = make("details");
    more.append(make("summary", "Lọc theo loại, năm, đơn vị …"), row);
    return more;
  };

  /** @param {string} facet @param {HTMLTableRowElement[]} rows */
  const choiceBox = (facet, rows) => {
    const values = [...new Set(rows.flatMap((row) => valuesOf(row, facet)))].sort(collator.compare);
    if (values.length < 2) return null;
    const select = make("select");
    select.append(new Option("Tất cả", ""), ...values.map((value) => new Option(value, value)));
    return { facet, select };
  };

  /** @param {string} text @param {HTMLElement} control */
  const labelled = (text, control) => {
    const label = make("label");
    label.append(text, control);
    return label;
  };

  document.querySelectorAll("table.hb-list").forEach((table) => {
    if (!table.closest(".hb-list-groups")) enhance([table], table);
  });
  document.querySelectorAll(".hb-list-groups").forEach((whole) => {
    enhance(Array.from(whole.querySelectorAll("table.hb-list")), whole);
    foldGroups(whole);
  });
})();
