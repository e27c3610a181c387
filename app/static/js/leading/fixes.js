// Which of the positions that a phone gives can be believed: not one from before it slept, not a leap of a street.

import { metresBetween } from "../places/distance.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {{ timestamp: number, coords: { longitude: number, latitude: number, accuracy: number } }} Given as `watchPosition` gives it
 * @typedef {{ position: Position, accuracy: number, isPoor: boolean }} Fix accuracy in metres
 */

/** A phone that knows its place no better says so, and nothing is decided by it. */
const POOR_M = 50
/** Nobody leads a group faster; a leap is believed once it has lasted. */
const FASTEST_M_S = 8
const LEAP_M = 40
const LEAP_LASTS_MS = 8_000
/** How far the clock of positions and the clock of the phone may be apart without a word. */
const SLACK_MS = 1_000

export class FixGate {
  /** @param {number} wall the time by the clock of the phone, from when on positions count */
  constructor(wall = 0) {
    this.resume(wall)
  }

  #since = 0
  /** A position too old by its own time: of before, or of another clock. @type {{ timestamp: number, wall: number } | null} */
  #old = null
  #isOtherClock = false
  /** @type {(Fix & { wall: number }) | null} */
  #last = null
  /** @type {(Fix & { wall: number }) | null} */
  #leap = null

  /** The page is seen again: what was known before is not where the group is now. @param {number} wall */
  resume(wall) {
    this.#since = wall
    this.#old = null
    this.#last = null
    this.#leap = null
  }

  /** @param {Given} given @param {number} wall now, by the clock of the phone @returns {Fix | null} null: not to be believed */
  take({ timestamp, coords }, wall) {
    const { longitude, latitude, accuracy } = coords
    if (![longitude, latitude, accuracy].every(Number.isFinite) || this.#isStale(timestamp, wall)) return null
    const fix = { position: /** @type {Position} */ ([longitude, latitude]), accuracy, isPoor: accuracy > POOR_M, wall }
    if (fix.isPoor) return fix
    if (this.#last && isLeap(this.#last, fix) && !this.#isLasting(fix)) return null
    this.#last = fix
    this.#leap = null
    return fix
  }

  // Private

  /** Old positions do not move on with time; those of a clock that goes wrong do. @param {number} timestamp @param {number} wall */
  #isStale(timestamp, wall) {
    if (this.#isOtherClock || timestamp >= this.#since - SLACK_MS) return false
    const old = this.#old
    this.#old ??= { timestamp, wall }
    const [passed, shown] = old ? [wall - old.wall, timestamp - old.timestamp] : [0, 0]
    this.#isOtherClock = shown >= SLACK_MS && Math.abs(shown - passed) <= SLACK_MS
    return !this.#isOtherClock
  }

  /** @param {Fix & { wall: number }} fix */
  #isLasting(fix) {
    if (!this.#leap || isLeap(this.#leap, fix)) this.#leap = fix
    return fix.wall - this.#leap.wall >= LEAP_LASTS_MS
  }
}

// Private

/** @param {Fix & { wall: number }} before @param {Fix & { wall: number }} fix */
function isLeap(before, fix) {
  const seconds = Math.max(0, fix.wall - before.wall) / 1000
  return metresBetween(before.position, fix.position) > LEAP_M + before.accuracy + fix.accuracy + FASTEST_M_S * seconds
}
