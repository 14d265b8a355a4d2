/* Marks: where a text has what was searched, also when it was typed without tones or abbreviated. */
"use strict";

/** @typedef {[number, number]} Mark start and end */

const marks = (() => {
  const LENGTH = 180;

  /** @param {Token} token @param {Slot} slot */
  const isFound = (token, slot) => {
    if (slot.isPrefix && !terms.isNumber(slot.fold) && token.fold.startsWith(slot.fold)) return true;
    return token.fold === slot.fold && (slot.exact === slot.fold || terms.hasMarks(slot.exact, token.exact));
  };

  /** Find the marks of one word. @param {Token[]} tokens @param {Slot} slot @returns {Mark[]} */
  const ofSlot = (tokens, slot) => {
    const longs = index.opened().words.abbreviations.filter((one) => one.fold === slot.fold);
    return [
      ...tokens.flatMap((token) => (isFound(token, slot) ? [/** @type {Mark} */ ([token.start, token.end])] : [])),
      ...longs.flatMap(({ words }) => ofPhrase(tokens, words)),
    ];
  };

  /** Find the marks of a phrase. @param {Token[]} tokens @param {string[]} words @returns {Mark[]} */
  const ofPhrase = (tokens, words) =>
    tokens.flatMap((token, at) => {
      const last = tokens[at + words.length - 1];
      return last && words.every((word, place) => tokens[at + place].exact === word) ? [[token.start, last.end]] : [];
    });

  /** Join marks that overlap or have only spaces between them. @param {Mark[]} found @param {string} text */
  const join = (found, text) => {
    /** @type {Mark[]} */
    const joined = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
      const last = joined[joined.length - 1];
      if (last && (start <= last[1] || !text.slice(last[1], start).trim())) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  };

  /** Find what a query found in a text. @param {string} text @param {Query} query @returns {Mark[]} */
  const find = (text, query) => {
    const tokens = analysis.tokensOf(text);
    const keys = new Set(query.numbers.flatMap((number) => number.keys));
    const numbers = keys.size
      ? analysis.numbersOf(tokens).filter((number) => number.keys.some((key) => keys.has(key)))
      : [];
    const wanted = query.slots.filter((slot) => !slot.isOptional);
    return join([
      ...wanted.flatMap((slot) => ofSlot(tokens, slot)),
      ...query.wordings.flatMap(({ means }) => means.flatMap((words) => ofPhrase(tokens, words))),
      ...numbers.map(({ start, end }) => /** @type {Mark} */ ([tokens[start].start, tokens[end - 1].end])),
    ], text);
  };

  /**
   * Cut the sentence with the most marks out of a text.
   * @param {string} text @param {Query} query @returns {{text: string, marks: Mark[]}}
   */
  const excerpt = (text, query) => {
    const found = find(text, query);
    let [start, end] = bestSentence(text, found);
    const first = found.find((mark) => mark[0] >= start && mark[0] < end);
    if (first && first[1] - start > LENGTH) start = text.lastIndexOf(" ", first[0] - LENGTH / 3) + 1;
    end = Math.max(end, Math.min(text.length, start + LENGTH));
    if (end > start + LENGTH) {
      const space = text.lastIndexOf(" ", start + LENGTH);
      end = space > start ? space : start + LENGTH;
    }
    const before = start ? "…" : "", after = end < text.length ? "…" : "";
    return {
      text: `${before}${text.slice(start, end)}${after}`,
      marks: found
        .filter((mark) => mark[0] >= start && mark[1] <= end)
        .map(([from, to]) => [from - start + before.length, to - start + before.length]),
    };
  };

  /** Find the sentence with the most marks. @param {string} text @param {Mark[]} found @returns {Mark} */
  const bestSentence = (text, found) => {
    const ends = [...text.matchAll(/[.;!?]\s|\s·\s/g)].map((match) => (match.index || 0) + match[0].length);
    let best = /** @type {Mark} */ ([0, text.length]);
    let most = -1;
    [0, ...ends].forEach((start, at) => {
      const end = ends[at] || text.length;
      const marked = found.filter((mark) => mark[0] >= start && mark[1] <= end).length;
      if (marked > most) [best, most] = [[start, end], marked];
    });
    return best;
  };

  return { find, excerpt };
})();
