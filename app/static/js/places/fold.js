// Words made comparable: the same folding as `app/domain/text.py`, and the terms a search compares.

import { LETTERS } from "../generated/fold.js"

const FOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")

// Accents and Arabic vowel signs; not the vowels of Indic scripts, which are marks too (Python's `combining`).
const SIGNS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g

// The Arabic article, alone or after and/with/for/as (و ب ف ك); لل is "for the".
const ARTICLE = /^(?:[وبفك]?ال|لل)(?=\p{Script=Arabic}{3})/u

/**
 * @param {string} words
 * @returns {string} lower case, without accents, ligatures or Arabic vowel signs
 */
export function fold(words) {
  const lowered = words.toLowerCase().replace(FOLDED, (letter) => LETTERS[letter])
  return lowered.normalize("NFKD").replace(SIGNS, "")
}

/**
 * @param {string} words
 * @returns {string[]} the folded words of a text, Arabic ones without their article
 */
export function termsOf(words) {
  const terms = fold(words).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return terms.map((term) => term.replace(ARTICLE, ""))
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
