// What a status says, in the words of the page: "Ouvert · ferme à 18 h".

import { sayDate } from "../page/dates.js"
import { pageLanguage, say } from "../page/messages.js"
import { momentOf } from "./hours.js"
import { DAY_MIN } from "./intervals.js"

/**
 * @typedef {import("./intervals.js").Hours} Hours
 * @typedef {import("./intervals.js").Status} Status
 * @typedef {import("./intervals.js").Name} Name
 * @typedef {import("./local-time.js").Now} Now
 */

const SOON_MIN = 60

/** Reasons with words of their own; the others say the plain state. */
const REASONS = new Set([
  "closed:public_holiday", "closed:school_holiday", "closed:exception", "closed:closed_temporarily",
  "closed:closed_for_good", "unknown:public_holiday", "unknown:call", "unknown:calendar_too_short",
  "unknown:data_too_old", "unknown:clock_wrong",
])

/**
 * @param {Hours} hours
 * @param {Status} status
 * @param {Now} now
 */
export function wordsOf(hours, status, now) {
  const change = changeOf(hours, status, now)
  const state = stateOf(status)
  const words = change ? say("status_pair", { state, change }) : state
  return status.stale ? hearsay(words, status.written) : words
}

/**
 * As on the door: "14 h 30" in French, 14:30 elsewhere; never AM and PM.
 * @param {Date} date
 */
export function timeOf(date) {
  const [hours, minutes] = [date.getUTCHours(), String(date.getUTCMinutes()).padStart(2, "0")]
  if (!isFrench()) return `${hours}:${minutes}`
  return minutes === "00" ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${minutes}`
}

/** @param {Date} date @returns {string} "mercredi 2 décembre" */
export function dateOf(date) {
  return format({ weekday: "long", day: "numeric", month: "long" }, date)
}

/**
 * The same words, as an old information says them.
 * @param {string} words
 * @param {string} written `2024`, `2024-04` or `2024-04-12`
 */
export function hearsay(words, written) {
  const month = written.length === 4 ? written : format({ month: "long", year: "numeric" }, new Date(written.slice(0, 7)))
  const status = words.charAt(0).toLocaleLowerCase(pageLanguage()) + words.slice(1)
  const said = say("status_stale", { month, status })
  return isFrench() ? said.replace(/ de (?=[aeiou])/, " d’") : said
}

// Private

/** @param {Status} status */
function stateOf(status) {
  const name = inPage(status.name)
  const comment = inPage(status.comment)
  const key = `${status.state}:${status.reason}`
  if (status.reason === "comment" && comment) return say("status_ask_comment", { comment })
  if (name && say(`status_${key}_named`) !== `status_${key}_named`) return say(`status_${key}_named`, { name })
  return say(REASONS.has(key) ? `status_${key}` : `status_${status.state}`)
}

/**
 * @param {Hours} hours
 * @param {Status} status
 * @param {Now} now
 */
function changeOf(hours, status, now) {
  const minute = now.day * DAY_MIN + now.minute
  if (status.state === "closed") {
    const key = status.nextState === "appointment" ? "status_meets" : "status_opens"
    return status.next === null ? "" : moment(hours, key, status.next, now)
  }
  if (status.state === "unknown" || status.until === null) return ""
  if (status.until - minute <= SOON_MIN) return say("status_closes_soon", { minutes: status.until - minute })
  return moment(hours, "status_closes", status.until, now)
}

/**
 * @param {Hours} hours
 * @param {string} key
 * @param {number} minute
 * @param {Now} now
 */
function moment(hours, key, minute, now) {
  // A night that ends before six still belongs to its evening: "ferme à 2 h".
  const day = Math.floor(minute / DAY_MIN) - (minute % DAY_MIN < 360 && key === "status_closes" ? 1 : 0)
  const date = momentOf(hours, minute)
  const values = { time: timeOf(date), day: dayOf(date, day - now.day) }
  if (day <= now.day) return say(key, values)
  return say(day === now.day + 1 ? `${key}_tomorrow` : `${key}_day`, values)
}

/**
 * @param {Date} date
 * @param {number} ahead days from today
 */
function dayOf(date, ahead) {
  return ahead < 7 ? format({ weekday: "long" }, date) : dateOf(date)
}

/** @param {Name | null} name */
function inPage(name) {
  return name?.[document.documentElement.lang || "fr"] ?? ""
}

function isFrench() {
  return /^fr\b/.test(document.documentElement.lang || "fr")
}

/**
 * @param {Intl.DateTimeFormatOptions} options
 * @param {Date} date
 */
function format(options, date) {
  return sayDate(date, { ...options, timeZone: "UTC" })
}
