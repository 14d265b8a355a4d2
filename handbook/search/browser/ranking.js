/* Ranking: words of the record's head and of its other sections, nearness, kind, standing. */
"use strict";

/**
 * @typedef {object} Match a section that was found
 * @property {number} range @property {number} section @property {number} record
 * @property {string} kind @property {number} score
 * @property {number} missing required words that its record does not have, as bits
 * @property {number} fails the chosen facets it does not fit, as bits
 *
 * @typedef {object} Found
 * @property {Plan} plan @property {Match[]} matches @property {Match[][]} groups of a record each
 * @property {number} missing the words that no match has, as bits @property {boolean} isWhole
 *
 * @typedef {object} Options
 * @property {number} [limit] results @property {number} [offset] results to leave out first
 * @property {number} [more] other sections of each record
 * @property {number} [ranges] how many ranges may be read @property {Record<string, string>} [facets]
 */
const ranking = (() => {
  const { worth } = matching;
  /** What a word of the record's head adds to a section that lacks it. */
  const FROM_HEAD = 0.35;
  /** What a word adds that stands elsewhere in the record only. */
  const FROM_RECORD = 0.15;
  const HEAD = 1.15;
  /** @type {Record<string, number>} */
  const KIND = {
    p: 1.2, o: 1.15, m: 1.15, t: 1.1, c: 1.1, s: 1.1, d: 1.1, x: 0.95, n: 0.85, u: 0.75, b: 0.85, a: 0.85,
    r: 0.85, g: 0.9, k: 0.85, l: 0.65, h: 0.8,
  };
  const LEAST_STANDING = 0.88, STANDING = 0.24, STANDING_IF_ASKED = 2;
  /** The factor of a section that has the whole query in one piece. */
  const WHOLE = 1.2;
  const REFINED = 200, ENOUGH = 12, RANGES = 4;
  /** Fewer records than this are followed by those that lack a little of what is required. */
  const FEW = 4;
  const MOST_MISSING = 0.6;

  /** @param {number} bits */
  const countBits = (bits) => {
    let count = 0;
    for (let rest = bits; rest; rest &= rest - 1) count += 1;
    return count;
  };

  /** The factor of a section for what it is, whatever its words. @param {Plan} plan @param {Match} match @param {boolean} isHead */
  const weigh = ({ query }, { kind, record }, isHead) =>
    (KIND[kind] || 1) * (query.kinds[kind] || 1) * (isHead ? HEAD : 1) *
    (LEAST_STANDING + (query.isForNewest ? STANDING_IF_ASKED : STANDING) * index.standingOf(record));

  /**
   * Score the sections of a range whose records have, all sections together, what is required; of
   * the sections that lack some of it, only the best of a record.
   * @param {Plan} plan @param {Scored} scored @param {Uint32Array} headMasks of all records so far
   * @param {((section: number) => number) | null} failsOf @param {(match: Match) => void} found
   */
  const matchRange = (plan, { range, scores, masks }, headMasks, failsOf, found) => {
    headMasks.set(masks.subarray(0, range.heads), range.firstHead);
    const recordMasks = headMasks.slice();
    for (let section = range.heads; section < range.size; section += 1) {
      if (masks[section]) recordMasks[index.recordOf(range, section)] |= masks[section];
    }
    /** @type {Map<number, Match>} */
    const partial = new Map();
    for (let section = 0; section < range.size; section += 1) {
      const mask = masks[section];
      if (!mask) continue;
      const record = index.recordOf(range, section);
      const missing = plan.required & ~recordMasks[record];
      const fails = failsOf ? failsOf(section) : 0;
      if (fails & (fails - 1)) continue; // more than one facet: of no use, not even to count
      const near = mask | headMasks[record];
      const match = { range: range.number, section, record, kind: index.kindOf(range, section), score: 0, missing, fails };
      const borrowed = FROM_HEAD * worth(plan, near & ~mask) + FROM_RECORD * worth(plan, recordMasks[record] & ~near);
      match.score = (scores[section] + borrowed) * weigh(plan, match, section < range.heads);
      if (!(plan.required & ~near)) {
        found(match);
        continue;
      }
      const other = partial.get(record);
      if (!other || Number(match.fails > 0) < Number(other.fails > 0) || match.score > other.score) partial.set(record, match);
    }
    partial.forEach(found);
  };

  /**
   * Collect the sections of the records that have all that is required; if those are few, of those
   * that have most of it as well.  Reads one range after another until it has enough.
   * @param {Plan} plan @param {Options} options
   */
  const collect = async (plan, { facets, ranges = RANGES }) => {
    const { records: recordCount, ranges: { length } } = index.opened();
    const headMasks = new Uint32Array(recordCount);
    /** @type {Map<number, Match[]>} words that are missing → matches */
    const found = new Map();
    const whole = new Set();
    let number = 0;
    for (; number < Math.min(length, ranges) && whole.size < ENOUGH && !(number > plan.lastOwned); number += 1) {
      const scored = await matching.scoreRange(plan, number);
      const failsOf = facets ? await (await later.part("facets")).checker(facets, scored.range) : null;
      matchRange(plan, scored, headMasks, failsOf, (match) => {
        if (!match.missing && !match.fails) whole.add(match.record);
        const known = found.get(match.missing);
        if (known) known.push(match);
        else found.set(match.missing, [match]);
      });
    }
    const tiers = [...found.keys()].sort((a, b) => worth(plan, a) - worth(plan, b));
    const wanted = countBits(plan.required);
    const most = MOST_MISSING * worth(plan, plan.required & plan.known);
    /** @type {Match[]} */
    const matches = [];
    const records = new Set();
    for (const missing of tiers) {
      if (records.size >= FEW || worth(plan, missing & plan.known) > most || 2 * countBits(missing) > wanted) break;
      for (const match of found.get(missing) || []) {
        matches.push(match);
        records.add(match.record);
      }
    }
    return { matches, isWhole: number >= length };
  };

  /** Raise matches whose words stand together; drop those without the phrases. @param {Plan} plan @param {Match[]} matches */
  const refine = async (plan, matches) => {
    const { slots, phrases } = plan.query;
    if (slots.length < 2) return matches;
    const positionsOf = await nearness.readPositions(plan, matches);
    const kept = matches.filter((match) =>
      phrases.every((phrase) => nearness.hasPhrase(phrase, positionsOf(match), slots)),
    );
    for (const match of kept) {
      const { bonus, isWhole } = nearness.ofSlots(slots, positionsOf(match), plan.rarities);
      match.score += bonus * weigh(plan, match, match.section < index.opened().ranges[match.range].heads);
      if (isWhole) match.score *= WHOLE;
    }
    return kept;
  };

  /** Refine the best matches only. @param {Plan} plan @param {Match[]} matches */
  const refineBest = async (plan, matches) => {
    if (plan.query.phrases.length || matches.length <= REFINED) return refine(plan, matches);
    const bound = Float32Array.from(matches, (match) => match.score).sort()[matches.length - REFINED];
    const best = matches.filter((match) => match.score >= bound).slice(0, 2 * REFINED);
    await refine(plan, best);
    return matches;
  };

  /** The order of matches: the best first, those that lack words behind. @param {Plan} plan */
  const orderOf = (plan) => (/** @type {Match} */ a, /** @type {Match} */ b) =>
    (a.missing === b.missing ? 0 : worth(plan, a.missing) - worth(plan, b.missing)) ||
    b.score - a.score || a.record - b.record || a.range - b.range || a.section - b.section;

  /** Group matches by record, the best first; the others of a record are put in order when they are shown. @param {Plan} plan @param {Match[]} matches */
  const groupByRecord = (plan, matches) => {
    const order = orderOf(plan);
    /** @type {Map<number, Match[]>} */
    const groups = new Map();
    for (const match of matches) {
      if (match.fails) continue;
      const group = groups.get(match.record);
      if (!group) groups.set(match.record, [match]);
      else if (order(match, group[0]) < 0) group.unshift(match);
      else group.push(match);
    }
    return [...groups.values()].sort(([a], [b]) => order(a, b));
  };

  /** Find the records that answer a query. @param {Query} query @param {Options} options @returns {Promise<Found>} */
  const find = async (query, options) => {
    const plan = await matching.planOf(query);
    if (!query.slots.length) return { plan, matches: [], groups: [], missing: 0, isWhole: true };
    const { matches, isWhole } = await collect(plan, options);
    const refined = await refineBest(plan, matches);
    const groups = groupByRecord(plan, refined);
    return { plan, matches: refined, groups, missing: groups.length ? groups[0][0].missing : plan.required, isWhole };
  };

  return { find, orderOf };
})();
