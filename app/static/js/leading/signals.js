// What the leader is told first: one thing at a time, in words and a tone that has a colour and a sign of its own.

import { say } from "../page/messages.js"
import { sayMetres, sayMinutes } from "../places/distance.js"
import { metresBetween } from "../places/distance.js"
import { isolate } from "./text.js"
import { isNextDoor } from "./walk.js"

/**
 * @typedef {"calm" | "good" | "warn"} Tone
 * @typedef {{ tone: Tone, sign: string, words: string, accepts: number }} Signal `accepts`: the stop that a tap confirms, -1 for none
 * @typedef {import("./walk.js").WalkData} WalkData @typedef {import("./state.js").Led} Led
 * @typedef {import("./following.js").Followed} Followed
 * @typedef {import("./position-watch.js").PositionWatch} PositionWatch
 */

/** Older than this, a position is said to be old: which does not mean that it is wrong. */
const OLD_MS = 120_000

/** @param {WalkData} data @param {Led} led @param {Followed} seen @param {PositionWatch} watch @returns {Signal | null} */
export function signalOf(data, led, seen, { last }) {
  const nameOf = (/** @type {number} */ stop) => isolate(data.stops[stop].name[0])
  const to = data.stops[led.next]
  if (!to) return null
  if (seen.hasArrived) return { tone: "good", sign: "flag", words: say("lead_arrived", { place: nameOf(led.next) }), accepts: -1 }
  if (seen.later >= 0) return { tone: "good", sign: "help", words: say("lead_later", { number: seen.later + 1, place: nameOf(seen.later) }), accepts: seen.later }
  if (seen.isOff && last && to.at) return { tone: "warn", sign: "warning", words: say("lead_off", { distance: sayMetres(metresBetween(last.position, to.at)) }), accepts: -1 }
  if (isNextDoor(data, led)) return { tone: "good", sign: "pin", words: say("lead_same_door", { place: nameOf(led.next) }), accepts: -1 }
  return null
}

/**
 * @typedef {"off" | "ok" | "poor" | "lost"} Gps
 * @param {PositionWatch} watch
 * @param {{ isStill: boolean, wall: number }} known `isStill`: at a stop, where a phone that lies still gives no position
 * @returns {Gps} lost: asked for, and unknown by now
 */
export function gpsOf({ state, last }, { isStill, wall }) {
  if (state === "off" || state === "refused") return "off"
  if (!last || state === "searching" || (wall - last.wall > OLD_MS && !isStill)) return "lost"
  return last.isPoor ? "poor" : "ok"
}

/** What the phone knows of its position. @param {PositionWatch} watch @param {number} wall @returns {string} */
export function positionWords({ state, last }, wall) {
  if (state === "off") return say("lead_no_position")
  if (state === "refused") return say("lead_refused")
  if (!last || state === "searching") return say("lead_searching")
  if (last.isPoor) return say("lead_poor", { distance: sayMetres(last.accuracy) })
  if (wall - last.wall > OLD_MS) return say("lead_old_fix", { time: sayMinutes(Math.floor((wall - last.wall) / 60_000)) })
  return say("lead_fix", { distance: sayMetres(last.accuracy) })
}
