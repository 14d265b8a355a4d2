/* Matching: a query with its terms, and the score of every section that has some of them (BM25F). */
"use strict";

/**
 * @typedef {object} Plan a query with its terms
 * @property {Query} query
 * @property {Form[][]} forms of each word
 * @property {number[]} rarities of each word
 * @property {number} required the words that must be found, as bits @property {number} known those the index has
 * @property {{forms: Form[], mask: number, rarity: number}[]} keys numbers and names
 * @property {number} lastOwned the last range with records whose own number was asked for
 * @property {Form[][][]} excluded
 *
 * @typedef {{range: Range, scores: Float32Array, masks: Uint32Array}} Scored the words each section has, as bits
 */
const matching = (() => {
  const SATURATION = 1.2, FREQUENCY = 2.2;

  /** @param {number} count */
  const rarity = (count) => {
    const { total } = index.opened();
    return Math.max(0.2, Math.log(1 + (total - count + 0.5) / (count + 0.5)));
  };

  /** Find the terms of a query. @param {Query} query @returns {Promise<Plan>} */
  const planOf = async (query) => {
    const all = (/** @type {Slot[]} */ slots) => Promise.all(slots.map(terms.ofSlot));
    const [forms, named, ofNumbers, ofWordings, excluded] = await Promise.all([
      all(query.slots),
      query.slots.length ? terms.ofName(query.names) : [],
      Promise.all(query.numbers.map(({ keys, bare }) => terms.ofNumber(keys, bare))),
      Promise.all(query.wordings.map(({ key }) => terms.ofWording(key))),
      Promise.all(query.excluded.map(all)),
    ]);
    const rarities = forms.map((ones) =>
      rarity(ones.reduce((sum, form) => sum + (form.weight > terms.OTHER_TONE ? form.count : 0), 0)),
    );
    const keys = [];
    const many = [...query.numbers, ...query.wordings];
    for (const [place, ones] of [...ofNumbers, ...ofWordings].entries()) {
      const mask = many[place].slots.reduce((sum, slot) => sum | (1 << slot), 0);
      if (ones.length) keys.push({ forms: ones, mask, rarity: rarity(Math.min(...ones.map((form) => form.count))) });
    }
    const owned = keys.flatMap((key) => key.forms).filter((form) => form.bonus >= terms.OWN_SHORT_NUMBER);
    const lastOwned = owned.length ? Math.max(...owned.flatMap((form) => [...form.parts.keys()])) : Infinity;
    if (named.length) keys.push({ forms: named, mask: 0, rarity: 0 });
    const required = query.slots.reduce((sum, slot, place) => sum | (slot.isOptional ? 0 : 1 << place), 0);
    const inWordings = query.wordings.flatMap(({ slots }, place) => (ofWordings[place].length ? slots : []));
    const known = forms.reduce(
      (sum, ones, place) => sum | (ones.length || inWordings.includes(place) ? 1 << place : 0), 0,
    );
    return { query, forms, rarities, required, known, keys, lastOwned, excluded };
  };

  /** How much words are worth together. @param {Plan} plan @param {number} mask */
  const worth = ({ rarities }, mask) => {
    let sum = 0;
    for (let slot = 0; mask >> slot; slot += 1) if (mask & (1 << slot)) sum += rarities[slot];
    return sum;
  };

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

  return { planOf, worth, scoreRange };
})();
