// The places that answer the filters: those that do, those that do by an old information, and those of which nobody has
// told us yet. An unknown is never taken for a no, nor counted with a yes.

import { monthsOf } from "./filters.js"

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../places/places.js").Answer} Answer
 * @typedef {import("../hours/opening.js").Reply} Reply
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {(i: number) => Reply} Question
 * @typedef {{ yes: number[], likely: number[], ask: number[] }} Matches
 */

/**
 * @param {Places} places
 * @param {Filters} filters
 * @param {{ ranks?: number[] | null, theme?: string, opening: (moment: string) => Question }} given
 *   `ranks`: what the words found, best first; `theme`: the one the page is about
 * @returns {Matches}
 */
export function matchesOf(places, filters, { ranks = null, theme = "", opening }) {
  const questions = [...factQuestions(places, filters), ...filters.open.map(opening)]
  const isIn = scopeOf(places, filters, { theme, found: ranks !== null })
  /** @type {Matches} */
  const matches = { yes: [], likely: [], ask: [] }
  for (const i of ranks ?? plainFirst(places)) {
    const reply = isIn(i) ? worst(questions, i) : "no"
    if (reply !== "no") matches[reply === "unknown" ? "ask" : reply].push(i)
  }
  return matches
}

/**
 * @param {Places} places
 * @param {number} i
 * @param {string[]} ages of the children
 * @returns {string[]} the ages of those that the place is for
 */
export function childrenWelcome(places, i, ages) {
  const range = places.ages(i)
  return ages.filter((age) => {
    const [from, to] = monthsOf(age)
    return range && from <= range[1] && to >= range[0]
  })
}

// Private

/** @param {Places} places @returns {number[]} all of them; what one can act on comes first */
function plainFirst({ ids, plain }) {
  const first = new Set(plain)
  return [...plain, ...[...ids.keys()].filter((i) => !first.has(i))]
}

/** @param {Places} places @param {Filters} filters @returns {Question[]} */
function factQuestions(places, filters) {
  /** @type {[boolean, Question][]} */
  const questions = [
    [filters.free, (i) => places.answer(i, "free")],
    [filters.walkin, (i) => places.answer(i, "no_appointment")],
    [filters.nopapers, (i) => places.answer(i, "no_papers")],
    [filters.stroller, (i) => places.answer(i, "stroller")],
    [filters.wheelchair, (i) => places.answer(i, "wheelchair")],
    [filters.speaks !== "", (i) => places.speaks(i, filters.speaks)],
    [filters.ages.length > 0, (i) => suits(places, i, filters.ages)],
  ]
  return questions.filter(([asked]) => asked).map(([, question]) => question)
}

/** One child is enough: a place for the little one is worth knowing. @param {Places} places @param {number} i @param {string[]} ages @returns {Answer} */
function suits(places, i, ages) {
  if (!places.ages(i)) return "unknown"
  return childrenWelcome(places, i, ages).length > 0 ? "yes" : "no"
}

/**
 * Water and toilets stay out unless their layer is on, their theme chosen, or words asked for them.
 * @param {Places} places
 * @param {Filters} filters
 * @param {{ theme: string, found: boolean }} given
 * @returns {(i: number) => boolean}
 */
function scopeOf(places, filters, { theme, found }) {
  const chosen = new Set(filters.theme)
  /** @param {number} i @param {(id: string) => boolean} wanted */
  const has = (i, wanted) => places.categories(i).some((k) => wanted(places.kinds[k].id) || wanted(places.kinds[k].theme))
  return (i) => {
    if (theme && !has(i, (id) => id === theme)) return false
    if (chosen.size > 0) return has(i, (id) => chosen.has(id))
    return found || theme !== "" || filters.practical || !places.isPractical(i)
  }
}

/** From the best reply to the worst. @type {Reply[]} */
const REPLIES = ["yes", "likely", "unknown", "no"]

/** @param {Question[]} questions @param {number} i @returns {Reply} */
function worst(questions, i) {
  let at = 0
  for (const question of questions) {
    at = Math.max(at, REPLIES.indexOf(question(i)))
    if (REPLIES[at] === "no") break
  }
  return REPLIES[at]
}
