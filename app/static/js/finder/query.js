// The words of a query: which of them tell something, and how far each may be from a word that is known.

/** @typedef {import("../places/places.js").Places} Places */

// Words that say nothing of a place; a query of nothing else keeps them.
const EMPTY = new Set(
  ("a au aux avec ce cette d de des du en est et l la le les ma mes mon ou par pour pres sa ses son sur un une " +
    "ouvert ouverte the of for to in at my near and من في الي علي مع عن").split(" "),
)

/** @param {string} term @returns {boolean} whether it tells something of a place */
export function tells(term) {
  return !EMPTY.has(term)
}

/** @param {string} query @param {Places["termsOf"]} termsOf */
export function queryTerms(query, termsOf) {
  const terms = [...new Set(termsOf(query))]
  const telling = terms.filter(tells)
  return telling.length ? telling : terms
}

/**
 * A word spelt as we know it is not guessed at; any other is.
 * @param {string} term
 * @param {Set<string>} known
 */
export function spelling(term, known) {
  const fuzzy = known.has(term) ? false : errorsIn(term)
  return { prefix: term.length > 1, fuzzy, maxFuzzy: 3, weights: { prefix: 0.7, fuzzy: 0.5 } }
}

/** What to try when nothing matches: the closest words there are. */
export function wildGuess() {
  return { prefix: false, fuzzy: 0.4, maxFuzzy: 4 }
}

// Private

/** @param {string} term @returns {number} how many slips of the finger to forgive */
function errorsIn(term) {
  if (term.length < 4) return 0
  return term.length < 6 ? 1 : term.length < 9 ? 2 : 3
}
