// A leader who does what the phone proposes, or taps herself when it proposed nothing until she wants to go on.

import { Following } from "../../../app/static/js/leading/following.js"
import { TICK_MS, fixAt, noise, position, staying, walking } from "./walker.js"

/**
 * @typedef {import("./walker.js").Point} Point
 * @typedef {{ doors: Point[], streets: Point[][] }} Walk doors of the stops; the street walked to each of them (the first: none)
 * @typedef {object} Told what the phone said on the way
 * @property {number[]} proposed the stops at which arrival was proposed before the group went on
 * @property {number} offers of stops that the group was not at
 * @property {number} alarms
 * @property {number} seconds
 * @property {string[]} decisions each with the second it fell in
 */

/** How long a group stays at a stop. */
const STAY_S = 60

/** @param {Walk} walk @param {number} next */
export function legTo({ doors, streets }, next) {
  const from = next ? doors[next - 1] : null
  const line = from && [from, ...streets[next], doors[next]].map(position)
  const later = doors.map((door, stop) => ({ stop, position: position(door) })).slice(next + 1)
  return { from: from && position(from), to: position(doors[next]), line, isSure: true, later }
}

/** @param {Walk} walk @param {{ sigma: number, seed: number, everyMs?: number, speed?: number }} how @returns {Told} */
export function lead(walk, { sigma, seed, everyMs = 1000, speed = 1 }) {
  /** @type {Told} */
  const told = { proposed: [], offers: 0, alarms: 0, seconds: 0, decisions: [] }
  const shake = noise(sigma, seed)
  let now = 0
  for (let next = 0; next < walk.doors.length; next++) {
    const following = new Following(legTo(walk, next))
    let [wasOff, wasOffered, hasArrived] = [false, -1, false]
    for (const point of pathTo(walk, next, speed)) {
      now += TICK_MS
      const error = shake()
      if (now % everyMs === 0) following.hear(fixAt([point[0] + error[0], point[1] + error[1]], 1.5 * sigma), now)
      const seen = following.seen(now)
      if (seen.isOff && !wasOff) told.alarms++
      if (seen.later >= 0 && seen.later !== wasOffered) told.offers++
      if (seen.hasArrived && !hasArrived) told.decisions.push(`${next} ${Math.round(now / 1000)}`)
      hasArrived ||= seen.hasArrived
      ;[wasOff, wasOffered] = [seen.isOff, seen.later]
    }
    if (hasArrived) told.proposed.push(next)
  }
  return { ...told, seconds: now / 1000 }
}

// Private

/** To the pavement before the door, and some time there. @param {Walk} walk @param {number} next @param {number} speed */
function* pathTo({ doors, streets }, next, speed) {
  const before = next ? (streets[next - 1]?.at(-1) ?? doors[next - 1]) : doors[0]
  const street = streets[next] ?? []
  yield* walking([before, ...street], speed)
  yield* staying(street.at(-1) ?? doors[next], STAY_S)
}
