/* Understanding a query: words, phrases, excluded words, abbreviations, numbers, what is asked for. */
"use strict";

/**
 * @typedef {object} Slot a word of the query
 * @property {string} exact @property {string} fold
 * @property {string} typed as typed, for messages
 * @property {number} from @property {number} to its tokens
 * @property {number} span how many words it stands for, if it is an abbreviation
 * @property {boolean} isOptional @property {boolean} isPrefix
 * @property {boolean} isStrict whether its tones must be as typed (in quotes)
 *
 * @typedef {object} Query
 * @property {string} text
 * @property {Slot[]} slots
 * @property {Slot[][]} phrases
 * @property {Slot[][]} excluded
 * @property {{keys: string[], bare: string, slots: number[]}[]} numbers
 * @property {{key: string, means: string[][], slots: number[]}[]} wordings everyday words, what documents write for them
 * @property {string[]} names keys of the records so called: all words, then those that are wanted, those that do not only ask
 * @property {Record<string, number>} kinds factors for kinds of sections
 * @property {boolean} isForNewest
 */
const queries = (() => {
  const { tokensOf, numbersOf, UNITS, BREAK } = analysis;
  const MAX_LENGTH = 300;
  const MAX_SLOTS = 20;

  /** Words that need not be found: as typed with tones, and without. */
  const FILLERS = new Set(
    tokensOf(
      "và của các những cho về là gì thì ở tại theo trong được phải khi nào như thế tôi mình cần muốn có" +
        " không với một đó này do từ đến hay hoặc xin tìm ạ nhé em anh chị ai đâu mấy bao giờ làm viết cách" +
        " xem hết giúp bị sao thế vậy nữa rồi đã sẽ đang vào ra lại chưa hỏi biết nên này kia bạn",
    ).map((token) => token.exact),
  );
  const FOLDED_FILLERS = new Set(
    "va cua cac nhung cho ve la gi thi theo duoc phai khi nao toi minh muon khong voi mot nay xin tim nhe lam viet cach xem het giup bi sao vay nua roi".split(" "),
  );

  const NEWEST = "moi nhat|moi ban hanh|hien hanh|hien nay|con hieu luc";

  /** What is asked → kinds of sections that answer, and how much they gain. */
  const INTENTS = [
    ["han|thoi han|bao lau|han nop|khi nao|bao gio|ngay nao|luc nao|cham nhat|nop|thoi gian|truoc ngay", "m", 1.5],
    ["de cuong|mau|bieu mau|mau bao cao|viet gi|bo cuc", "os", 1.5],
    ["ai|don vi nao|bo phan nao|co quan nao|ban nao|nguoi nao|phu trach|chu tri|viec cua|nhiem vu cua|trach nhiem cua", "tbr", 1.3],
    ["la gi|nghia la gi|nghia la|viet tat|viet tat cua|viet tat cua tu gi|viet tat cua chu gi|tu gi|co nghia|khac gi|y nghia|nghia cua|chu viet tat", "g", 2],
    ["lam the nao|nhu the nao|the nao|cach|qui trinh|cac buoc|thu tuc|lam gi|can lam gi|can lam nhung gi|can biet|bat dau tu dau", "qu", 1.4],
    ["chi tieu|bao nhieu|ti le|phan tram", "c", 1.5],
    ["gui ai|gui cho ai|nop cho ai|gui di dau|nop o dau|gui ve dau", "m", 1.4],
    ["ghi chu|in sai|nham", "n", 1.4],
    ["viet tat|chu viet tat|thuat ngu|tu dien", "h", 1.4],
    ["linh vuc", "a", 1.6],
    ["danh sach|danh muc|muc luc|tat ca|toan bo", "h", 1.6],
    [NEWEST, "", 1],
  ].map(([words, kinds, factor]) => ({
    phrases: String(words).split("|").map((phrase) => phrase.split(" ")),
    kinds: String(kinds),
    factor: Number(factor),
  }));
  const NOT_DEADLINE = new Set(["che", "muc"]);

  /** Words at the beginning that only say that something is looked up. */
  const SEEKING = /^(tra (cuu|tu|chu|nghia)|tim kiem)$/;
  /** “may” without tones, between others, is “mấy” after what bears a number and before what is counted; else “máy”. */
  const HOW_MANY = /^(khoa|thu|quy|muc|dieu|lan) may|may (phan|nguoi|lan|nam|ngay|cap)$/;

  /** The slots that only ask: what is looked up comes after, or how many there are. @param {Token[]} tokens @param {Slot[]} slots */
  const askingSlots = (tokens, slots) => {
    const said = (/** @type {number} */ at, /** @type {number} */ end) =>
      tokens.slice(Math.max(at, 0), end).map((token) => token.fold).join(" ");
    return slots.filter(({ exact, from }) =>
      exact === "may" ? HOW_MANY.test(said(from - 1, from + 2)) : from < 2 && SEEKING.test(said(0, 2)),
    );
  };

  /** @param {Token[]} tokens @param {number} at @param {string[]} words */
  const standsAt = (tokens, at, words) =>
    words.every((word, place) => tokens[at + place] && tokens[at + place].fold === word);

  /** Give the key of the records so called. @param {Slot[]} slots */
  const nameOf = ([first, ...others]) => `${first?.fold}^${others.map((slot) => slot.fold).join("_")}`;

  /** Find the slots that some tokens are part of. @param {Slot[]} slots @param {number} start @param {number} end */
  const slotsBetween = (slots, start, end) =>
    slots.flatMap((slot, place) => (slot.from < end && slot.to > start ? [place] : []));

  /** @param {Token} token @param {string} exact */
  const fits = (token, exact) =>
    token.exact === exact || (token.exact === token.fold && tokensOf(exact)[0].fold === token.fold);

  /**
   * Take quoted phrases and excluded words out of the text; what is left has the same length.
   * @param {string} text
   */
  const split = (text) => {
    const numbers = numbersOf(tokensOf(text));
    const tokens = tokensOf(text);
    const inNumber = (/** @type {number} */ place) =>
      numbers.some((one) => tokens[one.start].start < place && place < tokens[one.end - 1].end);
    /** @type {[number, number][]} */
    const phrases = [];
    /** @type {string[]} */
    const excluded = [];
    const plain = text.replace(
      /["“”]([^"“”]*)["“”]?|(^|\s)-(["“][^"“”]*["”]?|[^\s"“”]+)/g,
      (whole, quoted, space, minus, place) => {
        if (quoted !== undefined) {
          phrases.push([place, place + whole.length]);
          return whole.replace(/["“”]/g, ",");
        }
        if (inNumber(place + space.length) || !tokensOf(minus).length) return whole;
        excluded.push(minus);
        return " ".repeat(whole.length);
      },
    );
    return { plain, phrases, excluded };
  };

  /** @param {Token} token @param {number} at @param {string} text @returns {Slot} */
  const slotOf = (token, at, text) => ({
    exact: token.exact, fold: token.fold, typed: text.slice(token.start, token.end), from: at, to: at + 1,
    span: 1, isOptional: false, isPrefix: false, isStrict: false,
  });

  /**
   * Make the slots of tokens; words that an abbreviation stands for become one slot.
   * @param {Token[]} tokens @param {string} text @param {Abbreviation[]} abbreviations
   */
  const slotsOf = (tokens, text, abbreviations) => {
    const slots = [];
    for (let at = 0; at < tokens.length; ) {
      const found = abbreviations.find(
        (one) =>
          !one.isAmbiguous && one.words.every((word, place) => tokens[at + place] && fits(tokens[at + place], word)),
      );
      const slot = slotOf(tokens[at], at, text);
      if (found) {
        const last = tokens[at + found.words.length - 1];
        Object.assign(slot, {
          exact: found.short, fold: found.fold, to: at + found.words.length, span: found.words.length,
          typed: text.slice(tokens[at].start, last.end),
        });
      }
      slots.push(slot);
      at = slot.to;
    }
    return slots;
  };

  /**
   * Find the numbers that may be those of documents though nothing says so: “39 thủ đức”.
   * @param {Token[]} tokens @param {NumberKey[]} numbers those found already
   */
  const bareNumbersOf = (tokens, numbers) =>
    tokens.flatMap((token, at) => {
      const next = tokens[at + 1];
      const isTied = (/** @type {Token | undefined} */ one) => one && one.gap > 1 && one.gap < BREAK;
      const isKnown = numbers.some((one) => one.start <= at && at < one.end);
      if (isKnown || !/^\d{1,4}$/.test(token.exact) || isTied(token) || isTied(next)) return [];
      if (UNITS.has(next?.fold) || UNITS.has(tokens[at - 1]?.fold)) return [];
      return [{ keys: [], bare: token.exact, start: at, end: at + 1 }];
    });

  /**
   * Find what is asked; its words need not be found.
   * @param {Token[]} tokens @param {Slot[]} slots @param {Record<string, number>} kinds to be added to
   */
  const readIntents = (tokens, slots, kinds) => {
    for (const { phrases, kinds: letters, factor } of INTENTS) {
      for (const phrase of phrases) {
        tokens.forEach((token, at) => {
          if (!standsAt(tokens, at, phrase)) return;
          const next = tokens[at + phrase.length];
          if (token.fold === "han" && next && NOT_DEADLINE.has(next.fold)) return;
          for (const letter of letters) kinds[letter] = Math.max(kinds[letter] || 1, factor);
          for (const slot of slots) {
            if (slot.from >= at && slot.to <= at + phrase.length) slot.isOptional = true;
          }
        });
      }
    }
    const isDate = tokens.some(
      (token, at) => at > 1 && /^(19|20)\d\d$/.test(token.exact) && token.gap > 1 && token.gap === tokens[at - 1].gap,
    );
    if (isDate) kinds.m = Math.max(kinds.m || 1, 1.4);
  };

  /** Find the everyday words: all that a query says of a row, “chị em phụ nữ”. @param {Token[]} tokens @param {Slot[]} slots @param {Wording[]} wordings */
  const findWordings = (tokens, slots, wordings) =>
    wordings.flatMap(({ key, says, means }) => {
      const said = says.flatMap((words) => {
        const start = startOf(tokens, words);
        return start < 0 ? [] : slotsBetween(slots, start, start + words.length);
      });
      return said.length ? [{ key, means, slots: said }] : [];
    });

  /** Say where a phrase stands; -1 if nowhere. @param {Token[]} tokens @param {string[]} words */
  const startOf = (tokens, words) =>
    tokens.findIndex((_, at) => words.every((word, place) => tokens[at + place] && fits(tokens[at + place], word)));

  /** Tell whether the newest is asked for; the word for it need not be found. @param {Token[]} tokens @param {Slot[]} slots */
  const asksForNewest = (tokens, slots) => {
    const last = slots[slots.length - 1];
    const endsSo = slots.length > 1 && last.fold === "moi" && last.to === tokens.length;
    if (endsSo) last.isOptional = true;
    return endsSo || NEWEST.split("|").some((words) => tokens.some((_, at) => standsAt(tokens, at, words.split(" "))));
  };

  /** @param {{exact: string, fold: string}} slot */
  const isFiller = (slot) =>
    FILLERS.has(slot.exact) || (slot.exact === slot.fold && FOLDED_FILLERS.has(slot.fold));

  /**
   * @typedef {{short: string, fold: string, words: string[], isAmbiguous: boolean}} Abbreviation
   * @typedef {{key: string, says: string[][], means: string[][]}} Wording
   * @typedef {{abbreviations: Abbreviation[], wordings: Wording[]}} Words abbreviations: longest first
   * @param {string} typed @param {Words} words @returns {Query}
   */
  const parse = (typed, { abbreviations, wordings }) => {
    const text = typed.slice(0, MAX_LENGTH);
    const { plain, phrases, excluded } = split(text);
    const tokens = tokensOf(plain);
    const all = slotsOf(tokens, plain, abbreviations);
    const known = new Set();
    const slots = all.filter((slot) => !known.has(slot.exact) && known.add(slot.exact)).slice(0, MAX_SLOTS);
    const everyday = findWordings(tokens, slots, wordings);
    /** @type {Record<string, number>} */
    const kinds = {};
    readIntents(tokens, slots, kinds);
    for (const words of everyday.flatMap(({ means }) => means)) readIntents(tokensOf(words.join(" ")), [], kinds);
    const isForNewest = asksForNewest(tokens, slots);
    const asking = askingSlots(tokens, slots);
    const isAside = (/** @type {Slot} */ slot) => isFiller(slot) || asking.includes(slot);
    if (slots.every((slot) => slot.isOptional || isAside(slot))) {
      const asked = slots.filter((slot) => !isAside(slot));
      for (const slot of slots) slot.isOptional = asked.length > 0 && !asked.includes(slot);
    } else {
      for (const slot of slots) slot.isOptional = slot.isOptional || isAside(slot);
    }
    const inPhrase = (/** @type {Slot} */ slot, /** @type {[number, number]} */ [start, end]) =>
      tokens[slot.from].start >= start && tokens[slot.to - 1].end <= end;
    const quoted = phrases.map((phrase) => all.filter((slot) => inPhrase(slot, phrase)));
    for (const slot of quoted.flat()) {
      Object.assign(slot, { isOptional: false, isStrict: slot.exact !== slot.fold && slot.span === 1 });
    }
    const last = slots[slots.length - 1];
    if (last && last.to === tokens.length && last.span === 1 && !/[\s"“”]$/.test(text) && !last.isStrict) {
      last.isPrefix = last.fold.length > 1;
    }
    const wanted = slots.filter((slot) => !slot.isOptional);
    const numbers = numbersOf(tokens);
    return {
      text,
      slots,
      names: [slots, wanted, slots.filter((slot) => !asking.includes(slot))].map(nameOf),
      phrases: quoted.filter((phrase) => phrase.length > 1),
      excluded: excluded.map((word) => slotsOf(tokensOf(word), word, abbreviations)),
      numbers: [...numbers, ...bareNumbersOf(tokens, numbers)].map(({ keys, bare, start, end }) => ({
        keys,
        bare,
        slots: slotsBetween(slots, start, end),
      })),
      wordings: everyday,
      kinds,
      isForNewest,
    };
  };

  return { parse, isFiller };
})();
