// Words made comparable: the same folding as `app/domain/text.py`, and the terms a search compares.

import { LETTERS } from "../generated/fold.js"

const FOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")

// Accents and Arabic vowel signs; not the vowels of Indic scripts, which are marks too (Python's `combining`).
const SIGNS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g

// The Arabic article, alone or after and/with/for/as (و ب ف ك); لل is "for the".
const ARTICLE = /^(?:[وبفك]?ال|لل)(?=\p{Script=Arabic}{3})/u

// Written without spaces: a word may begin anywhere in a run.
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu
const PIECES = new RegExp(`${RUN.source}|(?:(?!${RUN.source.slice(0, -1)})[\\p{L}\\p{M}\\p{N}])+`, "gu")

/**
 * @param {string} words
 * @returns {string} lower case, with our digits, without accents, ligatures, Arabic vowel signs nor invisible signs
 */
export function fold(words) {
  const plain = words.toLowerCase().normalize("NFKD").replace(SIGNS, "").replace(/\p{Cf}/gu, "")
  return plain.replace(FOLDED, (letter) => LETTERS[letter]).replace(/\p{Nd}/gu, digitOf)
}

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
 * A name as an id, for names in Latin letters: the twin of `slug_of` in `app/edition/search_data.py`.
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

/** Unicode has the digits of a script in a row, from nought on. @param {string} sign */
function digitOf(sign) {
  const point = /** @type {number} */ (sign.codePointAt(0))
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return String(value)
}
