// Opening intervals of a territory (`hours/<territory>.json`, see app/edition/hours.py): only minutes are compared.
// A minute counts from the Monday the file begins on, in the neighbourhood's time, whatever the phone's zone.

/**
 * @typedef {"open" | "closed" | "appointment" | "unknown"} State
 * @typedef {Record<string, string>} Name by language, French always
 * @typedef {object} Hours
 * @property {string} from the Monday the window begins on
 * @property {number} days
 * @property {string} timezone
 * @property {string} [rehearsal] the day that phones shall play
 * @property {Name[]} names
 * @property {[State, string, number, number][]} kinds state, reason, name and comment (-1: none)
 * @property {number[][]} patterns a day: start, end, kind…; what is left out is closed
 * @property {number[][]} schedules seven patterns, then day, pattern… for the days that differ
 * @property {Record<string, number>} places schedule of each place; the others nobody knows
 * @property {Record<string, [number, string]>} stale last day to trust a place, and the date of what is known
 * @property {Record<string, [number, number, number][]>} messages
 * @property {[number, number][]} public day and name
 * @property {[number, number, number][]} school first day, last day and name
 * @property {number | null} served clock of the server when the file came
 * @property {number} fetched clock of the phone then
 *
 * @typedef {{day: number, minute: number, clock: "phone" | "server" | "edition" | "wrong"}} Now
 * @typedef {object} Status
 * @property {State} state
 * @property {string} reason
 * @property {Name | null} name
 * @property {Name | null} comment
 * @property {number | null} until minute at which the state ends
 * @property {number | null} next minute at which somebody is there again
 * @property {State | null} nextState
 * @property {boolean} stale
 * @property {string} written the date of the information, when it is stale
 * @property {Name | null} message
 */

const DAY_MIN = 1440
const HOUR_MS = 3_600_000
const COMING = ["open", "appointment"]
const FROM_HOURS = ["hours", "public_holiday", "school_holiday", "comment"]
const WEDNESDAY = 2

/** @type {Hours["kinds"][0]} */
const CLOSED = ["closed", "hours", -1, -1]

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
 * The day and minute it is in the neighbourhood, and whose clock says so. A phone that is behind the edition is
 * corrected by the server's clock; a rehearsal is played by phones whose clock is right, not by one set on purpose.
 * @param {Hours} hours
 * @param {number} [phone] milliseconds
 * @returns {Now}
 */
export function parisNow(hours, phone = Date.now()) {
  const seen = wall(phone, hours.timezone)
  const { served, fetched, rehearsal } = hours
  const isRight = served !== null && Math.abs(served - fetched) < HOUR_MS
  if (rehearsal && (isRight || seen < Date.parse(hours.from))) return at(hours, Date.parse(rehearsal) + seen % (24 * HOUR_MS), "edition")
  const onPhone = at(hours, seen, "phone")
  if (onPhone.day >= 0) return onPhone
  const onServer = served !== null && at(hours, wall(served + phone - fetched, hours.timezone), "server")
  return onServer && onServer.day >= 0 ? onServer : { ...onPhone, clock: "wrong" }
}

/**
 * @param {Hours} hours
 * @param {string} id of a place, or `place/service`
 * @param {Now} [now]
 * @returns {Status}
 */
export function statusAt(hours, id, now = parisNow(hours)) {
  if (now.day < 0) return unknown("clock_wrong")
  if (now.day >= hours.days) return unknown("data_too_old")
  const schedule = hours.places[id]
  if (schedule === undefined) return unknown("no_hours")
  const answer = rememberedAnswer(hours, schedule, now.day * DAY_MIN + now.minute)
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
export function opensOn(hours, id, when, now = parisNow(hours)) {
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
  const response = await fetch(url)
  if (!response.ok) throw new Error(`Expected hours at ${url}, got ${response.status}.`)
  const served = Date.parse(response.headers.get("date") ?? "")
  return { ...(await response.json()), served: Number.isNaN(served) ? null : served, fetched: Date.now() }
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

/**
 * @param {string} reason
 * @returns {Status}
 */
function unknown(reason) {
  return { state: "unknown", reason, name: null, comment: null, until: null, next: null, nextState: null, stale: false, written: "", message: null }
}

/**
 * What was worked out for a file: places that share a schedule share its answer of the minute.
 * @typedef {[number, number, Hours["kinds"][0]]} Piece start and end in minutes of the day, and kind
 * @typedef {{minute: number, answers: Status[], filled: Piece[][]}} Memory
 * @type {WeakMap<Hours, Memory>}
 */
const memories = new WeakMap()

/** @param {Hours} hours */
function memoryOf(hours) {
  const known = memories.get(hours) ?? { minute: -1, answers: [], filled: [] }
  memories.set(hours, known)
  return known
}

/**
 * @param {Hours} hours
 * @param {number} schedule
 * @param {number} minute
 */
function rememberedAnswer(hours, schedule, minute) {
  const memory = memoryOf(hours)
  if (memory.minute !== minute) Object.assign(memory, { minute, answers: [] })
  return (memory.answers[schedule] ??= answerOf(hours, hours.schedules[schedule], minute))
}

/**
 * @param {Hours} hours
 * @param {number[]} schedule
 * @param {number} minute
 */
function answerOf(hours, schedule, minute) {
  let answer = unknown("")
  /** @type {State | undefined} */
  let last
  for (let day = Math.floor(minute / DAY_MIN); day < hours.days && answer.next === null; day++) {
    for (const [start, end, [state, reason, name, comment]] of pieces(hours, schedule, day)) {
      if (day * DAY_MIN + end <= minute) continue
      if (!last) answer = { ...answer, state, reason, name: hours.names[name] ?? null, comment: hours.names[comment] ?? null }
      else if (state !== last) changed(answer, day * DAY_MIN + start, state)
      last = state
    }
  }
  return answer
}

/**
 * @param {Status} answer
 * @param {number} minute
 * @param {State} state
 */
function changed(answer, minute, state) {
  answer.until ??= minute
  if (answer.next !== null || !COMING.includes(state)) return
  answer.next = minute
  answer.nextState = state
}

/**
 * @param {Hours} hours
 * @param {number[]} schedule
 * @param {number} day
 */
function pieces(hours, schedule, day) {
  const pattern = patternOn(schedule, day)
  return (memoryOf(hours).filled[pattern] ??= filled(hours.patterns[pattern], hours.kinds))
}

/**
 * A day without gaps.
 * @param {number[]} pattern
 * @param {Hours["kinds"]} kinds
 */
function filled(pattern, kinds) {
  /** @type {Piece[]} */
  const found = []
  let end = 0
  for (let n = 0; n < pattern.length; n += 3) {
    if (pattern[n] > end) found.push([end, pattern[n], CLOSED])
    end = pattern[n + 1]
    found.push([pattern[n], end, kinds[pattern[n + 2]]])
  }
  if (end < DAY_MIN) found.push([end, DAY_MIN, CLOSED])
  return found
}

/**
 * @param {number[]} schedule
 * @param {number} day
 */
function patternOn(schedule, day) {
  for (let n = 7; n < schedule.length; n += 2) if (schedule[n] === day) return schedule[n + 1]
  return schedule[day % 7]
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
