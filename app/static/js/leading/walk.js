// A walk as the page describes it, and as the phone keeps it once it is begun: an edition that comes meanwhile does not
// change the stops under the leader's feet.

import { NEAR_M } from "../generated/walks.js"
import { metresBetween } from "../places/distance.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {[words: string, lang: string]} Said
 * @typedef {object} Stop
 * @property {Said} name
 * @property {Said} text
 * @property {Position | null} at null where the door is not shown
 * @property {number} [radius] metres: how near one has arrived, where the walk says so
 * @property {string} place
 * @property {string} address "" where it is not shown
 * @property {boolean} indoor
 * @property {number} stayMin
 * @property {number} legMin of the way to it
 * @property {number} legM
 * @property {boolean} isGuessed no way is known to it
 * @property {Said} [sense] what was begun under an earlier release has none
 * @property {Question[]} [questions]
 * @typedef {{ question: Said, options: Said[], answer: number, hint: Said }} Question `answer`: number of the right option, 0 for none
 * @typedef {{ id: string, drop: number[] }} Variant the stops that it leaves out
 * @typedef {{ walk: string, edition: string, title: Said, stops: Stop[], variants?: Variant[], sessions?: number[] }} WalkData
 */

/** @param {Element} element @returns {WalkData} */
export function readWalk(element) {
  return JSON.parse(element.querySelector("[data-walk]")?.textContent ?? "")
}

/** @param {WalkData} data @param {import("./state.js").Led} led @returns {boolean} whether the next stop is at the door of the last */
export function isNextDoor({ stops }, { last, next, isSure }) {
  const [from, to] = [stops[last]?.at, stops[next]?.at]
  return Boolean(isSure && from && to && metresBetween(from, to) <= NEAR_M)
}

/** @param {WalkData} data @param {import("./state.js").Led} led @returns {import("./following.js").Later[]} the stops after the next one */
export function laterStops({ stops }, { standings, next }) {
  return stops.flatMap(({ at, radius }, stop) => (at && stop > next && standings[stop] === "ahead" ? [{ stop, position: at, radius }] : []))
}

/** @param {WalkData} data @param {Position | null} here @param {import("./state.js").Led} led @returns {Stop | undefined} the nearest whose address is known; by the list where nobody knows the position */
export function nearestStop({ stops }, here, { last, next }) {
  const known = stops.filter((stop) => stop.address && stop.at)
  if (!here) return [stops[last], stops[next], ...known].find((stop) => stop?.address)
  const far = (/** @type {Stop} */ stop) => metresBetween(here, /** @type {Position} */ (stop.at))
  return known.sort((one, other) => far(one) - far(other))[0]
}
