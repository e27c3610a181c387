// A led walk in a few signs, for whoever goes on leading it on another phone: where the group stands, since when, and
// how many they are. No name, no position, no note. The signs are those of printed codes (no I, L, O, U), five bits each:
//
//   format 2 · check 12 · walk 10 · edition 10 · minute of the day of the start 11 · next stop 7
//   adults 7 · children 7 · pushchairs 7 · each stop 2 · filled up with 0
//
// The check covers all that follows it, so that a sign read wrong is noticed before anything else is believed.

import { ALPHABET } from "../generated/codes.js"
import { asPrinted } from "../page/base32.js"
import { SORTS, expectedAfter } from "./counts.js"

/**
 * @typedef {import("./state.js").Led} Led @typedef {import("./walk.js").WalkData} WalkData
 * @typedef {{ startedAt: number, next: number, standings: import("./state.js").Standing[], people: import("./counts.js").People }} HandedOver
 * @typedef {"garbled" | "other_walk" | "other_edition"} Fault
 */

const FORMAT = 1
/** @type {import("./state.js").Standing[]} */
const STANDINGS = ["ahead", "here", "skipped"]
/** Nobody counted them; more than a code can say is told by word of mouth. */
const UNCOUNTED = 127
/** More do not go into the forty signs that a code to be scanned from a screen may have. */
export const MOST_STOPS = 60
const DAY_MIN = 1440
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Two clocks are never quite the same. */
const CLOCKS_DIFFER_MS = 300_000

/** @param {WalkData} data @param {Led} led @returns {string} signs */
export function handOver({ walk, edition }, { startedAt, next, standings, counts }) {
  const start = new Date(Number(startedAt))
  const expected = expectedAfter(counts)
  const people = SORTS.map((sort) => Math.min(expected[sort] ?? UNCOUNTED, UNCOUNTED))
  /** @type {[number, number][]} */
  const fields = [
    [digestOf(walk, 10), 10],
    [digestOf(edition, 10), 10],
    [start.getHours() * 60 + start.getMinutes(), 11],
    [next, 7],
    ...people.map((number) => /** @type {[number, number]} */ ([number, 7])),
    ...standings.map((standing) => /** @type {[number, number]} */ ([STANDINGS.indexOf(standing), 2])),
  ]
  const said = fields.map(([value, width]) => value.toString(2).padStart(width, "0")).join("")
  const filled = said.padEnd(Math.ceil((said.length + 14) / 5) * 5 - 14, "0")
  const bits = `${FORMAT.toString(2).padStart(2, "0")}${checkOf(filled)}${filled}`
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("")
}

/**
 * @param {string} typed as somebody typed it, or as it came in an address
 * @param {WalkData} data the walk of this page
 * @param {number} now
 * @returns {HandedOver | Fault}
 */
export function takeOver(typed, { walk, edition, stops }, now) {
  const bits = bitsOf(typed)
  const [check, said] = [bits.slice(2, 14), bits.slice(14)]
  if (Number.parseInt(bits.slice(0, 2), 2) !== FORMAT || check !== checkOf(said)) return "garbled"
  const read = readerOf(said)
  if (read(10) !== digestOf(walk, 10)) return "other_walk"
  if (read(10) !== digestOf(edition, 10)) return "other_edition"
  const [startedAt, next] = [lastMoment(read(11), now), read(7)]
  const people = Object.fromEntries(SORTS.map((sort) => /** @type {const} */ ([sort, read(7)])).filter(([, number]) => number < UNCOUNTED))
  const standings = stops.map(() => STANDINGS[read(2)])
  return next <= stops.length && standings.every(Boolean) ? { startedAt, next, standings, people } : "garbled"
}

/** @param {string} signs @returns {string} in groups, as one reads them out */
export function grouped(signs) {
  return (signs.match(/.{1,4}/g) ?? []).join(" ")
}

// Private

/** Whatever stands between. @param {string} typed */
function bitsOf(typed) {
  const signs = asPrinted(typed).replace(/[\s#·.–-]/g, "")
  const values = [...signs].map((sign) => ALPHABET.indexOf(sign))
  return values.includes(-1) ? "" : values.map((value) => value.toString(2).padStart(5, "0")).join("")
}

/** @param {string} said */
function readerOf(said) {
  let at = 0
  return (/** @type {number} */ width) => Number.parseInt(said.slice(at, (at += width)), 2)
}

/** FNV-1a, folded: no secret, only a slip to be noticed, and it must work where browsers have no cryptography. @param {string} text @param {number} bits */
function digestOf(text, bits) {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ Number(sign.codePointAt(0)), 0x01000193) >>> 0
  return ((hash >>> bits) ^ hash) & (2 ** bits - 1)
}

/** @param {string} said */
function checkOf(said) {
  return digestOf(said, 12).toString(2).padStart(12, "0")
}

/** @param {number} minute of a day @param {number} now @returns {number} when it was last */
function lastMoment(minute, now) {
  const start = new Date(now).setHours(0, minute % DAY_MIN, 0, 0)
  return start > now + CLOCKS_DIFFER_MS ? start - DAY_MS : Math.min(start, Math.floor(now / MINUTE_MS) * MINUTE_MS)
}
