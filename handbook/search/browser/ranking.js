/* Ranking: BM25F over the sections, words of the record's head, nearness of words, kind, standing. */
"use strict";

/**
 * @typedef {object} Match a section that was found
 * @property {number} range @property {number} section @property {number} record
 * @property {string} kind @property {number} mask the words it has itself
 * @property {number} score
 * @property {number} fails the chosen facets it does not fit, as bits
 *
 * @typedef {object} Plan a query with its terms
 * @property {Query} query
 * @property {Form[][]} forms of each word
 * @property {number[]} rarities of each word
 * @property {number} required the words that must be found, as bits
 * @property {{forms: Form[], mask: number, rarity: number}[]} keys numbers and names
 * @property {Form[][][]} excluded
 *
 * @typedef {object} Found
 * @property {Plan} plan @property {Match[]} matches @property {Match[][]} groups of a record each
 * @property {number} missing the words that no match has, as bits @property {boolean} isWhole
 *
 * @typedef {object} Options
 * @property {number} [limit] results @property {number} [more] other sections of each record
 * @property {number} [ranges] how many ranges may be read @property {Record<string, string>} [facets]
 */
const ranking = (() => {
  const SATURATION = 1.2, FREQUENCY = 2.2;
  const ADJACENT = 0.8, NEAR = 0.25, NEAR_DISTANCE = 4;
  /** What a word of the record's head adds to a section that lacks it. */
  const FROM_HEAD = 0.35;
  const HEAD = 1.15;
  /** @type {Record<string, number>} */
  const KIND = {
    p: 1.2, o: 1.15, m: 1.15, t: 1.1, c: 1.1, s: 1.1, d: 1.1, x: 0.95, n: 0.85, u: 0.9, b: 0.9, a: 0.9,
    r: 0.9, g: 0.9, h: 0.65,
  };
  const LEAST_STANDING = 0.88, STANDING = 0.24;
  const REFINED = 200, ENOUGH = 20, RANGES = 4;

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
      const ones = await terms.ofNumber(number.keys);
      const mask = number.slots.reduce((sum, slot) => sum | (1 << slot), 0);
      if (ones.length) keys.push({ forms: ones, mask, rarity: rarity(Math.min(...ones.map((form) => form.count))) });
    }
    const named = query.slots.length ? await terms.ofName(query.names) : [];
    if (named.length) keys.push({ forms: named, mask: 0, rarity: 0 });
    const required = query.slots.reduce((sum, slot, place) => sum | (slot.isOptional ? 0 : 1 << place), 0);
    return { query, forms, rarities, required, keys, excluded: await Promise.all(query.excluded.map(all)) };
  };

  /** How much words are worth together. @param {Plan} plan @param {number} mask */
  const worth = ({ rarities }, mask) =>
    rarities.reduce((sum, one, slot) => sum + (mask & (1 << slot) ? one : 0), 0);

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
    (LEAST_STANDING + STANDING * index.standingOf(record));

  /**
   * Collect the sections that have, with their record's head, all that is required; when there are
   * none, those that have the most of it.  Reads one range after another until it has enough.
   * @param {Plan} plan @param {Options} options
   */
  const collect = async (plan, { facets, ranges = RANGES }) => {
    const { records: recordCount, ranges: { length } } = index.opened();
    const headMasks = new Uint32Array(recordCount);
    /** @type {Map<number, Match[]>} */
    const found = new Map();
    const records = new Set();
    let number = 0;
    for (; number < Math.min(length, ranges) && records.size < ENOUGH; number += 1) {
      const { range, scores, masks } = await scoreRange(plan, number);
      const failsOf = facets ? await facetsOf.checker(facets, range) : null;
      headMasks.set(masks.subarray(0, range.heads), range.firstHead);
      for (let section = 0; section < range.size; section += 1) {
        const mask = masks[section];
        if (!mask) continue;
        const record = index.recordOf(range, section);
        const isHead = section < range.heads;
        const total = isHead ? mask : mask | headMasks[record];
        const has = total & plan.required;
        if (has !== plan.required && records.size) continue;
        const fails = failsOf ? failsOf(section) : 0;
        if (fails & (fails - 1)) continue; // more than one facet: of no use, not even to count
        const match = { range: number, section, record, kind: index.kindOf(range, section), mask, score: 0, fails };
        match.score = (scores[section] + FROM_HEAD * worth(plan, total & ~mask)) * weigh(plan, match, isHead);
        if (has === plan.required && !fails) records.add(record);
        const known = found.get(has);
        if (known) known.push(match);
        else found.set(has, [match]);
      }
    }
    const [has = 0] = [...found.keys()].sort((a, b) => worth(plan, b) - worth(plan, a));
    return { matches: found.get(has) || [], missing: plan.required & ~has, isWhole: number >= length };
  };

  /** Find the positions of each word in matches. @param {Plan} plan @param {Match[]} matches */
  const readPositions = async (plan, matches) => {
    /** @type {Map<number, Map<number, number[][]>>} range → section → word → positions */
    const wanted = new Map();
    for (const { range, section } of matches) {
      const sections = wanted.get(range) || new Map();
      wanted.set(range, sections.set(section, plan.forms.map(() => [])));
    }
    for (const [range, sections] of wanted) {
      for (const [slot, forms] of plan.forms.entries()) {
        for (const form of forms) {
          if (form.weight <= terms.PREFIX_OF_KNOWN) continue;
          index.readPostings(
            await terms.postingsOf(form, range),
            (section) => sections.has(section),
            (section, position) => sections.get(section)?.[slot].push(position),
          );
        }
      }
    }
    return (/** @type {Match} */ { range, section }) => wanted.get(range)?.get(section) || [];
  };

  /** How near one word stands before another. @param {number[]} first @param {number[]} second @param {number} span of the first */
  const nearness = (first, second, span) => {
    let best = 0;
    for (const one of first) {
      for (const other of second) {
        const distance = other - one;
        if (distance === 1 || distance === span) return ADJACENT;
        if (Math.abs(distance) <= NEAR_DISTANCE) best = NEAR;
      }
    }
    return best;
  };

  /** Tell whether a phrase stands in a section. @param {Slot[]} phrase @param {number[][]} positions @param {Slot[]} slots */
  const hasPhrase = (phrase, positions, slots) => {
    const placesOf = (/** @type {Slot} */ slot) => positions[slots.findIndex((one) => one.exact === slot.exact)] || [];
    let ends = placesOf(phrase[0]).flatMap((place) => [place + 1, place + phrase[0].span]);
    for (const slot of phrase.slice(1)) {
      const starts = placesOf(slot).filter((place) => ends.includes(place));
      ends = starts.flatMap((place) => [place + 1, place + slot.span]);
    }
    return ends.length > 0;
  };

  /** Raise matches whose words stand together; drop those without the phrases. @param {Plan} plan @param {Match[]} matches */
  const refine = async (plan, matches) => {
    const { slots, phrases } = plan.query;
    if (slots.length < 2) return matches;
    const positionsOf = await readPositions(plan, matches);
    const kept = matches.filter((match) =>
      phrases.every((phrase) => hasPhrase(phrase, positionsOf(match), slots)),
    );
    for (const match of kept) {
      const positions = positionsOf(match);
      let bonus = 0;
      for (let slot = 0; slot + 1 < slots.length; slot += 1) {
        const near = nearness(positions[slot] || [], positions[slot + 1] || [], slots[slot].span);
        bonus += near * Math.min(plan.rarities[slot], plan.rarities[slot + 1]);
      }
      match.score += bonus * weigh(plan, match, match.section < index.opened().ranges[match.range].heads);
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

  /** Group matches by record, the best first. @param {Match[]} matches */
  const groupByRecord = (matches) => {
    /** @type {Map<number, Match[]>} */
    const groups = new Map();
    const order = (/** @type {Match} */ a, /** @type {Match} */ b) =>
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
    const { matches, missing, isWhole } = await collect(plan, options);
    const refined = await refineBest(plan, matches);
    return { plan, matches: refined, groups: groupByRecord(refined), missing, isWhole };
  };

  return { find, worth };
})();
