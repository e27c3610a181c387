// The moments one may ask about, as addresses write them: `now`, `today`, `wednesday`, `wednesday-afternoon`, `holidays`.

/** @typedef {import("./intervals.js").Hours} Hours @typedef {import("./local-time.js").Now} Now */
/** @typedef {{ days: number[], from: number, to: number }} Span days of the window, and the minutes of each */

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
const AHEAD = { today: 0, tomorrow: 1 }
/** In minutes; a shop that closes at noon is not one of the afternoon. @type {Record<string, [number, number]>} */
const PARTS = { morning: [0, 720], afternoon: [720, 1080], evening: [1080, 1440] }

/** @param {string} moment @returns {boolean} */
export function isMoment(moment) {
  const [day, part, ...more] = moment.split("-")
  if (moment === "now" || moment === "holidays") return true
  const isDay = Object.hasOwn(AHEAD, day) || WEEKDAYS.includes(day)
  return isDay && (part === undefined || Object.hasOwn(PARTS, part)) && more.length === 0
}

/**
 * This or the next such weekday, or what is left of the (next) school holidays; no day when the window does not hold it.
 * @param {Hours} hours
 * @param {string} moment any but `now`
 * @param {Now} now
 * @returns {Span}
 */
export function spanOf(hours, moment, now) {
  const [day, part] = moment.split("-")
  const [from, to] = PARTS[part] ?? [0, 1440]
  if (now.day < 0) return { days: [], from, to }
  return { days: day === "holidays" ? holidaysOf(hours, now) : within(hours, dayOf(day, now)), from, to }
}

// Private

/** @param {string} day @param {Now} now */
function dayOf(day, now) {
  if (day in AHEAD) return now.day + AHEAD[/** @type {keyof typeof AHEAD} */ (day)]
  return now.day + ((WEEKDAYS.indexOf(day) + 7 - (now.day % 7)) % 7)
}

/** @param {Hours} hours @param {number} day */
function within(hours, day) {
  return day < hours.days ? [day] : []
}

/** @param {Hours} hours @param {Now} now */
function holidaysOf(hours, now) {
  const [first, last] = hours.school.find((holiday) => holiday[1] >= now.day) ?? [0, -1]
  const start = Math.max(first, now.day)
  return Array.from({ length: Math.max(0, Math.min(last, hours.days - 1) - start + 1) }, (_, n) => start + n)
}
