// Whether a place is open: the territory's file of intervals is fetched once, then only minutes are compared.

import { DAY_MIN, answerAt, pieces, unknown } from "./intervals.js"
import { localNow } from "./local-time.js"
import { hearServer } from "./server-clock.js"

export { localNow }

/**
 * @typedef {import("./intervals.js").Hours} Hours
 * @typedef {import("./intervals.js").Status} Status
 * @typedef {import("./local-time.js").Now} Now
 */

const FROM_HOURS = ["hours", "public_holiday", "school_holiday", "comment"]
const WEDNESDAY = 2

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
  const [due, written] = hours.stale[id] ?? [Infinity, ""]
  const stale = now.day > due && FROM_HOURS.includes(answer.reason)
  return { ...answer, stale, written: stale ? written : "", message: messageOn(hours, id, now.day) }
}

/**
 * Tell whether one can come on a day of the window, this or the next Wednesday, or in the (next) school holidays.
 * By appointment is "unknown": one has to ask.
 * @param {Hours} hours
 * @param {string} id
 * @param {number | "wednesday" | "holidays"} when
 * @param {Now} [now]
 * @returns {"yes" | "no" | "unknown"}
 */
export function opensOn(hours, id, when, now = localNow(hours)) {
  const schedule = hours.schedules[hours.places[id]]
  const days = now.day < 0 ? [] : daysOf(hours, when, now)
  if (!schedule || !days.length) return "unknown"
  const states = new Set(days.flatMap((day) => pieces(hours, schedule, day).map(([, , kind]) => kind[0])))
  if (states.has("open")) return "yes"
  return states.has("unknown") || states.has("appointment") ? "unknown" : "no"
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

/**
 * @param {Hours} hours
 * @param {number | "wednesday" | "holidays"} when
 * @param {Now} now
 */
function daysOf(hours, when, now) {
  if (when !== "holidays") {
    const day = when === "wednesday" ? now.day + (WEDNESDAY + 7 - (now.day % 7)) % 7 : when
    return day >= 0 && day < hours.days ? [day] : []
  }
  const [first, last] = hours.school.find((holiday) => holiday[1] >= now.day) ?? [0, -1]
  const start = Math.max(first, now.day, 0)
  return Array.from({ length: Math.max(0, Math.min(last, hours.days - 1) - start + 1) }, (_, n) => start + n)
}
