/* The search itself: understand, find, mend the spelling, load what the results show. */
"use strict";

/**
 * @typedef {object} Result
 * @property {Query} query as understood, or as mended: for marks
 * @property {Hit[]} hits
 * @property {number} total how many records match, in what was read
 * @property {boolean} isWhole whether the whole index was read
 * @property {string[]} dropped words that no result has
 * @property {string} suggestion the mended query whose results these are, or nothing
 * @property {Match[]} matches for counting facets
 */
const engine = (() => {
  const LIMIT = 10;

  /** Search. @param {string} text @param {Options} [options] @returns {Promise<Result>} */
  const search = async (text, options = {}) => {
    const { words } = await index.open();
    const typed = await ranking.find(queries.parse(text, words), options);
    const isLacking = typed.missing || !typed.groups.length;
    const mended = isLacking ? await (await later.part("spelling")).mend(typed, options) : null;
    const { plan, groups, matches, missing, isWhole } = mended || typed;
    const { limit = LIMIT, offset = 0, more = 0 } = options;
    const read = (/** @type {Match} */ { range, section }) => index.read(range, section);
    const hits = await Promise.all(
      groups.slice(offset, offset + limit).map(async ([first, ...others]) => {
        const next = more ? others.sort(ranking.orderOf(plan)).slice(0, more) : [];
        return Object.assign(await read(first), { more: await Promise.all(next.map(read)) });
      }),
    );
    return {
      query: plan.query, hits, total: groups.length, isWhole, matches,
      dropped: plan.query.slots.filter((_, slot) => missing & (1 << slot)).map((slot) => slot.typed),
      suggestion: mended ? plan.query.text : "",
    };
  };

  /** Count the records that each choice would leave. @param {Match[]} matches */
  const countFacets = async (matches) => (await later.part("facets")).count(matches);

  return { search, countFacets, excerpt: marks.excerpt, ...analysis };
})();
