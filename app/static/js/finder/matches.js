// The places that answer the filters: those that do, and those of which nobody has told us yet. An unknown is never
// taken for a no.

import { monthsOf } from "./filters.js"

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../places/places.js").Answer} Answer
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./filters.js").Opening} Opening
 * @typedef {(i: number) => Answer} Question
 * @typedef {{ yes: number[], ask: number[] }} Matches
 */

/**
 * @param {Places} places
 * @param {Filters} filters
 * @param {{ ranks?: number[] | null, theme?: string, opening: (opening: Opening) => Question }} given
 *   `ranks`: what the words found, best first; `theme`: the one the page is about
 * @returns {Matches}
 */
export function matchesOf(places, filters, { ranks = null, theme = "", opening }) {
  const questions = [...factQuestions(places, filters), ...filters.open.map(opening)]
  const isIn = scopeOf(places, filters, { theme, found: ranks !== null })
  /** @type {Matches} */
  const matches = { yes: [], ask: [] }
  for (const i of ranks ?? places.ids.keys()) {
    const answer = isIn(i) ? worst(questions, i) : "no"
    if (answer === "yes") matches.yes.push(i)
    else if (answer === "unknown") matches.ask.push(i)
  }
  return matches
}

/**
 * @param {Places} places
 * @param {number} i
 * @param {string[]} ages of the children
 * @returns {number} how many of them the place is for
 */
export function childrenWelcome(places, i, ages) {
  const range = places.ages(i)
  if (!range) return 0
  return ages.map(monthsOf).filter(([from, to]) => from <= range[1] && to >= range[0]).length
}

// Private

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
  return childrenWelcome(places, i, ages) > 0 ? "yes" : "no"
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

/** @param {Question[]} questions @param {number} i @returns {Answer} */
function worst(questions, i) {
  /** @type {Answer} */
  let answer = "yes"
  for (const question of questions) {
    const said = question(i)
    if (said === "no") return "no"
    if (said === "unknown") answer = "unknown"
  }
  return answer
}
