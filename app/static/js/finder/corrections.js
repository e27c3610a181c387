// What a word that nobody knows may have meant: the closest word that is known. Short words are never guessed at:
// among them everything resembles everything (“manger” is not “Mayer”).

const LONGEST_SHORT = 5
const TWO_SLIPS = 8

/**
 * @param {string} term as it is compared
 * @param {string} written as the person wrote it, which is what tells how short it is
 * @param {Iterable<string>} known the better ones first
 * @returns {string | null} null when none is close enough
 */
export function closest(term, written, known) {
  if (written.length <= LONGEST_SHORT) return null
  const heard = sound(term)
  let found = null
  let least = written.length < TWO_SLIPS ? 1 : 2
  for (const word of known) {
    if (word.length < LONGEST_SHORT) continue
    const other = sound(word)
    if (Math.abs(other.length - heard.length) > least) continue
    const slips = slipsBetween(heard, other)
    if (slips < least || (slips === least && found === null)) [found, least] = [word, slips]
  }
  return found
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} letters changed, added, left out or swapped with their neighbour
 */
export function slipsBetween(one, other) {
  /** @type {number[]} */
  let before = []
  let row = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1), isSwapped ? before[j - 2] + 1 : Infinity)
    }
    before = row
    row = next
  }
  return row[other.length]
}

// Private

/** French and English as they are heard: fontene is a fontaine. @param {string} term */
function sound(term) {
  return term
    .replace(/[ae]i/g, "e")
    .replace(/e?au/g, "o")
    .replace(/sc?h/g, "ch")
    .replace(/g(?=[ei]|$)/g, "j")
    .replaceAll("q", "k")
    .replaceAll("w", "u")
}
