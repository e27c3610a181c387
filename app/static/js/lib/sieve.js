// The places that answer a wish: those that do, and those of which nobody has told us yet. An unknown is never
// taken for a no.

import { monthsOf } from "./wish.js"

/**
 * @typedef {import("./places.js").Places} Places
 * @typedef {import("./places.js").Answer} Answer
 * @typedef {import("./wish.js").Wish} Wish
 * @typedef {import("./wish.js").Opening} Opening
 * @typedef {(i: number) => Answer} Question
 * @typedef {{ yes: number[], ask: number[] }} Sieved
 */

/**
 * @param {Places} places
 * @param {Wish} wish
 * @param {{ ranks?: number[] | null, theme?: string, opening: (opening: Opening) => Question }} given
 *   `ranks`: what the words found, best first; `theme`: the one the page is about
 * @returns {Sieved}
 */
export function sieve(places, wish, { ranks = null, theme = "", opening }) {
  const questions = [...factQuestions(places, wish), ...wish.open.map(opening)]
  const isIn = scopeOf(places, wish, { theme, found: ranks !== null })
  /** @type {Sieved} */
  const sieved = { yes: [], ask: [] }
  for (const i of ranks ?? places.ids.keys()) {
    const answer = isIn(i) ? worst(questions, i) : "no"
    if (answer === "yes") sieved.yes.push(i)
    else if (answer === "unknown") sieved.ask.push(i)
  }
  return sieved
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

/** @param {Places} places @param {Wish} wish @returns {Question[]} */
function factQuestions(places, wish) {
  /** @type {[boolean, Question][]} */
  const questions = [
    [wish.free, (i) => places.answer(i, "free")],
    [wish.walkin, (i) => places.answer(i, "no_appointment")],
    [wish.nopapers, (i) => places.answer(i, "no_papers")],
    [wish.stroller, (i) => places.answer(i, "stroller")],
    [wish.wheelchair, (i) => places.answer(i, "wheelchair")],
    [wish.speaks !== "", (i) => places.speaks(i, wish.speaks)],
    [wish.ages.length > 0, (i) => suits(places, i, wish.ages)],
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
 * @param {Wish} wish
 * @param {{ theme: string, found: boolean }} given
 * @returns {(i: number) => boolean}
 */
function scopeOf(places, wish, { theme, found }) {
  const chosen = new Set(wish.theme)
  /** @param {number} i @param {(id: string) => boolean} wanted */
  const has = (i, wanted) => places.categories(i).some((k) => wanted(places.kinds[k].id) || wanted(places.kinds[k].theme))
  return (i) => {
    if (theme && !has(i, (id) => id === theme)) return false
    if (chosen.size > 0) return has(i, (id) => chosen.has(id))
    return found || theme !== "" || wish.practical || !places.isPractical(i)
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
