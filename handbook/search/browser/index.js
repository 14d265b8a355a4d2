/* The index as the builder wrote it: what is where, postings, ranges of sections, texts of results. */
"use strict";

/**
 * @typedef {object} Range
 * @property {number} number @property {number} firstHead @property {number} endHead
 * @property {number} firstRecord @property {number} endRecord
 * @property {number} heads how many of its sections are records' heads: they come first
 * @property {number} size how many sections it has
 * @property {Int32Array} [recordOf] section → record
 * @property {Map<number, number>} [firstOf] record → its first section
 * @property {string} [kinds] the letters of the sections that are not heads
 */
const index = (() => {
  const { load } = handbookSearch;

  // Numbers (see encoding.py)

  const FINAL = 60, MORE = 30;
  const CODES = new Uint8Array(128);
  let base = 0;
  for (let code = 32; code < 127; code += 1) {
    if (!"\"\\<&'".includes(String.fromCharCode(code))) CODES[code] = base++;
  }
  let cursor = 0;

  /** Read the number at `cursor`. @param {string} text */
  const readNumber = (text) => {
    let more = 0;
    let code = CODES[text.charCodeAt(cursor++)];
    while (code >= FINAL && cursor < text.length) {
      more = more * MORE + code - FINAL;
      code = CODES[text.charCodeAt(cursor++)];
    }
    return more * FINAL + code;
  };

  /** Read a number of fixed width. @param {string} text @param {number} place @param {number} width */
  const readFixed = (text, place, width) => {
    let value = 0;
    for (let at = place; at < place + width; at += 1) value = value * base + CODES[text.charCodeAt(at)];
    return value;
  };

  // What is where

  /**
   * @typedef {object} Manifest
   * @property {Range[]} ranges @property {string[]} bounds @property {Words} words
   * @property {number} total how many sections there are @property {number} records
   * @property {Record<string, [string, string]>} kinds letter → name, Vietnamese name
   */
  /** @type {Promise<Manifest> | undefined} */
  let opening;
  /** @type {Manifest | undefined} */
  let manifest;
  let steps = 0;
  /** @type {number[]} */
  let impacts = [];
  let standing = new Float32Array(0);
  let textShard = new Int32Array(0);
  /** @type {string[]} */
  const headKind = [];

  /** Load what says where everything is. @returns {Promise<Manifest>} */
  const open = () => {
    opening = opening || readManifest();
    return opening;
  };

  const readManifest = async () => {
    const { ranges: rows, bounds, abbreviations, wordings, kinds, range0, steps: [count, first, ratio] } = await load("index");
    const records = rows[rows.length - 1][1];
    steps = count;
    impacts = Array.from({ length: count }, (_, step) => first * ratio ** step);
    standing = new Float32Array(records);
    textShard = new Int32Array(records);
    /** @type {Range[]} */
    const ranges = rows.map(readRange);
    manifest = {
      kinds, records, ranges,
      bounds: bounds.split(" "),
      words: { abbreviations: abbreviations.map(readAbbreviation), wordings: wordings.map(readWording) },
      total: ranges.reduce((sum, range) => sum + range.size, 0),
    };
    manifest.words.abbreviations.sort((a, b) => b.words.length - a.words.length);
    if (ranges.length) fillRange(ranges[0], range0);
    return manifest;
  };

  /** @param {string} row @returns {Abbreviation} */
  const readAbbreviation = (row) => {
    const [short, ...words] = row.replace("?", "").split(" ");
    return { short, words, fold: analysis.tokensOf(short)[0].fold, isAmbiguous: row[0] === "?" };
  };

  /** @param {string} row @param {number} place @returns {Wording} */
  const readWording = (row, place) => {
    const [says, means] = row.split("|").map((ones) => ones.split(",").map((phrase) => phrase.split(" ")));
    return { key: `~${place + 1}`, says, means };
  };

  /** @param {number[]} row @param {number} number @returns {Range} */
  const readRange = ([firstHead, endHead, firstRecord, endRecord, sections], number) => ({
    number, firstHead, endHead, firstRecord, endRecord,
    heads: endHead - firstHead, size: endHead - firstHead + sections,
  });

  /** What was opened; to be called after `open`. */
  const opened = () => /** @type {Manifest} */ (manifest);

  /** Load the kinds and records of the sections of a range. @param {number} number */
  const openRange = async (number) => {
    const range = opened().ranges[number];
    return range.recordOf ? range : fillRange(range, await load(`m${number}`));
  };

  /** Keep the kinds and records of a range's sections. @param {Range} range @param {[number, string, string, string]} file */
  const fillRange = (range, [before, heads, counts, kinds]) => {
    const recordOf = new Int32Array(range.size);
    let shard = before;
    for (let at = 0; at < range.heads; at += 1) {
      const record = range.firstHead + at;
      recordOf[at] = record;
      headKind[record] = heads[at * 3];
      standing[record] = readFixed(heads, at * 3 + 1, 1) / (base - 1);
      shard += Number(heads[at * 3 + 2]);
      textShard[record] = shard;
    }
    /** @type {Map<number, number>} */
    const firstOf = new Map();
    let section = range.heads;
    cursor = 0;
    for (let record = range.firstRecord; record < range.endRecord; record += 1) {
      firstOf.set(record, section);
      const count = readNumber(counts);
      recordOf.fill(record, section, section + count);
      section += count;
    }
    return Object.assign(range, { recordOf, firstOf, kinds });
  };

  /** The letter of a section's kind. @param {Range} range @param {number} section */
  const kindOf = (range, section) =>
    section < range.heads ? headKind[range.firstHead + section] : String(range.kinds)[section - range.heads];

  /** @param {Range} range @param {number} section */
  const recordOf = (range, section) => /** @type {Int32Array} */ (range.recordOf)[section];

  // Postings (see postings.py)

  /**
   * Read a list of postings.
   * @param {string} text
   * @param {(section: number, impact: number) => boolean | void} visit tells whether it wants the positions
   * @param {(section: number, position: number) => void} [place]
   */
  const readPostings = (text, visit, place) => {
    let section = 0, position = 0, more = 0, left = 0;
    let isHead = false, wants = /** @type {boolean | void} */ (false);
    // One loop over the characters, because it is the first query that has to be quick: calls cost
    // most before the browser has compiled them.
    for (let at = 0; at < text.length; at += 1) {
      const code = CODES[text.charCodeAt(at)];
      if (code >= FINAL) {
        more = more * MORE + code - FINAL;
        continue;
      }
      const number = more * FINAL + code;
      more = 0;
      if (isHead) {
        wants = visit(section, impacts[number % steps]);
        left = 1 + Math.floor(number / steps);
        position = 0;
        isHead = false;
      } else if (left) {
        position += number;
        left -= 1;
        if (wants && place) place(section, position);
      } else {
        section += number;
        isHead = true;
      }
    }
  };

  // Texts

  /**
   * @typedef {object} Hit a section as a result shows it
   * @property {string} record @property {string} recordKind @property {string} kind @property {string} kindName
   * @property {string} href
   * @property {string} title @property {string} text @property {string} at where in the document
   * @property {string} name the record's name @property {string} label its kind in words
   * @property {string} number of a document
   * @property {string} issuer @property {string} date @property {string} status @property {string} usedBy
   * @property {boolean} isHead
   * @property {Hit[]} more other sections of the record
   */

  /** Load what a result shows of a section. @param {number} ofRange @param {number} section @returns {Promise<Hit>} */
  const read = async (ofRange, section) => {
    const range = await openRange(ofRange);
    const record = recordOf(range, section);
    const shard = textShard[record];
    const records = await load(`d${shard}`);
    let first = record;
    while (first > 0 && textShard[first - 1] === shard) first -= 1;
    const [about, places] = records[record - first];
    const [id, address, name, summary, label, number, issuer, date, status, usedBy] = about;
    const isHead = section < range.heads;
    const start = /** @type {Map<number, number>} */ (range.firstOf).get(record) || 0;
    const [anchor, title, text, at] = isHead ? [address, name, summary, ""] : places[section - start];
    const [kind, kindName] = opened().kinds[kindOf(range, section)];
    return {
      record: id, recordKind: opened().kinds[headKind[record]][0], kind, kindName, title, text, at, name, label, number, issuer, date, status, usedBy, isHead,
      href: linkTo(anchor, address), more: [],
    };
  };

  /** Name the index file, so that links work from a disk too. @param {string} anchor @param {string} address */
  const linkTo = (anchor, address) => {
    const target = anchor === address || anchor.includes("/") ? anchor : `${address}#${anchor}`;
    const [path, hash] = target.split("#");
    return `${handbookSearch.root}${path}index.html${hash ? `#${hash}` : ""}`;
  };

  return {
    open, opened, openRange, kindOf, recordOf, readPostings, readFixed, read,
    standingOf: (/** @type {number} */ record) => standing[record],
  };
})();
