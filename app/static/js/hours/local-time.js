// What time it is in the neighbourhood, whatever the phone's zone, and whose clock says so.

/**
 * @typedef {import("./intervals.js").Hours} Hours
 * @typedef {{day: number, minute: number, clock: "phone" | "server" | "edition" | "wrong"}} Now
 */

const DAY_MIN = 1440
const HOUR_MS = 3_600_000

/**
 * The day and minute it is in the neighbourhood, and whose clock says so. A phone that is behind the edition is
 * corrected by the server's clock, when the hours come from there and not from the phone itself; a rehearsal is played
 * by phones whose clock is right, not by one set on purpose.
 * @param {Hours} hours
 * @param {number} [phone] milliseconds
 * @returns {Now}
 */
export function localNow(hours, phone = Date.now()) {
  const seen = wall(phone, hours.timezone)
  const { served, fetched, rehearsal, isKept = false } = hours
  const isRight = served !== null && Math.abs(served - fetched) < HOUR_MS
  if (rehearsal && (isRight || seen < Date.parse(hours.from))) return at(hours, Date.parse(rehearsal) + seen % (24 * HOUR_MS), "edition")
  const onPhone = at(hours, seen, "phone")
  if (onPhone.day >= 0) return onPhone
  const onServer = served !== null && !isKept && at(hours, wall(served + phone - fetched, hours.timezone), "server")
  return onServer && onServer.day >= 0 ? onServer : { ...onPhone, clock: "wrong" }
}

// Private

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
