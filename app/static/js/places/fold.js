// The terms that a search compares.

import { fold } from "../page/fold.js"

// The Arabic article, alone or after and/with/for/as (و ب ف ك); لل is "for the".
const ARTICLE = /^(?:[وبفك]?ال|لل)(?=\p{Script=Arabic}{3})/u

// Written without spaces: a word may begin anywhere in a run.
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu
const PIECES = new RegExp(`${RUN.source}|(?:(?!${RUN.source.slice(0, -1)})[\\p{L}\\p{M}\\p{N}])+`, "gu")

/**
 * @param {string} words
 * @returns {string[]} the folded words of a text, Arabic ones without their article; pairs of signs where words have no
 *   spaces between them
 */
export function termsOf(words) {
  const terms = fold(words).match(PIECES) ?? []
  return terms.flatMap((term) => (term.match(RUN) ? pairsOf([...term]) : term.replace(ARTICLE, "")))
}

/** A lone letter of an alphabet says nothing yet; a lone Chinese character is a word. @param {string} query */
export function isTelling(query) {
  return termsOf(query).some((term) => term.length > 1 || /\p{Script=Han}/u.test(term))
}

/**
 * A name as an id, for names in Latin letters: the twin of `slug_of` in `app/domain/text.py`.
 * @param {string} name
 */
export function slugOf(name) {
  return fold(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
}

// Private

/** @param {string[]} signs @returns {string[]} each with the one after it; a lone sign as it is */
function pairsOf(signs) {
  return signs.length < 2 ? signs : signs.slice(1).map((sign, n) => signs[n] + sign)
}
