// A group that walks, and the phone in its leader's hand: positions with the noise of streets, as often as wanted.

/**
 * @typedef {[number, number]} Point metres east and north of a corner
 * @typedef {import("../../../app/static/js/places/distance.js").Position} Position
 * @typedef {{ at: number, true: Point, point: Point }} Seen at in milliseconds
 */

const ORIGIN = [2.36, 48.89]
const DEGREE_M = (6_371_008.8 * Math.PI) / 180
const SHRINK = Math.cos((ORIGIN[1] * Math.PI) / 180)
/** Noise changes slowly: a street reflects the same satellites for a while. */
const MEMORY_S = 15
/** Finer than any phone. */
export const TICK_MS = 500

/** @param {Point} point @returns {Position} */
export const position = ([east, north]) => [ORIGIN[0] + east / (DEGREE_M * SHRINK), ORIGIN[1] + north / DEGREE_M]

/** @param {Point} one @param {Point} other */
export const apart = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1])

/** A die that falls the same each time. @param {number} seed */
export function dice(seed) {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Noise of a phone, in metres on each axis. @param {number} sigma @param {number} seed */
export function noise(sigma, seed) {
  const random = dice(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const keeps = Math.exp(-TICK_MS / 1000 / MEMORY_S)
  const fresh = sigma * Math.sqrt(1 - keeps * keeps)
  /** @type {Point} */
  let error = [sigma * normal(), sigma * normal()]
  return () => (error = [error[0] * keeps + fresh * normal(), error[1] * keeps + fresh * normal()])
}

/** Where somebody is who walks along a line, tick by tick. @param {Point[]} line @param {number} [speed] metres a second @returns {Generator<Point>} */
export function* walking(line, speed = 1) {
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]]
    const ticks = Math.max(1, Math.round((apart(from, to) / speed) * (1000 / TICK_MS)))
    for (let tick = 1; tick <= ticks; tick++) yield [from[0] + ((to[0] - from[0]) * tick) / ticks, from[1] + ((to[1] - from[1]) * tick) / ticks]
  }
}

/** @param {Point} point @param {number} seconds @returns {Generator<Point>} */
export function* staying(point, seconds) {
  for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick++) yield point
}

/** @param {Point} point @param {number} [accuracy] */
export const fixAt = (point, accuracy = 12) => ({ position: position(point), accuracy, isPoor: accuracy > 50 })
