// The signs that codes are written in, printed or read out: Crockford's base 32.

/** @param {string} typed @returns {string} in capitals, with what a reader may take for another sign put right */
export function asPrinted(typed) {
  return typed.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1")
}
