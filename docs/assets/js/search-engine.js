/* The search engine: reads the index that handbook/search/ writes, shard by shard, and ranks.
   Shards are plain scripts that call `handbookSearch.take`, so that they load from a disk as well. */
"use strict";

const handbookSearch = (() => {
  const { tokensOf, numbersOf } = handbookAnalysis;
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

  // Loading

  /** @type {Map<string, {promise: Promise<any>, take: (value: any) => void}>} */
  const shards = new Map();
  let version = "";

  /** Take what a shard's script hands over. @param {string} name @param {any} value */
  const take = (name, value) => {
    const shard = shards.get(name);
    if (shard) shard.take(value);
  };

  /** Load a shard once. @param {string} name @returns {Promise<any>} */
  const load = (name) => {
    const known = shards.get(name);
    if (known) return known.promise;
    /** @type {(value: any) => void} */
    let taken = () => {};
    const promise = new Promise((resolve, reject) => {
      taken = resolve;
      const script = document.createElement("script");
      script.src = `${ROOT}search/${name === "index" ? "" : `${version}/`}${name}.js`;
      script.onload = () => script.remove();
      script.onerror = () => {
        shards.delete(name);
        script.remove();
        reject(new Error(`search/${name}.js`));
      };
      document.head.append(script);
    });
    shards.set(name, { promise, take: taken });
    return promise;
  };

  /** @type {any} */
  let manifest = null;

  /** Load what says where everything is. */
  const open = async () => {
    if (manifest) return manifest;
    const index = await load("index");
    version = index.version;
    const [steps, first, ratio] = index.steps;
    const abbreviations = index.abbreviations.map((/** @type {string} */ row) => {
      const [short, ...words] = row.replace("?", "").split(" ");
      return { short, words, fold: tokensOf(short)[0].fold, isAmbiguous: row[0] === "?" };
    });
    abbreviations.sort((/** @type {any} */ a, /** @type {any} */ b) => b.words.length - a.words.length);
    const records = index.ranges[index.ranges.length - 1][1];
    manifest = {
      ...index,
      abbreviations,
      bounds: index.bounds.split(" "),
      ranges: index.ranges.map((/** @type {number[]} */ [firstHead, endHead, firstRecord, endRecord, sections]) => ({
        firstHead, endHead, firstRecord, endRecord, heads: endHead - firstHead, size: endHead - firstHead + sections,
      })),
      total: index.ranges.reduce((/** @type {number} */ sum, /** @type {number[]} */ one) => sum + one[1] - one[0] + one[4], 0),
      steps,
      impacts: Array.from({ length: steps }, (_, step) => first * ratio ** step),
      standing: new Float32Array(records),
      shardOf: new Int32Array(records),
      kindOf: [],
    };
    return manifest;
  };

  // Postings (see handbook/search/encoding.py and postings.py)

  const FINAL = 60, MORE = 30;
  const CODES = new Uint8Array(128);
  let alphabet = 0;
  for (let code = 32; code < 127; code += 1) {
    if (!"\"\\<&'".includes(String.fromCharCode(code))) CODES[code] = alphabet++;
  }
  const BASE = alphabet;
  let cursor = 0;

  /** Read a number at `cursor`. @param {string} text */
  const readNumber = (text) => {
    let more = 0;
    let code = CODES[text.charCodeAt(cursor++)];
    while (code >= FINAL && cursor < text.length) {
      more = more * MORE + code - FINAL;
      code = CODES[text.charCodeAt(cursor++)];
    }
    return more * FINAL + code;
  };

  /**
   * @param {string} text
   * @param {(section: number, step: number) => boolean | void} visit tells whether it wants the positions
   * @param {(section: number, position: number) => void} [place]
   */
  const readPostings = (text, visit, place) => {
    const steps = manifest.steps;
    let section = 0;
    cursor = 0;
    while (cursor < text.length) {
      section += readNumber(text);
      const head = readNumber(text);
      const wants = visit(section, head % steps);
      let position = 0;
      for (let count = Math.floor(head / steps); count >= 0; count -= 1) {
        position += readNumber(text);
        if (wants && place) place(section, position);
      }
    }
  };

  /** @param {string} text @param {number} place @param {number} width */
  const readFixed = (text, place, width) => {
    let value = 0;
    for (let at = place; at < place + width; at += 1) value = value * BASE + CODES[text.charCodeAt(at)];
    return value;
  };

  /** Load the kinds and records of the sections of a range. @param {number} number */
  const openRange = async (number) => {
    const range = manifest.ranges[number];
    if (range.recordOf) return range;
    const [before, heads, counts, kinds] = await load(`m${number}`);
    if (range.recordOf) return range;
    const recordOf = new Int32Array(range.size);
    let shard = before;
    for (let head = 0; head < range.heads; head += 1) {
      const record = range.firstHead + head;
      recordOf[head] = record;
      shard += Number(heads[head * 3 + 2]);
      manifest.kindOf[record] = heads[head * 3];
      manifest.standing[record] = CODES[heads.charCodeAt(head * 3 + 1)] / (BASE - 1);
      manifest.shardOf[record] = shard;
    }
    const firstOf = new Map();
    let at = range.heads;
    cursor = 0;
    for (let record = range.firstRecord; record < range.endRecord; record += 1) {
      firstOf.set(record, at);
      const count = readNumber(counts);
      recordOf.fill(record, at, at + count);
      at += count;
    }
    Object.assign(range, { recordOf, firstOf, kinds });
    return range;
  };

  // Terms

  /**
   * @typedef {object} Form a term that satisfies a slot
   * @property {string} exact @property {number} weight @property {number} count
   * @property {number} shard @property {Map<number, string | 0>} parts postings by range
   * @property {number} [bonus]
   */

  /** @param {string} fold */
  const shardOf = (fold) => {
    const { bounds } = manifest;
    let low = 0, high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bounds[middle] <= fold) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** @param {any[]} row @param {string} fold @param {number} shard @param {number} weight @returns {Form} */
  const formOf = (row, fold, shard, weight) => {
    const parts = new Map();
    for (let at = 2; at < row.length; at += 2) parts.set(row[at], row[at + 1]);
    return { exact: row[0] || fold, weight, count: row[1], shard, parts };
  };

  const FEWER_MARKS = 0.8, OTHER_TONE = 0.4, OTHER_WORD = 0.2;
  const PREFIX = 0.7, PREFIX_OF_KNOWN = 0.15;
  const MAX_PREFIXED = 16;

  /** @param {string} exact */
  const toneOf = (exact) => (/^[^0-9]+[1-5]$/.test(exact) ? exact.slice(-1) : "");
  /** @param {string} exact */
  const lettersOf = (exact) => (toneOf(exact) ? exact.slice(0, -1) : exact);

  /** Tell whether a word has at least the marks that were typed. @param {string} typed @param {string} exact */
  const hasMarks = (typed, exact) => {
    if (toneOf(typed) && toneOf(typed) !== toneOf(exact)) return false;
    const letters = [...lettersOf(exact)];
    return [...lettersOf(typed)].every((letter, at) => letter === letters[at] || letter === handbookAnalysis.foldOf(letters[at]));
  };

  /** How well a term fits a slot with the same folded form. @param {Slot} slot @param {string} exact */
  const toneWeight = (slot, exact) => {
    if (slot.exact === exact) return 1;
    if (slot.isStrict) return 0;
    if (slot.exact === slot.fold) return 1;
    if (hasMarks(slot.exact, exact)) return FEWER_MARKS;
    return lettersOf(slot.exact) === lettersOf(exact) ? OTHER_TONE : OTHER_WORD;
  };

  /** Find the terms that satisfy a slot. @param {Slot} slot @returns {Promise<Form[]>} */
  const findForms = async (slot) => {
    const first = shardOf(slot.fold);
    const terms = await load(`t${first}`);
    const known = own(terms, slot.fold)
      .map((row) => formOf(row, slot.fold, first, toneWeight(slot, row[0] || slot.fold)))
      .filter((form) => form.weight > 0);
    if (!slot.isPrefix) return known;
    const last = Math.min(shardOf(`${slot.fold}~`), first + 1);
    const weight = known.some((form) => form.weight >= FEWER_MARKS) ? PREFIX_OF_KNOWN : PREFIX;
    /** @type {Form[]} */
    const longer = [];
    for (let shard = first; shard <= last; shard += 1) {
      const rows = await load(`t${shard}`);
      for (const fold of Object.keys(rows)) {
        if (fold === slot.fold || !fold.startsWith(slot.fold) || numbered(fold) !== numbered(slot.fold)) continue;
        for (const row of rows[fold]) {
          if (hasMarks(slot.exact, row[0] || fold)) longer.push(formOf(row, fold, shard, weight));
        }
      }
    }
    longer.sort((a, b) => b.count - a.count);
    return [...known, ...longer.slice(0, MAX_PREFIXED)];
  };

  /** Look a key up that might be the name of an object's own method. @param {any} terms @param {string} key @returns {any[][]} */
  const own = (terms, key) => (Object.prototype.hasOwnProperty.call(terms, key) ? terms[key] : []);

  /** @param {string} term */
  const numbered = (term) => term[0] < "a";

  const OWN_NUMBER = 30, OWN_SHORT_NUMBER = 20, OWN_NAME = 8, OWN_PART_OF_NAME = 4;

  /** Find the records that bear a name. @param {string} key @param {number} bonus @returns {Promise<Form[]>} */
  const findName = async (key, bonus) => {
    const shard = shardOf(key);
    return own(await load(`t${shard}`), key).map((row) => ({ ...formOf(row, key, shard, 0), bonus }));
  };

  /** Find the terms of a document's number: its own documents, then those that name it. @param {string[]} keys */
  const findNumber = async (keys) => {
    /** @type {Form[]} */
    const forms = [];
    let bonus = OWN_NUMBER;
    for (const [place, key] of keys.entries()) {
      for (const term of [`=${key}`, key]) {
        const shard = shardOf(term);
        const rows = own(await load(`t${shard}`), term);
        for (const row of rows) {
          const form = formOf(row, term, shard, place ? 1 : 1.5);
          if (term !== key) form.bonus = bonus;
          forms.push(form);
        }
        if (term !== key && rows.length) bonus = 3;
      }
      if (bonus === OWN_NUMBER) bonus = OWN_SHORT_NUMBER;
    }
    return forms;
  };

  // Ranking

  const SATURATION = 1.2;
  const ADJACENT = 0.8, NEAR = 0.25, NEAR_DISTANCE = 4;
  const FROM_HEAD = 0.35;
  const HEAD = 1.15;
  const TOP = 200;
  const ENOUGH = 20;
  const KIND = { n: 0.75, x: 0.85, h: 0.7, u: 0.9, s: 0.95, t: 0.95, b: 0.95, g: 0.95 };

  /** @param {number} count */
  const rarity = (count) => Math.max(0.2, Math.log(1 + (manifest.total - count + 0.5) / (count + 0.5)));

  /** @param {Form} form @param {number} number the postings of a form in a range */
  const postingsOf = async (form, number) => {
    const text = form.parts.get(number);
    if (text !== 0) return text || "";
    const rest = await load(`t${form.shard}-${number}`);
    return rest[form.exact];
  };

  /**
   * @typedef {object} Match
   * @property {number} range @property {number} at @property {number} record @property {string} kind
   * @property {number} mask @property {number} score
   *
   * @typedef {object} Plan a query with its terms
   * @property {Query} query
   * @property {Form[][]} forms of each slot
   * @property {number[]} rarities
   * @property {number} required
   * @property {{forms: Form[], mask: number, rarity: number}[]} numbers
   * @property {Form[][][]} excluded
   */

  /** @param {Query} query @returns {Promise<Plan>} */
  const planOf = async (query) => {
    const forms = await Promise.all(query.slots.map(findForms));
    const rarities = forms.map((ones) =>
      rarity(ones.reduce((sum, form) => sum + (form.weight > OTHER_TONE ? form.count : 0), 0)),
    );
    const numbers = [];
    for (const number of query.numbers) {
      const ones = await findNumber(number.keys);
      const count = ones.reduce((least, form) => Math.min(least, form.count), Infinity);
      const mask = number.slots.reduce((sum, slot) => sum | (1 << slot), 0);
      if (ones.length) numbers.push({ forms: ones, mask, rarity: rarity(count) });
    }
    const named = await findName(query.names[0], OWN_NAME);
    const part = query.names[1] === query.names[0] ? [] : await findName(query.names[1], OWN_PART_OF_NAME);
    if (named.length + part.length) numbers.push({ forms: [...named, ...part], mask: 0, rarity: 1 });
    const excluded = await Promise.all(query.excluded.map((slots) => Promise.all(slots.map(findForms))));
    const required = query.slots.reduce((sum, slot, place) => sum | (slot.isOptional ? 0 : 1 << place), 0);
    return { query, forms, rarities, required, numbers, excluded };
  };

  /** @param {Plan} plan @param {number} mask */
  const worth = (plan, mask) => {
    let sum = 0;
    for (let slot = 0; slot < plan.rarities.length; slot += 1) if (mask & (1 << slot)) sum += plan.rarities[slot];
    return sum;
  };

  /**
   * Score the sections of a range.
   * @param {Plan} plan @param {number} number @param {Uint32Array} headMasks by record
   */
  const scoreRange = async (plan, number, headMasks) => {
    const range = await openRange(number);
    const scores = new Float32Array(range.size);
    const masks = new Uint32Array(range.size);
    const best = new Float32Array(range.size);
    const touched = new Int32Array(range.size);
    /** @param {Form[]} forms @param {string[]} texts @param {number} mask @param {number} factor */
    const add = (forms, texts, mask, factor) => {
      let count = 0;
      forms.forEach((form, place) => {
        readPostings(texts[place], (section, step) => {
          const impact = manifest.impacts[step];
          const value = (form.weight * factor * impact) / (impact + SATURATION) + (form.bonus || 0);
          if (!best[section]) touched[count++] = section;
          if (value > best[section]) best[section] = value;
        });
      });
      for (let at = 0; at < count; at += 1) {
        scores[touched[at]] += best[touched[at]];
        masks[touched[at]] |= mask;
        best[touched[at]] = 0;
      }
    };
    const texts = (/** @type {Form[]} */ forms) => Promise.all(forms.map((form) => postingsOf(form, number)));
    const read = await Promise.all(plan.forms.map(texts));
    const readNumbers = await Promise.all(plan.numbers.map((one) => texts(one.forms)));
    plan.forms.forEach((forms, slot) => add(forms, read[slot], 1 << slot, plan.rarities[slot] * 2.2));
    plan.numbers.forEach((one, place) => add(one.forms, readNumbers[place], one.mask, one.rarity * 2.2));
    await exclude(plan, number, range, masks);
    for (let head = 0; head < range.heads; head += 1) headMasks[range.firstHead + head] = masks[head];
    return { range, scores, masks };
  };

  /** Forget the sections that hold what the query excludes. @param {Plan} plan @param {number} number @param {any} range @param {Uint32Array} masks */
  const exclude = async (plan, number, range, masks) => {
    for (const slots of plan.excluded) {
      const counts = new Uint8Array(range.size);
      for (const [place, forms] of slots.entries()) {
        const texts = await Promise.all(forms.map((form) => postingsOf(form, number)));
        for (const text of texts) {
          readPostings(text, (section) => {
            if (counts[section] === place) counts[section] += 1;
          });
        }
      }
      if (slots.length) counts.forEach((count, section) => { if (count === slots.length) masks[section] = 0; });
    }
  };

  /** @param {any} range @param {number} number @param {number} at */
  const kindAt = (range, number, at) =>
    at < range.heads ? manifest.kindOf[range.recordOf[at]] : range.kinds[at - range.heads];

  /** @param {Plan} plan @param {Match} match @param {boolean} isHead */
  const weigh = (plan, match, isHead) => {
    const kind = /** @type {Record<string, number>} */ (KIND)[match.kind] || 1;
    const intent = plan.query.kinds[match.kind] || 1;
    const standing = 0.88 + 0.24 * manifest.standing[match.record];
    return kind * intent * standing * (isHead ? HEAD : 1);
  };

  /**
   * Collect the sections that have all that is required (with their record's head), or else those
   * with the most of it.
   * @param {Plan} plan @param {(range: number, at: number) => boolean} [allows] @param {number} maxRanges
   */
  const collect = async (plan, allows, maxRanges) => {
    const headMasks = new Uint32Array(manifest.standing.length);
    /** @type {Match[]} */
    let full = [];
    /** @type {Map<number, Match[]>} */
    const partial = new Map();
    const records = new Set();
    let number = 0;
    for (; number < manifest.ranges.length && number < maxRanges && records.size < ENOUGH; number += 1) {
      const { range, scores, masks } = await scoreRange(plan, number, headMasks);
      for (let at = 0; at < range.size; at += 1) {
        const mask = masks[at];
        if (!mask || (allows && !allows(number, at))) continue;
        const record = range.recordOf[at];
        const isHead = at < range.heads;
        const total = isHead ? mask : mask | headMasks[record];
        const has = total & plan.required;
        if (has !== plan.required && full.length) continue;
        const match = { range: number, at, record, kind: kindAt(range, number, at), mask, score: 0 };
        match.score = (scores[at] + FROM_HEAD * worth(plan, total & ~mask)) * weigh(plan, match, isHead);
        if (has === plan.required) {
          full.push(match);
          records.add(record);
        } else {
          const known = partial.get(has);
          if (known) known.push(match);
          else partial.set(has, [match]);
        }
      }
    }
    const isWhole = number >= manifest.ranges.length;
    if (full.length) return { matches: full, missing: 0, isWhole };
    const [has] = [...partial.keys()].sort((a, b) => worth(plan, b) - worth(plan, a));
    return { matches: partial.get(has) || [], missing: plan.required & ~(has || 0), isWhole };
  };

  /** @param {Match[]} matches @param {number} count the best, in no order */
  const bestOf = (matches, count) => {
    if (matches.length <= count) return matches;
    const bound = Float32Array.from(matches, (match) => match.score).sort()[matches.length - count];
    return matches.filter((match) => match.score >= bound).slice(0, count * 2);
  };

  /** Find the positions of each slot in the matches. @param {Plan} plan @param {Match[]} matches */
  const readPositions = async (plan, matches) => {
    /** @type {Map<number, Map<number, number[][]>>} range → section → slot → positions */
    const wanted = new Map();
    for (const match of matches) {
      if (!wanted.has(match.range)) wanted.set(match.range, new Map());
      /** @type {any} */ (wanted.get(match.range)).set(match.at, plan.forms.map(() => []));
    }
    for (const [number, sections] of wanted) {
      for (const [slot, forms] of plan.forms.entries()) {
        for (const form of forms) {
          if (form.weight <= PREFIX_OF_KNOWN) continue;
          const text = await postingsOf(form, number);
          readPostings(text, (section) => sections.has(section), (section, position) => {
            /** @type {any} */ (sections.get(section))[slot].push(position);
          });
        }
      }
    }
    return (/** @type {Match} */ match) => /** @type {any} */ (wanted.get(match.range)).get(match.at);
  };

  /** How near two words stand: the best of their distances. @param {number[]} first @param {number[]} second @param {number} span */
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
    const places = phrase.map((slot) => positions[slots.findIndex((one) => one.exact === slot.exact)] || []);
    let ends = places[0].flatMap((place) => [place + 1, place + phrase[0].span]);
    for (let word = 1; word < phrase.length; word += 1) {
      const starts = places[word].filter((place) => ends.includes(place));
      ends = starts.flatMap((place) => [place + 1, place + phrase[word].span]);
    }
    return ends.length > 0;
  };

  /** Raise the matches whose words stand together; keep those that have the phrases. @param {Plan} plan @param {Match[]} matches */
  const refine = async (plan, matches) => {
    const { slots, phrases } = plan.query;
    if (slots.length < 2) return matches;
    const positionsOf = await readPositions(plan, matches);
    const kept = phrases.length
      ? matches.filter((match) => phrases.every((phrase) => hasPhrase(phrase, positionsOf(match), slots)))
      : matches;
    for (const match of kept) {
      const positions = positionsOf(match);
      let bonus = 0;
      for (let slot = 0; slot + 1 < slots.length; slot += 1) {
        const near = nearness(positions[slot], positions[slot + 1], slots[slot].span);
        bonus += near * Math.min(plan.rarities[slot], plan.rarities[slot + 1]);
      }
      const range = manifest.ranges[match.range];
      match.score += bonus * weigh(plan, match, match.at < range.heads);
    }
    return kept;
  };

  /** Put the best of each record first, the rest behind it. @param {Match[]} matches */
  const groupByRecord = (matches) => {
    matches.sort((a, b) => b.score - a.score || a.record - b.record || a.range - b.range || a.at - b.at);
    /** @type {Map<number, Match[]>} */
    const groups = new Map();
    for (const match of matches) {
      const group = groups.get(match.record);
      if (group) group.push(match);
      else groups.set(match.record, [match]);
    }
    return [...groups.values()];
  };

  // Results

  /**
   * @typedef {object} Hit
   * @property {string} record @property {string} kind @property {string} kindName @property {string} href
   * @property {string} title @property {string} text @property {string} place
   * @property {string} name of the record @property {string} label @property {string} issuer
   * @property {string} date @property {string} status @property {string} usedBy
   * @property {boolean} isHead @property {Hit[]} more other sections of the record
   */

  /** @param {Match} match @returns {Promise<Hit>} */
  const hitOf = async (match) => {
    const shard = manifest.shardOf[match.record];
    const records = await load(`d${shard}`);
    let first = match.record;
    while (first > 0 && manifest.shardOf[first - 1] === shard) first -= 1;
    const [about, places] = records[match.record - first];
    const [record, address, name, summary, label, issuer, date, status, usedBy] = about;
    const range = manifest.ranges[match.range];
    const isHead = match.at < range.heads;
    const [anchor, title, text, place] = isHead ? [address, name, summary, ""] : places[match.at - range.firstOf.get(match.record)];
    const [kind, kindName] = manifest.kinds[match.kind];
    return {
      record, kind, kindName, title, text, place, name, label, issuer, date, status, usedBy, isHead,
      href: linkTo(anchor, address), more: [],
    };
  };

  /** Name the index file, so that links work from a disk too. @param {string} anchor @param {string} address */
  const linkTo = (anchor, address) => {
    const target = anchor === address || anchor.includes("/") ? anchor : `${address}#${anchor}`;
    const [path, hash] = target.split("#");
    return `${ROOT}${path}index.html${hash ? `#${hash}` : ""}`;
  };

  /**
   * @typedef {object} Result
   * @property {string} query @property {Hit[]} hits @property {number} total records that match
   * @property {boolean} isWhole whether the whole index was read
   * @property {string[]} dropped words that no result has
   * @property {string} suggestion @property {boolean} isSuggested whether the hits are the suggestion's
   * @property {Query} parsed for marking
   * @property {Match[][]} groups
   *
   * @typedef {{limit?: number, more?: number, maxRanges?: number, facets?: Record<string, string>}} Options
   */

  /** Search. @param {string} text @param {Options} [options] @returns {Promise<Result>} */
  const search = async (text, options = {}) => {
    await open();
    let found = await find(text, options);
    let suggestion = "";
    let isSuggested = false;
    if (found.query.slots.length && (found.missing || !found.groups.length)) {
      const better = await correct(found, options);
      if (better) {
        suggestion = better.query.text;
        isSuggested = true;
        found = better;
      }
    }
    const { limit = 8, more = 0 } = options;
    const hits = await Promise.all(
      found.groups.slice(0, limit).map(async ([first, ...others]) => {
        const hit = await hitOf(first);
        hit.more = await Promise.all(others.slice(0, more).map(hitOf));
        return hit;
      }),
    );
    const { query, groups, isWhole, missing } = found;
    const dropped = query.slots.filter((_, slot) => missing & (1 << slot)).map((slot) => slot.typed);
    return { query: text, hits, total: groups.length, isWhole, dropped, suggestion, isSuggested, parsed: query, groups };
  };

  const MAX_RANGES = 4;

  /** @param {string} text @param {Options} options */
  const find = async (text, options) => {
    const query = handbookQuery.parse(text, manifest.abbreviations);
    const plan = await planOf(query);
    if (!query.slots.length) return { query, plan, groups: [], missing: 0, isWhole: true };
    const allows = options.facets && (await handbookFacets.filter(options.facets));
    const { matches, missing, isWhole } = await collect(plan, allows, options.maxRanges || MAX_RANGES);
    const kept = await refine(plan, query.phrases.length ? matches : bestOf(matches, TOP));
    const best = new Set(kept);
    const groups = groupByRecord(query.phrases.length ? kept : [...kept, ...matches.filter((match) => !best.has(match))]);
    return { query, plan, groups, missing, isWhole };
  };

  // Spelling

  /** Tell whether two words differ by one letter more, fewer, other, or two exchanged. @param {string} a @param {string} b */
  const isOneEdit = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const [restA, restB] = [a.slice(at), b.slice(at)];
    return (
      restA.slice(1) === restB.slice(1) ||
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  };

  /** @type {[string, string, number][] | null} */
  let vocabulary = null;
  const openVocabulary = async () => {
    vocabulary = vocabulary || (await load("w")).split(",").map((/** @type {string} */ row) => {
      const [fold, spelled, level] = row.split(" ");
      return [fold, spelled, Number(level)];
    });
    return /** @type {[string, string, number][]} */ (vocabulary);
  };

  /** Split a word typed without spaces into known syllables. @param {string} fold @param {Map<string, string>} known */
  const splitWord = (fold, known) => {
    /** @type {(string[] | null)[]} */
    const best = [[]];
    for (let end = 1; end <= fold.length; end += 1) {
      best[end] = null;
      for (let start = Math.max(0, end - 7); start < end - 1; start += 1) {
        const before = best[start];
        const syllable = known.get(fold.slice(start, end));
        if (before && syllable && (!best[end] || before.length + 1 < /** @type {any} */ (best[end]).length)) {
          best[end] = [...before, syllable];
        }
      }
    }
    const parts = best[fold.length];
    return parts && parts.length > 1 ? parts.join(" ") : "";
  };

  const MAX_TRIED = 6;

  /** Find a spelling that finds more. @param {{query: Query, plan: Plan, missing: number, groups: Match[][]}} found @param {Options} options */
  const correct = async ({ query, plan, missing, groups }, options) => {
    const words = await openVocabulary();
    const known = new Map(words.map(([fold, spelled, level]) => [level > 1 ? fold : "", spelled]));
    const isUnknown = (/** @type {Slot} */ slot, /** @type {number} */ place) =>
      !slot.isOptional && !numbered(slot.fold) && slot.fold.length > 1 && slot.fold.length < 24 && !plan.forms[place].length;
    const slots = query.slots.filter(isUnknown);
    let best = null;
    for (const slot of slots.slice(0, 1)) {
      const near = words
        .filter(([fold]) => fold !== slot.fold && isOneEdit(fold, slot.fold))
        .sort((a, b) => b[2] - a[2])
        .map(([, spelled]) => spelled);
      const whole = splitWord(slot.fold, known);
      for (const spelled of [...(whole ? [whole] : []), ...near].slice(0, MAX_TRIED)) {
        const text = query.text.replace(slot.typed, () => spelled);
        const tried = await find(text, { ...options, maxRanges: 1 });
        const lost = worth(tried.plan, tried.missing);
        const score = tried.groups.length ? tried.groups[0][0].score - 10 * lost : -Infinity;
        if (!best || score > best.score) best = { tried, score, lost };
      }
      if (slots.length > 1 && best) return (await correct({ ...best.tried, groups: [] }, options)) || best.tried;
    }
    if (!best || !best.tried.groups.length) return null;
    const before = worth(plan, missing);
    return best.lost < before || !groups.length ? best.tried : null;
  };

  // Marks

  /** Find what a query found in a text. @param {string} text @param {Query} query @returns {[number, number][]} */
  const marksOf = (text, query) => {
    const tokens = tokensOf(text);
    /** @type {[number, number][]} */
    const marks = [];
    const fitsSlot = (/** @type {Token} */ token, /** @type {Slot} */ slot) => {
      if (slot.isPrefix && !numbered(slot.fold) && token.fold.startsWith(slot.fold)) return true;
      if (token.fold !== slot.fold) return false;
      return slot.exact === slot.fold || hasMarks(slot.exact, token.exact);
    };
    for (const slot of query.slots) {
      const one = manifest.abbreviations.filter((/** @type {any} */ row) => row.fold === slot.fold);
      tokens.forEach((token, at) => {
        if (fitsSlot(token, slot)) marks.push([token.start, token.end]);
        for (const { words } of one) {
          if (words.every((/** @type {string} */ word, /** @type {number} */ place) => tokens[at + place] && tokens[at + place].exact === word)) {
            marks.push([token.start, tokens[at + words.length - 1].end]);
          }
        }
      });
    }
    const keys = new Set(query.numbers.flatMap((number) => number.keys));
    for (const number of keys.size ? numbersOf(tokens) : []) {
      if (number.keys.some((key) => keys.has(key))) marks.push([tokens[number.start].start, tokens[number.end - 1].end]);
    }
    return joined(marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]), text);
  };

  /** Join marks that overlap or have only a space between them. @param {[number, number][]} marks @param {string} text */
  const joined = (marks, text) => {
    /** @type {[number, number][]} */
    const done = [];
    for (const [start, end] of marks) {
      const last = done[done.length - 1];
      if (last && (start <= last[1] || !text.slice(last[1], start).trim())) last[1] = Math.max(last[1], end);
      else done.push([start, end]);
    }
    return done;
  };

  return { take, load, open, openRange, search, marksOf, readFixed, root: ROOT };
})();
