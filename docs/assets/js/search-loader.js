/* Loads the search's files by plain script elements, so that they load from a disk as from a server.
   Each calls `handbookSearch.take` with its name and what it holds. */
"use strict";

const handbookSearch = (() => {
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  /** @type {Map<string, {promise: Promise<any>, resolve: (value: any) => void}>} */
  const files = new Map();
  let version = "";

  /** Take what a file holds. @param {string} name @param {any} value */
  const take = (name, value) => {
    if (name === "index") version = value.version;
    files.get(name)?.resolve(value);
  };

  /** Load a file, once; a failed one may be asked for again. @param {string} name @returns {Promise<any>} */
  const load = (name) => {
    const known = files.get(name);
    if (known) return known.promise;
    /** @type {(value: any) => void} */
    let resolve = () => {};
    const promise = new Promise((done, fail) => {
      resolve = done;
      const script = document.createElement("script");
      script.src = `${root}search/${name === "index" ? "" : `${version}/`}${name}.js`;
      script.onload = () => script.remove();
      script.onerror = () => {
        files.delete(name);
        script.remove();
        fail(new Error(`search/${name}.js`));
      };
      document.head.append(script);
    });
    files.set(name, { promise, resolve });
    return promise;
  };

  return { root, take, load };
})();
