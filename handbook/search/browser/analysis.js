/* Text analysis: the twin of handbook/search/analysis.py, where each step is explained. */
"use strict";

/**
 * @typedef {{exact: string, fold: string, gap: number, start: number, end: number}} Token
 * @typedef {{keys: string[], bare: string, start: number, end: number}} NumberKey
 */
const analysis = (() => {
  const RUN = /[a-zđ\u0300-\u036f]+|[0-9]+/g;
  const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
  const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;
  const OTHER_MARK = /[\u0300-\u0301\u0303-\u0305\u0307-\u031a\u031c-\u036f]/g;
  const MARK = /[\u0300-\u036f]/g;
  const I_OR_Y = /^(h|k|l|m|s|t|qu)y$/;
  const GLUED = 0, SPACE = 1, DASH = 2, SLASH = 3, DOT = 4, BREAK = 5;
  const SPACES = /^[ \t\n\r\u00a0]*$/;
  const SEPARATORS = /^[ \t\n\r\u00a0]*[/\u2010-\u2015-][ \t\n\r\u00a0/\u2010-\u2015-]*$/;

  /** @param {string} gap */
  const gapKind = (gap) => {
    if (!gap) return GLUED;
    if (SPACES.test(gap)) return SPACE;
    if (SEPARATORS.test(gap)) return gap.includes("/") ? SLASH : DASH;
    return gap === "." ? DOT : BREAK;
  };

  /** @param {string} run */
  const isDigits = (run) => run[0] <= "9";

  /** @param {string} letters */
  const foldOf = (letters) => (letters || "").normalize("NFD").replace(MARK, "").replace(/đ/g, "d");

  /** @param {string} run lower-case, decomposed */
  const formOf = (run) => {
    if (isDigits(run)) {
      const number = run.replace(/^0+/, "") || "0";
      return { exact: number, fold: number };
    }
    const tone = (run.match(TONE) || []).map((mark) => TONES[mark]).sort().pop() || "";
    const vowels = run.replace(OTHER_MARK, "").normalize("NFC");
    const letters = vowels.replace(MARK, "").replace(I_OR_Y, "$1i");
    if (!letters) return { exact: "", fold: "" };
    return { exact: letters + tone, fold: foldOf(letters) };
  };

  /**
   * Split a text into tokens; `start` and `end` count in the text as given.
   * @param {string} text @returns {Token[]}
   */
  const tokensOf = (text) => {
    let flat = "";
    const places = [];
    let place = 0;
    for (const letter of text) {
      const low = letter.normalize("NFD").toLowerCase().replace(/ð/g, "đ");
      for (let unit = 0; unit < low.length; unit += 1) places.push(place);
      flat += low;
      place += letter.length;
    }
    places.push(place);
    const tokens = [];
    let end = 0;
    let shortDigits = false;
    for (const match of flat.matchAll(RUN)) {
      const run = match[0];
      const { exact, fold } = formOf(run);
      if (!exact) continue;
      const gap = tokens.length ? gapKind(flat.slice(end, match.index)) : BREAK;
      end = match.index + run.length;
      const last = tokens[tokens.length - 1];
      if (isDigits(run) && shortDigits && gap === DOT && run.length === 3) {
        last.exact = last.fold = (last.exact + run).replace(/^0+/, "") || "0";
        last.end = places[end];
      } else {
        tokens.push({ exact, fold, gap, start: places[match.index], end: places[end] });
        shortDigits = isDigits(run) && run.length <= 3;
      }
    }
    return tokens;
  };

  const words = (/** @type {string} */ list) => new Set(list.split(" "));
  const TYPES = words("nq ct qd kh hd cv ctr tb bc tt ttlt nd ttr kl vbhn bs");
  const TYPE_WORDS = new Map(
    ("nghi quyet nq,chi thi ct,quyet dinh qd,qui dinh qd,ke hoach kh,huong dan hd,cong van cv," +
      "chuong trinh ctr,hanh dong ctr,thong bao tb,bao cao bc,thong tu tt,lien tich ttlt,nghi dinh nd," +
      "to trinh ttr,ket luan kl").split(",").map((entry) => {
      const [first, second, sign] = entry.split(" ");
      return [`${first} ${second}`, sign];
    }),
  );
  const ORGANISATIONS = words(
    "tw tu hu qu du vptw btctw bct cp ttg qh ubtvqh ubnd hdnd tld bch dct ldld cdvc cdn cdyt cdcs" +
      " twdtn btc",
  );
  const UNITS = words("thang nam qui ngay tuan lan nguoi trieu");
  const MAX_DIGITS = 5;

  /** @param {Token} token */
  const isYear = (token) =>
    token.exact.length === 4 && token.exact >= "1945" && token.exact <= "2099";
  /** @param {string} organisation */
  const canonical = (organisation) => (organisation === "bct" ? "tw" : organisation);

  /** @param {Token[]} tokens @param {number} at @returns {[number, string]} */
  const typeBefore = (tokens, at) => {
    const first = at && tokens[at - 1].fold === "so" ? at - 1 : at;
    if (first >= 2) {
      const sign = TYPE_WORDS.get(`${tokens[first - 2].fold} ${tokens[first - 1].fold}`);
      if (sign) return [first - 2, sign];
    }
    if (first >= 1) {
      const before = tokens[first - 1].fold;
      if (before === "luat" || TYPES.has(before)) return [first - 1, before];
    }
    return [first, ""];
  };

  /** @param {Token[]} tokens @param {number} at @param {boolean} hasSign @returns {[string, number]} */
  const organisationAt = (tokens, at, hasSign) => {
    const token = tokens[at];
    if (!token || isDigits(token.exact)) return ["", at];
    const known =
      ORGANISATIONS.has(token.fold) && token.gap <= SLASH && token.exact.slice(-1) > "9";
    const printed = (token.gap === DASH || token.gap === SLASH) && token.fold.length >= 2 && token.fold.length <= 8;
    if (!known && !(hasSign && printed)) return ["", at];
    const name = token.exact === "tư" ? "tw" : canonical(token.fold);
    const next = tokens[at + 1];
    if ((name === "qh" || name === "ubtvqh") && next && next.gap === GLUED) {
      return [name + next.fold, at + 2];
    }
    return [name, at + 1];
  };

  /** @param {Token[]} tokens @param {number} at @returns {[string, string, number]} */
  const signAfter = (tokens, at) => {
    const token = tokens[at];
    if (!token || token.gap > SLASH) return ["", "", at];
    if (TYPES.has(token.fold)) {
      const [organisation, end] = organisationAt(tokens, at + 1, true);
      return [token.fold, organisation, end];
    }
    if (!ORGANISATIONS.has(token.fold)) {
      for (const length of [2, 3, 4]) {
        const sign = token.fold.slice(0, length);
        const rest = token.fold.slice(length);
        if (TYPES.has(sign) && ORGANISATIONS.has(rest)) return [sign, canonical(rest), at + 1];
      }
    }
    const [organisation, end] = organisationAt(tokens, at, false);
    return ["", organisation, end];
  };

  /** @param {Token[]} tokens @param {number} at */
  const isDate = (tokens, at) => {
    const [unit, first, second] = tokens.slice(at, at + 3);
    if ((unit.fold !== "ngay" && unit.fold !== "nam") || !first || !isDigits(first.exact)) return false;
    return !(unit.fold === "nam" && second && isDigits(second.exact) && second.gap === DASH);
  };

  /** @param {Token[]} tokens @param {number} at @returns {NumberKey | null} */
  const numberAt = (tokens, at) => {
    let number = tokens[at].fold;
    const [start, word] = typeBefore(tokens, at);
    let next = at + 1;
    const letter = tokens[next];
    if (letter && letter.gap === GLUED && /^[a-h]$/.test(letter.fold)) {
      number += letter.fold;
      next += 1;
    }
    if (tokens[next] && isYear(tokens[next]) && tokens[next].gap === SLASH) next += 1;
    const [sign, organisation, end] = signAfter(tokens, next);
    if (isYear(tokens[at])) {
      if (at && tokens[at].gap === SLASH && isDigits(tokens[at - 1].exact)) return null;
      if (!(sign || organisation) || tokens[at + 1].gap === SPACE) return null;
    } else if (!sign && !organisation && tokens[end] && UNITS.has(tokens[end].fold) && !isDate(tokens, end)) return null;
    const keys = [sign, word].filter(Boolean).map((kind) => number + kind);
    if (organisation) {
      if (sign || word) keys.unshift(number + (sign || word) + organisation);
      if (!sign) keys.push(number + organisation);
    }
    return keys.length ? { keys: [...new Set(keys)], bare: tokens[at].fold, start, end } : null;
  };

  /** @param {Token[]} tokens @returns {NumberKey[]} */
  const numbersOf = (tokens) => {
    const found = [];
    tokens.forEach((token, at) => {
      if (!isDigits(token.exact) || token.exact.length > MAX_DIGITS) return;
      const one = numberAt(tokens, at);
      if (one) found.push(one);
    });
    return found;
  };

  return { tokensOf, numbersOf, foldOf, UNITS, BREAK };
})();
