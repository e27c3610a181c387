// Where the group is on its way to the next stop, and what may be proposed to its leader. Only the leg between the
// last confirmed stop and the next one is looked at: whatever the walk does later, going out and back or across itself,
// cannot be mistaken for it. Nothing here changes the stop: the leader does.

import { ARRIVAL_M } from "../generated/walks.js"
import { Hold } from "./hold.js"
import { metresBetween } from "../places/distance.js"
import { LegLine } from "./near.js"
import { OffRoute } from "./off-route.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {{ stop: number, position: Position, radius?: number }} Later a stop after the next one
 * @typedef {object} Leg
 * @property {Position | null} from the last confirmed stop
 * @property {Position | null} to the next one; null where its door is not shown
 * @property {number} [radius] how near the next one they have arrived, where its walk says so: a park is wider than a door
 * @property {Position[] | null} line null where no way is known
 * @property {boolean} isSure whether they set out from `from`
 * @property {boolean} [isIndoor] whether `from` is inside a house
 * @property {Later[]} later
 * @typedef {object} Followed
 * @property {boolean} hasArrived to be proposed
 * @property {number} later the stop they seem to be at already, or -1: to be offered
 * @property {boolean} isAtStop where they were seen last: at the next stop, or at the last one still
 * @property {boolean} isOff
 * @property {number} calls how often to call for attention, until now
 * @property {number | null} metres left to the next stop, null while unknown
 */

/** A fix this much further than they have arrived says nothing: at a door they come and go. */
const UNSURE_M = 10
const AWAY_M = ARRIVAL_M + UNSURE_M
const ARRIVED_MS = 15_000
const LATER_MS = 20_000
/** Where the leg itself leads past a later stop, a group of pushchairs is this long beside it. */
const PASSING_MS = 90_000
/** A fix that denies for less is noise. */
const GRACE_MS = 3_000
/** A later stop near the last one is not offered before they have left that. */
const LEFT_M = 50
export class Following {
  /** @param {Leg} leg */
  constructor(leg) {
    this.leg = leg
    this.#line = leg.line && leg.line.length > 1 ? new LegLine(leg.line) : null
    this.#off = new OffRoute(leg.isSure, leg.isIndoor)
    this.#later = leg.later.map((later) => ({ ...later, hold: this.#holdOf(later) }))
  }

  #line
  #off
  #later
  #arrived = new Hold({ needMs: ARRIVED_MS, graceMs: GRACE_MS })
  #left = new Hold({ needMs: 0, fixes: 2 })
  #hasLeft = false
  #isAtStop = false
  /** @type {number | null} */ #metres = null

  /** @param {import("./fixes.js").Fix} fix @param {number} now milliseconds of a clock that only goes on */
  hear({ position, accuracy, isPoor }, now) {
    if (isPoor) return
    const { from, to, radius } = this.leg
    const [toNext, toLast] = [to, from].map((stop) => (stop ? metresBetween(position, stop) : Infinity))
    this.#isAtStop = isAt(toNext, radius) !== false || toLast <= AWAY_M
    this.#arrived.hear(isAt(toNext, radius), now)
    this.#left.hear(toLast > LEFT_M, now)
    this.#hasLeft ||= this.#left.isHeld(now)
    for (const { position: stop, radius, hold } of this.#later) {
      hold.hear(this.#isHinted(stop) ? isAt(metresBetween(position, stop), radius) : false, now)
    }
    this.#metres = null
    if (this.#line) this.#along(position, { accuracy, toStop: Math.min(toNext, toLast) }, now)
    // Past the end of the line nothing of it is left, and the stop is still behind.
    if (to) this.#metres = Math.max(toNext, this.#metres ?? 0)
  }

  /** The page is seen again. */
  resume() {
    for (const { hold } of this.#later) hold.forget()
    this.#arrived.forget()
    this.#off.resume()
    this.#metres = null
  }

  /** @param {number} now @returns {Followed} */
  seen(now) {
    const hasArrived = this.#arrived.isHeld(now)
    const later = this.#arrived.hasBegun ? undefined : this.#later.find(({ hold }) => hold.isHeld(now))
    return { hasArrived, later: later?.stop ?? -1, isAtStop: this.#isAtStop, isOff: this.#off.isOff, calls: this.#off.calls(now), metres: this.#metres }
  }

  // Private

  /** @param {Position} position @param {{ accuracy: number, toStop: number }} known @param {number} now */
  #along(position, known, now) {
    const { off, left } = /** @type {LegLine} */ (this.#line).nearest(position)
    this.#off.hear({ off, ...known }, now)
    if (!this.#off.isOff) this.#metres = left
  }

  /** @param {Later} later */
  #holdOf({ position }) {
    const isPassed = this.#line && this.#line.nearest(position).off <= ARRIVAL_M
    return new Hold({ needMs: isPassed ? PASSING_MS : LATER_MS, graceMs: GRACE_MS })
  }

  /** Whether being there would tell anything. @param {Position} stop */
  #isHinted(stop) {
    const { from } = this.leg
    return !from || this.#hasLeft || metresBetween(from, stop) > LEFT_M
  }
}

// Private

/** @param {number} metres @param {number} [radius] @returns {boolean | null} */
function isAt(metres, radius = ARRIVAL_M) {
  if (metres <= radius) return true
  return metres > radius + UNSURE_M ? false : null
}
