// What time it is in the neighbourhood, whatever the phone's zone, and whose clock says so.

import { heardClock, judgeClock } from "./server-clock.js"

/**
 * @typedef {import("./intervals.js").Hours} Hours
 * @typedef {import("./server-clock.js").Heard} Heard
 * @typedef {{day: number, minute: number, clock: "phone" | "server" | "edition" | "wrong"}} Now
 */

const DAY_MIN = 1440
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * The day and minute it is in the neighbourhood, and whose clock says so: the server's, where it has told a phone that
 * its own is wrong. A server that is before the hours it hands out is not believed. A phone that nobody corrects, and that
 * is before the hours it reads or before what the server said earlier, knows no day.
 * @param {Hours} hours
 * @param {number} [phone] milliseconds
 * @param {Heard | null} [heard]
 * @returns {Now}
 */
export function localNow(hours, phone = Date.now(), heard = heardClock()) {
  const seen = wall(phone, hours.timezone)
  const onPhone = at(hours, seen, "phone")
  if (hours.rehearsal) return rehearsed(hours, hours.rehearsal, { seen, heard }) ?? onPhone
  const { offset, isBehind } = judgeClock(phone, heard)
  const onServer = offset && at(hours, wall(phone + offset, hours.timezone), "server")
  if (onServer && onServer.day >= 0) return onServer
  return isBehind || onPhone.day < 0 ? { ...onPhone, day: Math.min(onPhone.day, -1), clock: "wrong" } : onPhone
}

/** Reading the clock of another zone is slow: once for all that a page says of a file. @type {WeakMap<Hours, { moment: string, now: Now }>} */
const read = new WeakMap()

/** @param {Hours} hours @returns {Now} the same one all through a minute, by the same clock */
export function thisMinute(hours) {
  const phone = Date.now()
  const { offset, isBehind } = judgeClock(phone)
  const moment = `${Math.floor(phone / MINUTE_MS)} ${offset} ${isBehind}`
  const known = read.get(hours)
  if (known?.moment === moment) return known.now
  const now = localNow(hours, phone)
  read.set(hours, { moment, now })
  return now
}

// Private

/**
 * A rehearsal is played by phones whose clock is right, or behind it, not by one set on purpose.
 * @param {Hours} hours @param {string} day @param {{ seen: number, heard: Heard | null }} clock
 */
function rehearsed(hours, day, { seen, heard }) {
  const isRight = heard !== null && Math.abs(heard.served - heard.phone) < HOUR_MS
  return isRight || seen < Date.parse(hours.from) ? at(hours, Date.parse(day) + seen % (24 * HOUR_MS), "edition") : null
}

/**
 * A clock in `timezone`, read as if it were UTC.
 * @param {number} moment
 * @param {string} timezone
 */
function wall(moment, timezone) {
  /** @type {Record<string, string>} */
  const parts = {}
  for (const { type, value } of clockOf(timezone).formatToParts(moment)) parts[type] = value
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}Z`)
}

/** @type {Intl.DateTimeFormat | undefined} */
let clock

/** @param {string} timeZone */
function clockOf(timeZone) {
  clock ??= new Intl.DateTimeFormat("en-CA", {
    timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  })
  return clock
}

/**
 * @param {Hours} hours
 * @param {number} moment on the wall
 * @param {Now["clock"]} source
 * @returns {Now}
 */
function at(hours, moment, source) {
  const minutes = Math.floor((moment - Date.parse(hours.from)) / 60_000)
  const day = Math.floor(minutes / DAY_MIN)
  return { day, minute: minutes - day * DAY_MIN, clock: source }
}
