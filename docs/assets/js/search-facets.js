/* Facets of the results page: what results can be narrowed by, with how many each choice leaves. */
"use strict";

(() => {
  const make = window.hbMake;

  /** Facet → its name in the address, its title; the last two have one value and share a title. @type {[string, string, string][]} */
  const FACETS = [
    ["kind", "loai", "Loại"],
    ["issuer", "co-quan", "Cơ quan ban hành"],
    ["level", "cap", "Cấp"],
    ["year", "nam", "Năm"],
    ["area", "linh-vuc", "Lĩnh vực"],
    ["role", "vai-tro", "Vai trò"],
    ["force", "hieu-luc", "Hiệu lực"],
    ["deadline", "co-han", "Có thời hạn"],
    ["outline", "co-de-cuong", "Có đề cương"],
  ];
  const SHOWN = 6;
  const collator = new Intl.Collator("vi", { numeric: true });
  /** Facets whose rare values are shown too. @type {Set<string>} */
  const unfolded = new Set();

  /** Read the choices in an address. @param {URLSearchParams} parameters @returns {Record<string, string>} */
  const readChoices = (parameters) => {
    /** @type {Record<string, string>} */
    const chosen = {};
    for (const [facet, name] of FACETS) {
      const value = parameters.get(name);
      if (value) chosen[facet] = value;
    }
    return chosen;
  };

  /** Write choices into an address. @param {URLSearchParams} parameters @param {Record<string, string>} chosen */
  const writeChoices = (parameters, chosen) => {
    for (const [facet, name] of FACETS) {
      if (chosen[facet]) parameters.set(name, chosen[facet]);
      else parameters.delete(name);
    }
  };

  /** Put a facet's values in order; one that is chosen is there even when nothing is left for it. @param {string} facet @param {[string, number][]} counts @param {string} chosen */
  const valuesOf = (facet, counts, chosen) => {
    const values = [...counts];
    if (chosen && !values.some(([value]) => value === chosen)) values.push([chosen, 0]);
    if (facet === "year") values.sort((a, b) => collator.compare(b[0], a[0]));
    else values.sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0]));
    return values;
  };

  /**
   * Draw the facets anew; the focus stays on the same choice.
   * @param {HTMLElement} place @param {Record<string, [string, number][]>} counts
   * @param {Record<string, string>} chosen @param {(chosen: Record<string, string>) => void} choose
   */
  const drawFacets = (place, counts, chosen, choose) => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.choice : "";
    const redraw = () => drawFacets(place, counts, chosen, choose);
    const groups = FACETS.map(([facet, , title]) =>
      drawGroup(facet, title, valuesOf(facet, counts[facet] || [], chosen[facet]), chosen, choose, redraw),
    );
    place.replaceChildren(...groups.filter((group) => group !== null));
    if (focused) {
      const buttons = Array.from(place.querySelectorAll("button"));
      buttons.find((button) => button.dataset.choice === focused)?.focus();
    }
  };

  /**
   * @param {string} facet @param {string} title @param {[string, number][]} values
   * @param {Record<string, string>} chosen @param {(chosen: Record<string, string>) => void} choose @param {() => void} redraw
   */
  const drawGroup = (facet, title, values, chosen, choose, redraw) => {
    if (!values.length) return null;
    const group = make("fieldset", "", "hb-facet");
    group.append(make("legend", title, "hb-facet__title"));
    const isFolded = values.length > SHOWN + 1 && !unfolded.has(facet);
    values.forEach(([value, count], place) => {
      const isChosen = chosen[facet] === value;
      if (isFolded && place >= SHOWN && !isChosen) return;
      const button = make("button", value === "có" ? title : value, "hb-facet__value");
      button.append(" ", make("span", String(count), "hb-facet__count"));
      button.setAttribute("aria-pressed", String(isChosen));
      button.dataset.choice = `${facet}=${value}`;
      button.addEventListener("click", () => choose({ ...chosen, [facet]: isChosen ? "" : value }));
      group.append(button);
    });
    if (isFolded) {
      const more = make("button", `Thêm ${values.length - SHOWN} mục`, "hb-facet__more");
      more.addEventListener("click", () => {
        unfolded.add(facet);
        redraw();
      });
      group.append(more);
    }
    return group;
  };

  Object.assign(handbookSearch, { readChoices, writeChoices, drawFacets });
})();
