// Whether a place is open: the territory's file of intervals is fetched once, then only minutes are compared.

import { DAY_MIN, answerAt, pieces, unknown } from "./intervals.js"
import { localNow, thisMinute } from "./local-time.js"
import { spanOf } from "./moments.js"
import { hearServer } from "./server-clock.js"

export { localNow, thisMinute }

/**
 * @typedef {import("./intervals.js").Hours} Hours
 * @typedef {import("./intervals.js").Status} Status
 * @typedef {import("./local-time.js").Now} Now
 */

const FROM_HOURS = ["hours", "public_holiday", "school_holiday", "comment"]

/** @type {Map<string, Promise<Hours>>} */
const loading = new Map()

/**
 * Fetch a territory's hours, once a page.
 * @param {string} url
 * @returns {Promise<Hours>}
 */
export function loadHours(url) {
  const known = loading.get(url) ?? fetchHours(url)
  loading.set(url, known)
  known.catch(() => loading.delete(url))
  return known
}

/**
 * @param {Hours} hours
 * @param {string} id of a place, or `place/service`
 * @param {Now} [now]
 * @returns {Status}
 */
export function statusAt(hours, id, now = localNow(hours)) {
  if (now.day < 0) return unknown("clock_wrong")
  if (now.day >= hours.days) return unknown("data_too_old")
  const schedule = hours.places[id]
  if (schedule === undefined) return unknown("no_hours")
  const answer = answerAt(hours, schedule, now.day * DAY_MIN + now.minute)
  const stale = isOld(hours, id, now) && FROM_HOURS.includes(answer.reason)
  return { ...answer, stale, written: stale ? hours.stale[id][1] : "", message: messageOn(hours, id, now.day) }
}

/**
 * Tell whether one can come at a moment that is not now. By appointment is "unknown": one has to ask; so is what an old
 * information says of a closed door, while what it says of an open one is "likely".
 * @param {Hours} hours
 * @param {string} id
 * @param {string} moment
 * @param {Now} [now]
 * @returns {"yes" | "likely" | "no" | "unknown"}
 */
export function opensOn(hours, id, moment, now = localNow(hours)) {
  const states = new Set(piecesOn(hours, id, spanOf(hours, moment, now)).map(([, , kind]) => kind[0]))
  if (states.has("open")) return isOld(hours, id, now) ? "likely" : "yes"
  return states.size === 0 || states.has("unknown") || states.has("appointment") || isOld(hours, id, now) ? "unknown" : "no"
}

/**
 * @param {Hours} hours
 * @param {string} id
 * @param {import("./moments.js").Span} span
 * @returns {ReturnType<typeof pieces>} what is on in it, all its days together; none when nobody knows the place
 */
export function piecesOn(hours, id, { days, from, to }) {
  const schedule = hours.schedules[hours.places[id]]
  return schedule ? days.flatMap((day) => pieces(hours, schedule, day)).filter(([start, end]) => start < to && end > from) : []
}

/** @param {Hours} hours @param {string} id @param {Now} now @returns {boolean} whether what is known of a place is past its date */
export function isOld(hours, id, now) {
  return now.day > (hours.stale[id]?.[0] ?? Infinity)
}

/**
 * The moment of a minute, to be formatted with `timeZone: "UTC"`: a wall clock knows no summer time.
 * @param {Hours} hours
 * @param {number} minute
 */
export function momentOf(hours, minute) {
  return new Date(Date.parse(hours.from) + minute * 60_000)
}

// Private

/**
 * @param {string} url
 * @returns {Promise<Hours>}
 */
async function fetchHours(url) {
  const asked = Date.now()
  const response = await fetch(url, { cache: "no-cache" })
  if (!response.ok) throw new Error(`Expected hours at ${url}, got ${response.status}.`)
  hearServer(response, asked)
  return response.json()
}

/**
 * @param {Hours} hours
 * @param {string} id
 * @param {number} day
 */
function messageOn(hours, id, day) {
  const found = hours.messages[id]?.find(([first, last]) => first <= day && day <= last)
  return found ? hours.names[found[2]] : null
}
