/* Facets: what results can be narrowed by, and how many records each choice would leave. */
"use strict";

const facets = (() => {
  const { load } = handbookSearch;
  /** Characters of the number of a combination of values (see files.py). */
  const WIDTH = 3;
  const RECORD = ["issuer", "level", "year", "force", "outline"];
  const NAMES = ["kind", ...RECORD, "area", "role", "deadline"];
  const YES = "có";

  /** @typedef {(section: number) => Record<string, string[]>} Reader gives the values of a section */

  /** @type {{names: Record<string, string[]>, records: number[][], sections: [number[], number[], number][]}} */
  let table;

  /** @param {Range} range @returns {Promise<Reader>} */
  const readerOf = async (range) => {
    table = table || (await load("f"));
    const { ranges, kinds } = index.opened();
    const [, sections] = await load(`f${range.number}`);
    const homes = ranges.filter((one) => one.firstHead < range.endRecord || one === range);
    const heads = await Promise.all(homes.map(async ({ number }) => (await load(`f${number}`))[0]));
    return (section) => {
      const record = index.recordOf(range, section);
      const home = homes.findIndex((one) => one.firstHead <= record && record < one.endHead);
      const place = (record - homes[home].firstHead) * 2 * WIDTH;
      const row = table.records[index.readFixed(heads[home], place, WIDTH)];
      const own = section < range.heads
        ? index.readFixed(heads[home], place + WIDTH, WIDTH)
        : index.readFixed(sections, (section - range.heads) * WIDTH, WIDTH);
      const [areas, roles, deadline] = table.sections[own];
      const named = (/** @type {string} */ facet, /** @type {number} */ at) => [table.names[facet][at]].filter(Boolean);
      return {
        kind: [kinds[index.kindOf(range, section)][1]],
        issuer: named("issuer", row[0]), level: named("level", row[1]),
        year: named("year", row[2]), force: named("force", row[3]),
        outline: row[4] ? [YES] : [], deadline: deadline ? [YES] : [],
        area: areas.flatMap((at) => named("area", at)), role: roles.flatMap((at) => named("role", at)),
      };
    };
  };

  /** Give a function that tells which choices a section fails, as bits. @param {Record<string, string>} chosen @param {Range} range */
  const checker = async (chosen, range) => {
    const valuesOf = await readerOf(range);
    const asked = NAMES.filter((facet) => chosen[facet]);
    return (/** @type {number} */ section) => {
      const values = valuesOf(section);
      return asked.reduce(
        (bits, facet) => (values[facet].includes(chosen[facet]) ? bits : bits | (1 << NAMES.indexOf(facet))), 0,
      );
    };
  };

  /**
   * Count the records that each choice would leave: the choice of its own facet aside.
   * @param {Match[]} matches @returns {Promise<Record<string, [string, number][]>>}
   */
  const count = async (matches) => {
    /** @type {Map<number, Reader>} */
    const readers = new Map();
    for (const number of new Set(matches.map((match) => match.range))) {
      readers.set(number, await readerOf(index.opened().ranges[number]));
    }
    /** @type {Map<string, Set<number>>[]} */
    const counts = NAMES.map(() => new Map());
    for (const { range, section, record, fails } of matches) {
      const values = /** @type {Reader} */ (readers.get(range))(section);
      NAMES.forEach((facet, at) => {
        if (fails && fails !== 1 << at) return;
        for (const value of values[facet]) {
          const records = counts[at].get(value) || new Set();
          counts[at].set(value, records.add(record));
        }
      });
    }
    return Object.fromEntries(NAMES.map((facet, at) => [
      facet, [...counts[at]].map(([value, records]) => /** @type {[string, number]} */ ([value, records.size])),
    ]));
  };

  return { checker, count };
})();
