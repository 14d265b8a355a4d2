/* Progress kept on the PC: which steps of which procedures are done, since which day.
   Read anew before each change, so that two open pages lose nothing of each other. */
"use strict";

/** @typedef {{ role: string, done: Map<string, Map<string, string>> }} Progress */

window.hbProgress = (() => {
  const KEY = "cam-nang/tien-do";
  const FORMAT = "cam-nang-tien-do";
  const VERSION = 1;
  const LIMITS = { bytes: 1_000_000, procedures: 1000, steps: 300 };
  const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const DAY = /^\d{4}-\d\d-\d\d$/;

  class WrongFile extends Error {}

  /** What stands here when the browser keeps nothing. @type {string | null} */
  let inMemory = null;
  let kept = true;

  /** @returns {Progress} */
  const empty = () => ({ role: "", done: new Map() });

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** @param {unknown} value @param {number} limit @param {string} what */
  const slugEntries = (value, limit, what) => {
    if (!isObject(value)) throw new WrongFile(`phần ${what} không đúng dạng`);
    const entries = Object.entries(value);
    if (entries.length > limit) throw new WrongFile(`phần ${what} quá dài`);
    if (!entries.every(([id]) => SLUG.test(id))) throw new WrongFile(`phần ${what} có mã lạ`);
    return entries;
  };

  /** @param {unknown} day */
  const dayOf = (day) => {
    if (typeof day !== "string" || !DAY.test(day) || Number.isNaN(Date.parse(day)))
      throw new WrongFile("có ngày không đúng");
    return day;
  };

  /** Read the text of a file or of the store; throw WrongFile with the reason.
      @param {string} text @returns {Progress} */
  const parse = (text) => {
    if (text.length > LIMITS.bytes) throw new WrongFile("tệp quá lớn");
    let data;
    try {
      data = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      throw new WrongFile("nội dung không đọc được (không phải JSON)");
    }
    if (!isObject(data) || data.format !== FORMAT)
      throw new WrongFile("đây không phải tệp do nút “Xuất tệp tiến độ” tạo ra");
    if (data.version !== VERSION) throw new WrongFile("tệp thuộc phiên bản khác của trang");
    const procedures = slugEntries(data.procedures, LIMITS.procedures, "quy trình").map(
      ([id, steps]) => {
        const days = slugEntries(steps, LIMITS.steps, "các bước").map(
          ([step, day]) => /** @type {[string, string]} */ ([step, dayOf(day)]),
        );
        return /** @type {[string, Map<string, string>]} */ ([id, new Map(days)]);
      },
    );
    const role = typeof data.role === "string" && SLUG.test(data.role) ? data.role : "";
    return { role, done: new Map(procedures) };
  };

  /** @param {Progress} progress */
  const write = ({ role, done }) =>
    JSON.stringify(
      {
        format: FORMAT,
        version: VERSION,
        role,
        procedures: Object.fromEntries(
          [...done].filter(([, steps]) => steps.size).map(([id, steps]) => [id, Object.fromEntries(steps)]),
        ),
      },
      null,
      1,
    );

  const storedText = () => {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return inMemory;
    }
  };

  /** @returns {Progress} */
  const load = () => {
    const text = kept ? storedText() : inMemory;
    if (!text) return empty();
    try {
      return parse(text);
    } catch {
      setAside(text);
      return empty();
    }
  };

  /** What cannot be read is kept under another name, never overwritten. @param {string} text */
  const setAside = (text) => {
    try {
      if (window.localStorage.getItem(`${KEY}/khong-doc-duoc`) === null)
        window.localStorage.setItem(`${KEY}/khong-doc-duoc`, text);
    } catch {
      inMemory = null;
    }
  };

  /** @param {Progress} progress @returns {boolean} whether it will still be there tomorrow */
  const save = (progress) => {
    inMemory = write(progress);
    try {
      window.localStorage.setItem(KEY, inMemory);
      kept = true;
    } catch {
      kept = false;
    }
    return kept;
  };

  /** Add what a file holds to what is there; the earlier day stays.
      @param {Progress} into @param {Progress} from @returns {number} how many steps were added */
  const merge = (into, from) => {
    let added = 0;
    from.done.forEach((steps, id) => {
      const own = into.done.get(id) || new Map();
      into.done.set(id, own);
      steps.forEach((day, step) => {
        if (own.has(step)) return;
        own.set(step, day);
        added += 1;
      });
    });
    return added;
  };

  return { KEY, WrongFile, load, save, parse, write, merge };
})();
