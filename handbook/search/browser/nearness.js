/* Nearness: where the words of a query stand in a section, and whether they stand together. */
"use strict";

const nearness = (() => {
  const ADJACENT = 1.2, NEAR = 0.3, NEAR_DISTANCE = 4;

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
        const least = Math.max(...forms.map((form) => form.weight)) / 2;
        for (const form of forms) {
          if (form.weight < least) continue;
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
  const between = (first, second, span) => {
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

  /**
   * Say how near the words of a query stand to each other, and whether all that are wanted stand in one piece.
   * @param {Slot[]} slots @param {number[][]} positions @param {number[]} rarities
   */
  const ofSlots = (slots, positions, rarities) => {
    let bonus = 0, pairs = 0, adjacent = 0;
    for (let slot = 0; slot + 1 < slots.length; slot += 1) {
      const near = between(positions[slot] || [], positions[slot + 1] || [], slots[slot].span);
      bonus += near * Math.min(rarities[slot], rarities[slot + 1]);
      if (slots[slot].isOptional || slots[slot + 1].isOptional) continue;
      pairs += 1;
      adjacent += Number(near === ADJACENT);
    }
    return { bonus, isWhole: pairs > 0 && adjacent === pairs };
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

  return { readPositions, ofSlots, hasPhrase };
})();
