// A suggestion as a person reads it: what is shared, saved as a file, or written in a mail.

/** @typedef {import("./store.js").Suggestion} Suggestion */

/** @param {Suggestion[]} suggestions */
export function textOf(suggestions) {
  return `${suggestions.map(linesOf).join("\n\n")}\n`
}

/** @param {Suggestion[]} suggestions @returns {string} a name that sorts by day */
export function fileNameOf(suggestions) {
  return `a-deux-pas-${suggestions[0]?.typed.slice(0, 10) ?? "message"}.txt`
}

/**
 * @param {Suggestion[]} suggestions
 * @param {string} title
 * @returns {string} the address that opens a mail with everything in it; "" when nobody is known to write to
 */
export function mailOf(suggestions, title) {
  const email = suggestions.find((suggestion) => suggestion.email)?.email
  return email ? `mailto:${email}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(textOf(suggestions))}` : ""
}

/** Half a character, as a cut pasted text may hold, is no character. @param {string} text */
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").trim()
}

// Private

/** @param {Suggestion} suggestion */
function linesOf({ about, what, body, typed, page }) {
  const head = [about, what].filter(Boolean).join(" · ")
  return [head, body.text, `${typed.slice(0, 10)} · ${page}`].filter(Boolean).join("\n")
}
