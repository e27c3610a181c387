// How far it still is, and whether the group is late, in words.

import { PACE_KMH } from "../generated/walks.js"
import { say } from "../page/messages.js"
import { sayMetres, sayMinutes } from "../places/distance.js"
import { sayClock } from "./text.js"

const OUT_OF_TIME_MIN = 180
const METRES_A_MINUTE = (PACE_KMH * 1000) / 60

/** @param {number} metres */
export function leftWords(metres) {
  if (metres < 25) return metres ? say("lead_next_door") : ""
  return say("lead_left", { distance: sayMetres(metres), time: sayMinutes(Math.max(1, Math.round(metres / METRES_A_MINUTE))) })
}

/** @param {ReturnType<typeof import("./timing.js").timingOf>} timing */
export function lateWords(timing) {
  if (!timing) return ""
  const { lateMin, endsAt } = timing
  // Nobody leads for so long: somebody has set the clock, or went home without ending.
  if (Math.abs(lateMin) > OUT_OF_TIME_MIN) return say("lead_out_of_time")
  const said = { time: sayMinutes(Math.abs(lateMin)), end: sayClock(endsAt) }
  if (Math.abs(lateMin) < 2) return say("lead_on_time", said)
  return say(lateMin > 0 ? "lead_late" : "lead_early", said)
}
