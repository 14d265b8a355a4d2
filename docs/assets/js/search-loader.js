/* Loads the search's files by plain script elements, so that they load from a disk as from a server.
   Each calls `handbookSearch.take` with its name and what it holds. */
"use strict";

const handbookSearch = (() => {
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  /** @type {Map<string, {promise: Promise<any>, resolve: (value: any) => void}>} */
  const files = new Map();

  /** Take what a file holds. @param {string} name @param {any} value */
  const take = (name, value) => files.get(name)?.resolve(value);

  /**
   * Load a file by its name, once; a failed one may be asked for again.  The engine comes with the
   * index's first file, so that a query waits for one answer before it asks for its shards.
   * @param {string} name @returns {Promise<any>}
   */
  const load = (name) => {
    if (name === "engine") return load("index").then(({ engine }) => engine);
    const known = files.get(name);
    if (known) return known.promise;
    /** @type {(value: any) => void} */
    let resolve = () => {};
    const promise = new Promise((done, fail) => {
      resolve = done;
      pathOf(name).then((path) => addScript(path, fail), fail);
    });
    promise.catch(() => files.delete(name));
    files.set(name, { promise, resolve });
    return promise;
  };

  /** Say where a file is: all but the first stand under the version that the first one names. @param {string} name */
  const pathOf = async (name) => (name === "index" ? "index.js" : `${(await load("index")).version}/${name}.js`);

  /** @param {string} path @param {(error: Error) => void} fail */
  const addScript = (path, fail) => {
    const script = document.createElement("script");
    script.charset = "utf-8"; // whatever a server without a charset makes of the page
    script.src = `${root}search/${path}`;
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      fail(new Error(`search/${path}`));
    };
    document.head.append(script);
  };

  return { root, take, load };
})();
