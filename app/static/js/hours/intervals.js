// The intervals of a territory's file (app/edition/hours.py): what is on at a minute, and what changes after it.
// A minute counts from the Monday the file begins on, in the neighbourhood's time.

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
 *
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

export const DAY_MIN = 1440

const COMING = ["open", "appointment"]

/** @type {Hours["kinds"][0]} */
const CLOSED = ["closed", "hours", -1, -1]

/**
 * @param {Hours} hours
 * @param {number} schedule
 * @param {number} minute
 */
export function answerAt(hours, schedule, minute) {
  const memory = memoryOf(hours)
  if (memory.minute !== minute) Object.assign(memory, { minute, answers: [] })
  return (memory.answers[schedule] ??= answerOf(hours, hours.schedules[schedule], minute))
}

/**
 * @param {Hours} hours
 * @param {number[]} schedule
 * @param {number} day
 */
export function pieces(hours, schedule, day) {
  const pattern = patternOn(schedule, day)
  return (memoryOf(hours).filled[pattern] ??= filled(hours.patterns[pattern], hours.kinds))
}

/**
 * @param {string} reason
 * @returns {Status}
 */
export function unknown(reason) {
  return { state: "unknown", reason, name: null, comment: null, until: null, next: null, nextState: null, stale: false, written: "", message: null }
}

// Private

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
