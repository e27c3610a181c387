// A walk while it is led, as the list of what its leader did: every tap is a dated entry, and where the group stands
// is what the entries say. Nothing is taken out of the list: an undo is an entry too.

import { countsOf } from "./counts.js"

/**
 * @typedef {"start" | "here" | "skip" | "go" | "back" | "count" | "join" | "leave" | "end" | "drop" | "note" | "unnote" | "debrief" | "take" | "undo"} Act
 * @typedef {import("./counts.js").People} People
 * @typedef {{ at: number, do: Act, stop?: number, stops?: number[], people?: People, note?: import("./noted.js").Note, taken?: Taken }} Entry `at` in milliseconds, by the phone's clock
 * @typedef {{ next: number, standings: Standing[] }} Taken where the group stood when somebody else went on leading it
 * @typedef {"ahead" | "here" | "skipped"} Standing of a stop
 * @typedef {object} Led
 * @property {Standing[]} standings of every stop
 * @property {(number | null)[]} arrivals when the group came to each stop
 * @property {number} next the stop they walk to; as many as there are stops when none is left
 * @property {number} last the stop confirmed last, -1 before the first
 * @property {boolean} isSure whether they set out from that very stop: not after a stop was left out
 * @property {import("./counts.js").Count[]} counts
 * @property {number | null} startedAt
 * @property {number | null} endedAt
 */

/** @param {number} stops how many the walk has @param {Entry[]} entries @returns {Led} */
export function ledBy(stops, entries) {
  /** @type {Led} */
  const led = {
    standings: Array(stops).fill("ahead"),
    arrivals: Array(stops).fill(null),
    next: 0,
    last: -1,
    isSure: true,
    counts: countsOf(standing(entries)),
    startedAt: null,
    endedAt: null,
  }
  for (const entry of standing(entries)) ACTS[entry.do]?.(led, entry)
  return led
}

/** @param {Entry[]} entries @returns {Entry | undefined} what an undo would take back; a start is not taken back */
export function undoable(entries) {
  const last = standing(entries).at(-1)
  return last && isBeginning(last) ? undefined : last
}

// Private

/** @type {Partial<Record<Act, (led: Led, entry: Entry) => void>>} */
const ACTS = {
  start: (led, { at }) => void (led.startedAt = at),
  take: (led, { taken }) => {
    if (taken?.standings.length !== led.standings.length) return
    led.standings = [...taken.standings]
    led.next = taken.next
    led.last = lastOf(led)
  },
  here: (led, { at, stop = led.next }) => {
    if (!mark(led, stop, "here")) return
    led.arrivals[stop] = at
    led.last = stop
    led.isSure = true
    led.next = aheadOf(led, stop)
  },
  skip: (led, { stop = led.next }) => {
    if (!mark(led, stop, "skipped")) return
    led.isSure = false
    led.next = aheadOf(led, stop)
  },
  drop: (led, { stops = [] }) => {
    for (const stop of stops) if (led.standings[stop] === "ahead") led.standings[stop] = "skipped"
    if (led.standings[led.next] !== "skipped") return
    led.isSure = false
    led.next = aheadOf(led, led.next)
  },
  go: (led, { stop = led.next }) => {
    if (!mark(led, stop, "ahead")) return
    led.isSure = false
    led.next = stop
  },
  back: (led) => {
    const stop = led.standings.slice(0, led.next).findLastIndex((one) => one !== "ahead")
    if (stop < 0) return
    mark(led, stop, "ahead")
    led.arrivals[stop] = null
    led.last = lastOf(led)
    led.isSure = false
    led.next = stop
    led.endedAt = null
  },
  end: (led, { at }) => void (led.endedAt = at),
}

/** What is no step of the walk, and has an undo of its own. @type {Act[]} */
const ASIDE = ["note", "unnote", "debrief"]

/** The entries that stand: each undo takes one before it back. @param {Entry[]} entries */
function standing(entries) {
  /** @type {Entry[]} */
  const kept = []
  for (const entry of entries.filter(({ do: act }) => !ASIDE.includes(act))) {
    if (entry.do !== "undo") kept.push(entry)
    else if (undoesSomething(kept)) kept.pop()
  }
  return kept
}

/** @param {Entry[]} kept */
function undoesSomething(kept) {
  return kept.length > 0 && !isBeginning(kept[kept.length - 1])
}

/** @param {Entry} entry */
function isBeginning({ do: act }) {
  return act === "start" || act === "take"
}

/** @param {Led} led @param {number} stop @param {Standing} standing @returns {boolean} whether there is such a stop */
function mark({ standings }, stop, standing) {
  if (!(stop in standings)) return false
  standings[stop] = standing
  return true
}

/** @param {Led} led @param {number} stop */
function aheadOf({ standings }, stop) {
  const next = standings.findIndex((one, i) => i > stop && one === "ahead")
  return next < 0 ? standings.length : next
}

/** @param {Led} led @returns {number} the stop that was come to last; of what somebody else led, the furthest */
function lastOf({ arrivals, standings }) {
  const times = arrivals.map((at) => at ?? -1)
  const latest = Math.max(-1, ...times)
  return latest < 0 ? standings.lastIndexOf("here") : times.lastIndexOf(latest)
}
