// What a word asks for: kinds of place and themes, each with how well it answers.

/**
 * @typedef {{ kinds: Map<number, number>, themes: Map<string, number>, about: Set<string>, isKind: boolean }} Meaning
 *   what a word weighs for kinds and themes; `about`: the themes it is of; `isKind`: whether some kind bears it
 */

/** @returns {Meaning} */
export function emptyMeaning() {
  return { kinds: new Map(), themes: new Map(), about: new Set(), isKind: false }
}

/** @param {Meaning} meaning @param {number | null} k none when no place here is of the kind @param {number} weight */
export function own(meaning, k, weight) {
  meaning.isKind = true
  if (k !== null) raise(meaning.kinds, k, weight)
}

/** @template Key @param {Map<Key, number>} weights @param {Key} key @param {number} weight */
export function raise(weights, key, weight) {
  weights.set(key, Math.max(weight, weights.get(key) ?? 0))
}

/** Take in all that another word asks for. @param {Meaning} meaning @param {Meaning} other */
export function unite(meaning, { kinds, themes, about, isKind }) {
  for (const [k, weight] of kinds) raise(meaning.kinds, k, weight)
  for (const [theme, weight] of themes) raise(meaning.themes, theme, weight)
  for (const theme of about) meaning.about.add(theme)
  meaning.isKind ||= isKind
}
