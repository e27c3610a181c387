// What is known of an edge, packed in one number, and what it costs who walks: the twin of `facts.py` and
// `profile.py` in `app/domain/routing/`.

import { COSTS, FIELDS, MIRRORED } from "../generated/routing.js"

/** @typedef {"everyone" | "stroller" | "wheelchair"} Profile */
/** @typedef {"street" | "path" | "steps" | "crossing" | "link"} Kind */
/** @typedef {Record<string, string>} Facts what is known, by name: unknown is not there */

/** @param {number} word @returns {Facts} */
export function factsOf(word) {
  /** @type {Facts} */
  const facts = {}
  let rest = word
  for (const [name, bits, values] of FIELDS) {
    const value = values[rest & ((1 << bits) - 1)]
    if (value) facts[name] = value
    rest >>>= bits
  }
  return facts
}

/** @param {number} word @returns {number} the same for one who walks the other way */
export function reversed(word) {
  let turned = word
  // The two bits of slope and of oneway: up and down, forward and backward, are 1 and 2.
  for (const shift of MIRRORED) if (((word >> shift) & 3) % 3) turned ^= 3 << shift
  return turned
}

/** @param {number} one @param {number} other @returns {number} what both agree on, and the worst of either */
export function joined(one, other) {
  if (one === other) return one
  let [word, shift] = [0, 0]
  for (const [, bits, , worst] of FIELDS) {
    const mask = (1 << bits) - 1
    const [a, b] = [(one >> shift) & mask, (other >> shift) & mask]
    word |= (a === b ? a : a === worst || b === worst ? worst : 0) << shift
    shift += bits
  }
  return word
}

/** @param {Facts} facts @param {Profile} profile @returns {[number, number]} what a metre costs, and what is added once */
export function costOf(facts, profile) {
  const costs = COSTS[profile]
  const hasRamp = `ramp=${facts.ramp}` in costs
  let [factor, extra] = [1, 0]
  for (const [name] of FIELDS) {
    const key = `${name}=${facts[name]}`
    if (!(key in costs) || (hasRamp && key === "kind=steps")) continue
    factor *= costs[key][0]
    extra += costs[key][1]
  }
  return [factor, extra]
}
