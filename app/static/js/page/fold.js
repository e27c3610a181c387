// Words made comparable, by the same table as `app/domain/text.py`: what is searched for, and codes typed by hand.

import { LETTERS } from "../generated/fold.js"

const FOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")

// Accents and Arabic vowel signs; not the vowels of Indic scripts, which are marks too (Python's `combining`).
const SIGNS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g

/**
 * @param {string} words
 * @returns {string} lower case, with our digits, without accents, ligatures, Arabic vowel signs nor invisible signs
 */
export function fold(words) {
  const plain = words.toLowerCase().normalize("NFKD").replace(SIGNS, "").replace(/\p{Cf}/gu, "")
  return plain.replace(FOLDED, (letter) => LETTERS[letter]).replace(/\p{Nd}/gu, digitOf)
}

// Private

/** Unicode has the digits of a script in a row, from nought on. @param {string} sign */
function digitOf(sign) {
  const point = /** @type {number} */ (sign.codePointAt(0))
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return String(value)
}
