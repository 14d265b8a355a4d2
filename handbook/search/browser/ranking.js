/* Ranking: BM25F over the sections, words of the record's head, nearness of words, kind, standing. */
"use strict";

/**
 * @typedef {object} Match a section that was found
 * @property {number} range @property {number} section @property {number} record
 * @property {string} kind @property {number} score
 * @property {number} missing required words that its record does not have, as bits
 * @property {number} fails the chosen facets it does not fit, as bits
 *
 * @typedef {object} Plan a query with its terms
 * @property {Query} query
 * @property {Form[][]} forms of each word
 * @property {number[]} rarities of each word
 * @property {number} required the words that must be found, as bits @property {number} known those the index has
 * @property {{forms: Form[], mask: number, rarity: number}[]} keys numbers and names
 * @property {Form[][][]} excluded
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
  const SATURATION = 1.2, FREQUENCY = 2.2;
  /** What a word of the record's head adds to a section that lacks it. */
  const FROM_HEAD = 0.35;
  /** What a word adds that stands elsewhere in the record only. */
  const FROM_RECORD = 0.15;
  const HEAD = 1.15;
  /** @type {Record<string, number>} */
  const KIND = {
    p: 1.2, o: 1.15, m: 1.15, t: 1.1, c: 1.1, s: 1.1, d: 1.1, x: 0.95, n: 0.85, u: 0.75, b: 0.85, a: 0.85,
    r: 0.85, g: 0.9, h: 0.65,
  };
  const LEAST_STANDING = 0.88, STANDING = 0.24, STANDING_IF_ASKED = 2;
  /** The factor of a section that has the whole query in one piece. */
  const WHOLE = 1.2;
  const REFINED = 200, ENOUGH = 20, RANGES = 4;
  /** Fewer records than this are followed by those that lack a little of what is required. */
  const FEW = 4;
  const MOST_MISSING = 0.6;

  /** @param {number} count */
  const rarity = (count) => {
    const { total } = index.opened();
    return Math.max(0.2, Math.log(1 + (total - count + 0.5) / (count + 0.5)));
  };

  /** Find the terms of a query. @param {Query} query @returns {Promise<Plan>} */
  const planOf = async (query) => {
    const all = (/** @type {Slot[]} */ slots) => Promise.all(slots.map(terms.ofSlot));
    const forms = await all(query.slots);
    const rarities = forms.map((ones) =>
      rarity(ones.reduce((sum, form) => sum + (form.weight > terms.OTHER_TONE ? form.count : 0), 0)),
    );
    const keys = [];
    for (const number of query.numbers) {
      const ones = await terms.ofNumber(number.keys, number.bare);
      const mask = number.slots.reduce((sum, slot) => sum | (1 << slot), 0);
      if (ones.length) keys.push({ forms: ones, mask, rarity: rarity(Math.min(...ones.map((form) => form.count))) });
    }
    const named = query.slots.length ? await terms.ofName(query.names) : [];
    if (named.length) keys.push({ forms: named, mask: 0, rarity: 0 });
    const required = query.slots.reduce((sum, slot, place) => sum | (slot.isOptional ? 0 : 1 << place), 0);
    const known = forms.reduce((sum, ones, place) => sum | (ones.length ? 1 << place : 0), 0);
    return { query, forms, rarities, required, known, keys, excluded: await Promise.all(query.excluded.map(all)) };
  };

  /** How much words are worth together. @param {Plan} plan @param {number} mask */
  const worth = ({ rarities }, mask) =>
    rarities.reduce((sum, one, slot) => sum + (mask & (1 << slot) ? one : 0), 0);

  /** @typedef {{range: Range, scores: Float32Array, masks: Uint32Array}} Scored */

  /** Score the sections of a range. @param {Plan} plan @param {number} number */
  const scoreRange = async (plan, number) => {
    const range = await index.openRange(number);
    const scores = new Float32Array(range.size);
    const masks = new Uint32Array(range.size);
    const best = new Float32Array(range.size);
    const touched = new Int32Array(range.size);
    /** @param {Form[]} forms @param {string[]} texts @param {number} mask @param {number} factor */
    const add = (forms, texts, mask, factor) => {
      let count = 0;
      forms.forEach((form, place) => {
        index.readPostings(texts[place], (section, impact) => {
          const value = (form.weight * factor * impact) / (impact + SATURATION) + form.bonus;
          if (!best[section]) touched[count++] = section;
          if (value > best[section]) best[section] = value;
        });
      });
      for (let at = 0; at < count; at += 1) {
        const section = touched[at];
        scores[section] += best[section];
        masks[section] |= mask;
        best[section] = 0;
      }
    };
    const all = (/** @type {Form[]} */ forms) => Promise.all(forms.map((form) => terms.postingsOf(form, number)));
    const ofWords = await Promise.all(plan.forms.map(all));
    const ofKeys = await Promise.all(plan.keys.map((key) => all(key.forms)));
    plan.forms.forEach((forms, slot) => add(forms, ofWords[slot], 1 << slot, plan.rarities[slot] * FREQUENCY));
    plan.keys.forEach((key, place) => add(key.forms, ofKeys[place], key.mask, key.rarity * FREQUENCY));
    for (const words of plan.excluded) exclude(await Promise.all(words.map(all)), masks);
    return { range, scores, masks };
  };

  /** Forget the sections that hold all the words of these lists. @param {string[][]} words @param {Uint32Array} masks */
  const exclude = (words, masks) => {
    const counts = new Uint8Array(masks.length);
    words.forEach((lists, place) => {
      for (const text of lists) {
        index.readPostings(text, (section) => {
          if (counts[section] === place) counts[section] = place + 1;
        });
      }
    });
    counts.forEach((count, section) => {
      if (count && count === words.length) masks[section] = 0;
    });
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
      recordMasks[index.recordOf(range, section)] |= masks[section];
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
    for (; number < Math.min(length, ranges) && whole.size < ENOUGH; number += 1) {
      const scored = await scoreRange(plan, number);
      const failsOf = facets ? await facetsOf.checker(facets, scored.range) : null;
      matchRange(plan, scored, headMasks, failsOf, (match) => {
        if (!match.missing && !match.fails) whole.add(match.record);
        const known = found.get(match.missing);
        if (known) known.push(match);
        else found.set(match.missing, [match]);
      });
    }
    const tiers = [...found.keys()].sort((a, b) => worth(plan, a) - worth(plan, b));
    const most = MOST_MISSING * worth(plan, plan.required & plan.known);
    /** @type {Match[]} */
    const matches = [];
    const records = new Set();
    for (const missing of tiers) {
      if (records.size >= FEW || worth(plan, missing & plan.known) > most) break;
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

  /** Refine the best matches only; the others stay behind them. @param {Plan} plan @param {Match[]} matches */
  const refineBest = async (plan, matches) => {
    if (plan.query.phrases.length || matches.length <= REFINED) return refine(plan, matches);
    const bound = Float32Array.from(matches, (match) => match.score).sort()[matches.length - REFINED];
    const best = matches.filter((match) => match.score >= bound).slice(0, 2 * REFINED);
    const chosen = new Set(best);
    await refine(plan, best);
    return [...best, ...matches.filter((match) => !chosen.has(match))];
  };

  /** Group matches by record, the best first, those that lack words behind. @param {Plan} plan @param {Match[]} matches */
  const groupByRecord = (plan, matches) => {
    /** @type {Map<number, Match[]>} */
    const groups = new Map();
    const order = (/** @type {Match} */ a, /** @type {Match} */ b) =>
      worth(plan, a.missing) - worth(plan, b.missing) ||
      b.score - a.score || a.record - b.record || a.range - b.range || a.section - b.section;
    for (const match of matches.filter((one) => !one.fails).sort(order)) {
      const group = groups.get(match.record);
      if (group) group.push(match);
      else groups.set(match.record, [match]);
    }
    return [...groups.values()];
  };

  /** Find the records that answer a query. @param {Query} query @param {Options} options @returns {Promise<Found>} */
  const find = async (query, options) => {
    const plan = await planOf(query);
    if (!query.slots.length) return { plan, matches: [], groups: [], missing: 0, isWhole: true };
    const { matches, isWhole } = await collect(plan, options);
    const refined = await refineBest(plan, matches);
    const groups = groupByRecord(plan, refined);
    return { plan, matches: refined, groups, missing: groups.length ? groups[0][0].missing : plan.required, isWhole };
  };

  return { find, worth };
})();
