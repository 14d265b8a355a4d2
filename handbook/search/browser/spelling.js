/* Spelling: when no section has a word, the nearest words of the index are tried. */
"use strict";

const spelling = (() => {
  const { load } = handbookSearch;
  const MAX_TRIED = 6, MAX_WORDS = 3, MAX_LENGTH = 24, MAX_SYLLABLE = 7;
  /** A syllable that fewer sections have does not split a word typed without spaces. */
  const LEAST_LEVEL = 2;
  /** What a word is worth that a mended query still lacks. */
  const LOST = 10;
  /** Syllables of the language without their marks; what is one is no slip, though no text has it. */
  const SYLLABLE = new RegExp(
    "^(ngh?|[cgknpt]h|tr|gi|qu|[bcdghklmnprstvx])?(" +
      "a(ch|n[gh]?|[cimoptuy])?|e(ch|n[gh]?|[comptu])?|i(a|ch|nh?|[mptu]|e(ng?|[cmptu]))?|" +
      "o(ng?|[cimpt]|o(c|ng)|a(ch|n[gh]?|[cimoptuy])?|e(n|o|t)?)?|" +
      "u(a(n?g?|t|y)|e(ch|nh)?|i|ng?|[cmptu]|o(ng?|[cimptu])?|y(a|ch|nh?|[ptu]|e[nt])?)?|y(e(ng?|[mtu]))?)$",
  );

  /** @type {[string, string, number][]} folded form, spelling, logarithm of how many sections have it */
  let words;

  const open = async () => {
    words = words || (await load("w")).split(",").map((/** @type {string} */ row) => {
      const [fold, spelled, level] = row.split(" ");
      return [fold, spelled, Number(level)];
    });
    return words;
  };

  /** Tell whether words differ by a letter more, fewer or other, or two exchanged. @param {string} a @param {string} b */
  const isOneEdit = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const one = a.slice(at), other = b.slice(at);
    const isExchanged = one.length > 1 && one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
    return isExchanged || one.slice(1) === other.slice(1) || one.slice(1) === other || one === other.slice(1);
  };

  /** Split a word typed without spaces into the fewest syllables. @param {string} fold @param {Map<string, string>} known */
  const split = (fold, known) => {
    /** @type {(string[] | undefined)[]} */
    const best = [[]];
    for (let end = 2; end <= fold.length; end += 1) {
      for (let start = Math.max(0, end - MAX_SYLLABLE); start < end - 1; start += 1) {
        const before = best[start];
        const syllable = known.get(fold.slice(start, end));
        if (!before || !syllable) continue;
        const sofar = best[end];
        if (!sofar || before.length + 1 < sofar.length) best[end] = [...before, syllable];
      }
    }
    const parts = best[fold.length] || [];
    return parts.length > 1 ? [parts.join(" ")] : [];
  };

  /** Whether a word differs by one edit; one typed with marks may not differ in these as well. @param {Slot} slot @param {string} fold @param {string} spelled */
  const isNear = (slot, fold, spelled) => {
    if (!isOneEdit(fold, slot.fold) || !isWord(fold)) return false;
    const [{ exact }] = analysis.tokensOf(spelled);
    const hasMarks = slot.exact !== slot.fold;
    return !queries.isFiller({ exact, fold }) && (!hasMarks || isOneEdit(terms.lettersOf(exact), terms.lettersOf(slot.exact)));
  };

  /** Whether a folded word is a syllable or an abbreviation, not a slip of a text's own or a foreign word. @param {string} fold */
  const isWord = (fold) =>
    SYLLABLE.test(fold) || index.opened().words.abbreviations.some((one) => one.fold === fold);

  /** What a word may have been meant to be, the likeliest first. @param {Slot} slot */
  const candidates = async (slot) => {
    const { fold } = slot;
    const all = await open();
    const near = all.filter(([other, spelled]) => isNear(slot, other, spelled)).sort((a, b) => b[2] - a[2]);
    const known = new Map();
    for (const [other, spelled, level] of all) if (level >= LEAST_LEVEL) known.set(other, spelled);
    return [...split(fold, known), ...near.map(([, spelled]) => spelled)].slice(0, MAX_TRIED);
  };

  /** @param {Found} found */
  const unknownWord = ({ plan }) =>
    plan.query.slots.find(
      (slot, place) =>
        !slot.isOptional && !(plan.known & (1 << place)) && !terms.isNumber(slot.fold) &&
        !SYLLABLE.test(slot.fold) && slot.fold.length > 1 && slot.fold.length < MAX_LENGTH,
    );

  /** @param {Query} query */
  const countWanted = (query) => query.slots.filter((slot) => !slot.isOptional).length;

  /** Try the candidates for a word, but those that would ask for less; keep the one that finds most. @param {Found} found @param {Slot} slot @param {Options} options */
  const bestOf = async ({ plan }, slot, options) => {
    /** @type {Found | null} */
    let best = null;
    let most = -Infinity;
    for (const spelled of await candidates(slot)) {
      const text = plan.query.text.replace(slot.typed, () => spelled);
      const query = queries.parse(text, index.opened().words);
      if (countWanted(query) < countWanted(plan.query)) continue;
      const tried = await ranking.find(query, { ...options, ranges: 1 });
      const [group] = tried.groups;
      const score = group ? group[0].score - LOST * matching.worth(tried.plan, tried.missing) : -Infinity;
      if (score > most) {
        best = tried;
        most = score;
      }
    }
    return best;
  };

  /**
   * Mend the words that the index does not have, one after another; of no use unless all is found then.
   * @param {Found} found @param {Options} options @returns {Promise<Found | null>}
   */
  const mend = async (found, options) => {
    /** @type {Found | null} */
    let mended = null;
    for (let count = 0; count < MAX_WORDS; count += 1) {
      const word = unknownWord(mended || found);
      const better = word && (await bestOf(mended || found, word, options));
      if (!better) break;
      mended = better;
    }
    return mended && !mended.missing ? mended : null;
  };

  return { mend };
})();
