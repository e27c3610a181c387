// The order of places that match words: by how well, then nearest to the school.

/** @typedef {{ score: number, terms: Set<string> }} Match */

/** Below this share of the best score a result is noise. */
const NOISE = 0.12

/**
 * Best first; of places that match about as well, the nearest to the school first.
 * @param {Map<number, Match>} matches
 * @param {number} asked how many terms
 * @param {(i: number) => boolean} isShown
 */
export function order(matches, asked, isShown) {
  /** @type {{ i: number, score: number }[]} */
  const scored = []
  for (const [i, { score, terms }] of matches) {
    if (isShown(i)) scored.push({ i, score: score * (terms.size / asked) ** 2 })
  }
  const best = Math.max(...scored.map((s) => s.score))
  const kept = scored.filter((s) => s.score >= best * NOISE)
  return kept.map((s) => ({ i: s.i, step: Math.round(3 * Math.log(s.score)) })).sort((a, b) => b.step - a.step || a.i - b.i).map((s) => s.i)
}
