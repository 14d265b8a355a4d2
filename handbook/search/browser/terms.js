/* Terms: those of the index that satisfy a word of the query, and how well. */
"use strict";

/**
 * @typedef {object} Form a term that satisfies a word
 * @property {string} exact @property {number} weight
 * @property {number} count of the sections that hold it
 * @property {number} shard
 * @property {Map<number, string | 0>} parts range → postings, 0 if they stand in a file of their own
 * @property {number} bonus for a record's own number or name
 */
const terms = (() => {
  const { load } = handbookSearch;
  const FEWER_MARKS = 0.8, OTHER_TONE = 0.4, OTHER_WORD = 0.2;
  /** What is left of the weight of other tones when the index has the word as typed. */
  const UNLIKELY = 0.25;
  const PREFIX = 0.7, PREFIX_OF_KNOWN = 0.15;
  const MAX_PREFIXED = 16;
  const OWN_NUMBER = 30, OWN_SHORT_NUMBER = 20, OWN_BARE_NUMBER = 8, ALSO_OWN = 3;
  const OWN_NAME = 8, OWN_PART_OF_NAME = 4;
  const FULL_NUMBER = 1.5;
  const WORDING = 0.7;

  /** Find the shard of a folded form: the last whose bound is not after it. @param {string} fold */
  const shardOf = (fold) => {
    const { bounds } = index.opened();
    let low = 0, high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bounds[middle] <= fold) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** @param {number} shard @returns {Promise<Record<string, any[][]>>} */
  const loadShard = (shard) => load(`t${shard}`);

  /** The shards, two at most, with the words that begin like one. @param {string} fold */
  const shardsFrom = (fold) => {
    const first = shardOf(fold);
    return shardOf(`${fold}~`) === first ? [first] : [first, first + 1];
  };

  /** Load the rows of a folded form. @param {string} fold @returns {Promise<any[][]>} */
  const rowsOf = async (fold) => {
    const shard = await loadShard(shardOf(fold));
    // A word may be the name of every object's own method: “constructor”.
    return Object.prototype.hasOwnProperty.call(shard, fold) ? shard[fold] : [];
  };

  /** @param {any[]} row @param {string} fold @param {number} weight @param {number} [bonus] @returns {Form} */
  const formOf = (row, fold, weight, bonus = 0) => {
    const parts = new Map();
    for (let at = 2; at < row.length; at += 2) parts.set(row[at], row[at + 1]);
    return { exact: row[0] || fold, weight, count: row[1], shard: shardOf(fold), parts, bonus };
  };

  /** @param {string} exact */
  const toneOf = (exact) => (/^[^0-9]+[1-5]$/.test(exact) ? exact.slice(-1) : "");
  /** @param {string} exact */
  const lettersOf = (exact) => (toneOf(exact) ? exact.slice(0, -1) : exact);

  /** Tell whether a word bears the marks that were typed, and perhaps more. @param {string} typed @param {string} exact */
  const hasMarks = (typed, exact) => {
    if (toneOf(typed) && toneOf(typed) !== toneOf(exact)) return false;
    const letters = lettersOf(exact);
    return [...lettersOf(typed)].every(
      (letter, at) => letter === letters[at] || letter === analysis.foldOf(letters[at]),
    );
  };

  /** How well a term fits a word with the same folded form. @param {Slot} slot @param {string} exact */
  const toneWeight = (slot, exact) => {
    if (slot.exact === exact) return 1;
    if (slot.isStrict) return 0;
    if (slot.exact === slot.fold) return 1;
    if (hasMarks(slot.exact, exact)) return FEWER_MARKS;
    return lettersOf(slot.exact) === lettersOf(exact) ? OTHER_TONE : OTHER_WORD;
  };

  /** @param {string} term */
  const isNumber = (term) => term[0] < "a";

  /** Find the terms that satisfy a word. @param {Slot} slot @returns {Promise<Form[]>} */
  const ofSlot = async (slot) => {
    const longer = slot.isPrefix ? Promise.all(shardsFrom(slot.fold).map(loadShard)) : null;
    const known = (await rowsOf(slot.fold))
      .map((row) => formOf(row, slot.fold, toneWeight(slot, row[0] || slot.fold)))
      .filter((form) => form.weight > 0);
    if (known.some((form) => form.weight === 1)) {
      for (const form of known) if (form.weight <= OTHER_TONE) form.weight *= UNLIKELY;
    }
    if (!longer) return known;
    const isKnown = known.some((form) => form.weight >= FEWER_MARKS);
    return [...known, ...longerThan(slot, await longer, isKnown ? PREFIX_OF_KNOWN : PREFIX)];
  };

  /** Find the commonest terms that begin like a word. @param {Slot} slot @param {Record<string, any[][]>[]} shards @param {number} weight */
  const longerThan = (slot, shards, weight) => {
    /** @type {Form[]} */
    const found = [];
    for (const shard of shards) {
      for (const [fold, rows] of Object.entries(shard)) {
        if (fold === slot.fold || !fold.startsWith(slot.fold)) continue;
        if (isNumber(fold) !== isNumber(slot.fold) || /[=^]/.test(fold)) continue;
        for (const row of rows) if (hasMarks(slot.exact, row[0] || fold)) found.push(formOf(row, fold, weight));
      }
    }
    return found.sort((a, b) => b.count - a.count).slice(0, MAX_PREFIXED);
  };

  /**
   * Find the terms of a document's number: its own records first, then those that name it.  When no
   * record has it as its own, the word for its kind may be wrong (a plan called “công văn”).
   * @param {string[]} keys @param {string} bare the digits
   */
  const ofNumber = async (keys, bare) => {
    /** @type {Form[]} */
    const forms = [];
    let bonus = OWN_NUMBER;
    let isOwned = false;
    const rows = await Promise.all([...keys, bare].map((key) => Promise.all([rowsOf(`${key}=`), rowsOf(key)])));
    for (const [place, key] of keys.entries()) {
      const weight = place ? 1 : FULL_NUMBER;
      const [own, named] = rows[place];
      isOwned = isOwned || own.length > 0;
      forms.push(...own.map((row) => formOf(row, `${key}=`, weight, bonus)));
      forms.push(...named.map((row) => formOf(row, key, weight)));
      bonus = own.length || bonus === ALSO_OWN ? ALSO_OWN : OWN_SHORT_NUMBER;
    }
    if (!isOwned) {
      forms.push(...rows[keys.length][0].map((row) => formOf(row, `${bare}=`, 1, OWN_BARE_NUMBER)));
    }
    return forms;
  };

  /** Find the places with everyday words, or what documents write for them. @param {string} key */
  const ofWording = async (key) => (await rowsOf(key)).map((row) => formOf(row, key, WORDING));

  /** Find the records that bear one of the query's names. @param {string[]} names all words; then parts of them */
  const ofName = async (names) => {
    const rows = await Promise.all(names.map(rowsOf));
    return rows.flatMap((ones, place) =>
      ones.map((row) => formOf(row, names[place], 0, place ? OWN_PART_OF_NAME : OWN_NAME)),
    );
  };

  /** Load the postings of a term in a range. @param {Form} form @param {number} range @returns {Promise<string>} */
  const postingsOf = async (form, range) => {
    const text = form.parts.get(range);
    return text === 0 ? (await load(`t${form.shard}-${range}`))[form.exact] : text || "";
  };

  return { ofSlot, ofNumber, ofWording, ofName, postingsOf, hasMarks, lettersOf, isNumber, OTHER_TONE, OWN_SHORT_NUMBER };
})();
