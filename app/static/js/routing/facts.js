// What is known of an edge, packed in one number, and what it costs who walks: the twin of `facts.py` and
// `profile.py` in `app/domain/paths/`.

/** @typedef {"everyone" | "stroller" | "wheelchair"} Profile */
/** @typedef {"street" | "path" | "steps" | "crossing" | "link"} Kind */
/** @typedef {Record<string, string>} Facts what is known, by name: unknown is not there */

/** Name, bits, values (the first is "nobody says"), rank of the worst value: lowest bits first. @type {[string, number, string[], number][]} */
const FIELDS = [
  ["kind", 3, ["street", "path", "steps", "crossing", "link"], 0],
  ["surface", 2, ["", "smooth", "rough"], 2],
  ["lit", 2, ["", "yes", "no"], 2],
  ["kerb", 2, ["", "flush", "lowered", "raised"], 3],
  ["crossing", 2, ["", "signals", "marked", "unmarked"], 3],
  ["barrier", 2, ["", "gate", "tight", "stops"], 3],
  ["wheelchair", 2, ["", "yes", "limited", "no"], 3],
  ["slope", 2, ["", "up", "down"], 0],
  ["ramp", 2, ["", "stroller", "wheelchair"], 0],
  ["oneway", 2, ["", "forward", "backward"], 0],
  ["narrow", 1, ["", "yes"], 1],
  ["steep", 1, ["", "yes"], 1],
  ["handrail", 1, ["", "yes"], 0],
  ["lift", 1, ["", "yes"], 1],
  ["escalator", 1, ["", "yes"], 1],
  ["indoor", 1, ["", "yes"], 1],
  ["covered", 1, ["", "yes"], 0],
]

/** @type {[number, number]} */
const NO = [Infinity, 0]

/** By « field=value »: what a metre costs, and what is added once. @type {Record<Profile, Record<string, [number, number]>>} */
const COSTS = {
  everyone: { "kind=link": [1.1, 0], "kind=steps": [1.5, 0] },
  stroller: {
    "kind=link": [1.1, 0], "kind=steps": NO, "surface=rough": [1.5, 0], "kerb=raised": [1, 30], "barrier=gate": [1, 5],
    "barrier=tight": [1, 60], "barrier=stops": NO, "wheelchair=no": [1.5, 0], "ramp=stroller": [2, 20], "ramp=wheelchair": [1.5, 10],
    "narrow=yes": [2, 0], "steep=yes": [1.2, 0], "lift=yes": [1, 20], "escalator=yes": NO,
  },
  wheelchair: {
    "kind=link": [1.1, 0], "kind=steps": NO, "surface=rough": [3, 0], "kerb=raised": [1, 300], "barrier=gate": [1, 20],
    "barrier=tight": NO, "barrier=stops": NO, "wheelchair=limited": [2, 0], "wheelchair=no": NO, "ramp=wheelchair": [2, 20],
    "narrow=yes": [10, 0], "steep=yes": [4, 0], "lift=yes": [1, 20], "escalator=yes": NO,
  },
}

/** The two bits of slope and of oneway: up and down, forward and backward, are 1 and 2. */
const MIRRORED = [15, 19]

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
