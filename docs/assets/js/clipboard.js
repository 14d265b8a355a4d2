/* Copying a text, the same way everywhere. */
"use strict";

/** Put a text on the clipboard; where the browser does not let a page do so, `select` must select it.
    Tell whether it was copied: else it stands selected for Ctrl+C.
    @param {string} text @param {() => void} select @returns {Promise<boolean>} */
window.hbCopy = async (text, select) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select(); // no such thing outside https, or the reader forbids it
  }
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
};
