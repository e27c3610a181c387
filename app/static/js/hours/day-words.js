// What a card says of the day that one asked for: "mercredi 2 décembre : 10 h – 19 h".

import { say, sayCount } from "../page/messages.js"
import { isOld, momentOf, piecesOn } from "./hours.js"
import { DAY_MIN } from "./intervals.js"
import { spanOf } from "./moments.js"
import { dateOf, hearsay, timeOf } from "./words.js"

/** @typedef {import("./intervals.js").Hours} Hours @typedef {import("./local-time.js").Now} Now */

/**
 * @param {Hours} hours
 * @param {string} id of a place
 * @param {string} moment any but `now`
 * @param {Now} now
 * @returns {string} the hours of that day, or of the first day of several on which somebody is there; "" when nobody knows
 */
export function dayWords(hours, id, moment, now) {
  const { days } = spanOf(hours, moment, now)
  const told = days.map((day) => ({ day, times: timesOn(hours, id, day) })).filter(({ times }) => times.length > 0)
  if (told.length === 0) return ""
  const [{ day, times }] = told
  const words = say("day_hours", { day: dateOf(momentOf(hours, day * DAY_MIN)), times: times.join(" · ") })
  const all = told.length > 1 ? say("status_pair", { state: words, change: sayCount("days_open", told.length) }) : words
  return isOld(hours, id, now) ? hearsay(all, hours.stale[id][1]) : all
}

// Private

/** @param {Hours} hours @param {string} id @param {number} day */
function timesOn(hours, id, day) {
  const whole = { days: [day], from: 0, to: DAY_MIN }
  return piecesOn(hours, id, whole).filter(([, , [state]]) => state === "open" || state === "appointment").map((piece) => timesOf(hours, piece))
}

/** @param {Hours} hours @param {ReturnType<typeof piecesOn>[0]} piece */
function timesOf(hours, [start, end, [state]]) {
  const isWhole = start === 0 && end === DAY_MIN
  const times = isWhole ? say("day_and_night") : say("from_to", { start: timeOf(momentOf(hours, start)), end: timeOf(momentOf(hours, end)) })
  return state === "appointment" ? say("status_pair", { state: times, change: say("status_appointment") }) : times
}
