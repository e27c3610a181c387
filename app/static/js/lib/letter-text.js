// A letter as a person reads it: what is shared, saved as a file, or written in a mail.

/** @typedef {import("./letters.js").Letter} Letter */

/** @param {Letter[]} letters */
export function textOf(letters) {
  return letters.map(linesOf).join("\n\n") + "\n"
}

/** @param {Letter[]} letters @returns {string} a name that sorts by day */
export function fileNameOf(letters) {
  return `a-deux-pas-${letters[0]?.typed.slice(0, 10) ?? "message"}.txt`
}

/**
 * @param {Letter[]} letters
 * @param {string} title
 * @returns {string} the address that opens a mail with everything in it; "" when nobody is known to write to
 */
export function mailOf(letters, title) {
  const email = letters.find((letter) => letter.email)?.email
  return email ? `mailto:${email}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(textOf(letters))}` : ""
}

/** Half a character, as a cut pasted text may hold, is no character. @param {string} text */
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").trim()
}

// Private

/** @param {Letter} letter */
function linesOf({ about, what, body, typed, page }) {
  const head = [about, what].filter(Boolean).join(" · ")
  return [head, body.text, `${typed.slice(0, 10)} · ${page}`].filter(Boolean).join("\n")
}
