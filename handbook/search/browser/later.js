/* Parts of the engine that few queries need: each is a file of its own, loaded when it is first used. */
"use strict";

const later = (() => {
  /** @type {Map<string, Promise<any>>} */
  const made = new Map();

  /** Load a part, once. @param {string} name @returns {Promise<any>} */
  const part = (name) => {
    const known = made.get(name);
    if (known) return known;
    const making = handbookSearch.load(name).then((make) => make({ analysis, queries, index, terms, matching, ranking }));
    making.catch(() => made.delete(name));
    made.set(name, making);
    return making;
  };

  return { part };
})();
