// The places that answer the needs of a question, best first: those that answer more of them, those whose very kind
// it is, those that the other words name; then nearest to the school.

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("./needs.js").Need} Need
 * @typedef {(i: number) => number} Closeness how well the other words of a question fit a place
 */

/**
 * @param {Places} places
 * @param {Need[]} needs
 * @param {{ named: Closeness, tells: (i: number, phrase: string) => boolean }} given `tells`: whether a place's own
 *   words hold a phrase
 * @returns {number[]}
 */
export function answersTo(places, needs, { named, tells }) {
  const scored = []
  for (let i = 0; i < places.count; i++) {
    const weights = needs.map(({ meaning, phrase }) => weightOf(places, i, meaning) || (tells(i, phrase) ? 1 : 0))
    const met = weights.filter(Boolean).length
    if (met) scored.push({ i, met, weight: Math.max(...weights), named: named(i) })
  }
  return scored.sort((a, b) => b.met - a.met || compare(b.named, a.named) || b.weight - a.weight || a.i - b.i).map(({ i }) => i)
}

// Private

/** @param {Places} places @param {number} i @param {import("./needs.js").Meaning} meaning */
function weightOf(places, i, { kinds, themes, isKind }) {
  // A word that some kind bears asks for that kind: who wants a shower is not helped by a fountain of the same theme.
  const ofTheme = (/** @type {string} */ theme) => (isKind ? 0 : (themes.get(theme) ?? 0))
  const weights = places.categories(i).map((k) => Math.max(kinds.get(k) ?? 0, ofTheme(places.kinds[k].theme)))
  return Math.max(0, ...weights)
}

/** @param {number} one @param {number} other both may be infinite */
function compare(one, other) {
  return one === other ? 0 : one - other
}
