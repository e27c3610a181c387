// What a word that nobody knows may have meant: the closest word that is known. Short words are hardly guessed at:
// among them everything resembles everything (“manger” is not “Mayer”).

/** Of five letters only what one letter more or less makes the one word it can be: “duche”, “lawer”. */
const LONGEST_SHORT = 5
const TWO_SLIPS = 8
/** How known words sound: asked of some thousand of them at every key that is pressed. @type {Map<string, string>} */
const heardAs = new Map()

/**
 * @param {string} term as it is compared
 * @param {string} written as the person wrote it, which is what tells how short it is
 * @param {Iterable<string>} known the better ones first
 * @returns {string | null} null when none is close enough
 */
export function closest(term, written, known) {
  if (written.length < LONGEST_SHORT) return null
  if (written.length === LONGEST_SHORT) return onlyOneNear(term, known)
  const heard = sound(term)
  let found = null
  let least = written.length < TWO_SLIPS ? 1 : 2
  for (const word of known) {
    if (word.length < LONGEST_SHORT) continue
    const slips = Math.min(slipsWithin(least, heard, soundOf(word)), slipsWithin(least, term, word))
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

/** @param {string} term @param {Iterable<string>} known */
function onlyOneNear(term, known) {
  const near = new Set([...known].filter((word) => word.length >= LONGEST_SHORT && slipsWithin(1, term, word) <= 1))
  const [only] = near
  return near.size === 1 && only.length !== term.length ? only : null
}

/** @param {number} most @param {string} one @param {string} other @returns {number} more than `most` when their lengths alone tell it */
function slipsWithin(most, one, other) {
  return Math.abs(one.length - other.length) > most ? most + 1 : slipsBetween(one, other)
}

/** @param {string} word a known one @returns {string} how it sounds, worked out once */
function soundOf(word) {
  const found = heardAs.get(word) ?? sound(word)
  heardAs.set(word, found)
  return found
}

/** French and English as they are heard: fontene is a fontaine, sikolog a psicolog. @param {string} term */
function sound(term) {
  return term
    .replace(/[ae]i/g, "e")
    .replace(/e?au/g, "o")
    .replace(/sc?h/g, "ch")
    .replace(/g(?=[ei]|$)/g, "j")
    .replace(/^ps/, "s")
    .replace(/q|c(?=[aoulrt]|$)/g, "k")
    .replace(/c(?=[ei])/g, "s")
    .replace(/e(?=[nm](?:[^aeioumn]))/g, "a")
    .replaceAll("w", "u")
}
