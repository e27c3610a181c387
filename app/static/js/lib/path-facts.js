// What is known of an edge, packed in one number, and what it costs who walks: the twin of `facts.py` and
// `profile.py` in `app/domain/paths/`.

/** @typedef {"everyone" | "stroller" | "wheelchair"} Profile */
/** @typedef {"street" | "path" | "steps" | "crossing" | "link"} Kind */
/** @typedef {Record<string, string>} Facts what is known, by name: unknown is not there */

/** Name, bits, values (the first is "nobody says"), worst value: lowest bits first. @type {[string, number, string[], string][]} */
const FIELDS = [
  ["kind", 3, ["street", "path", "steps", "crossing", "link"], ""],
  ["surface", 2, ["", "smooth", "rough"], "rough"],
  ["lit", 2, ["", "yes", "no"], "no"],
  ["kerb", 2, ["", "flush", "lowered", "raised"], "raised"],
  ["crossing", 2, ["", "signals", "marked", "unmarked"], "unmarked"],
  ["barrier", 2, ["", "gate", "tight", "stops"], "stops"],
  ["wheelchair", 2, ["", "yes", "limited", "no"], "no"],
  ["slope", 2, ["", "up", "down"], ""],
  ["ramp", 2, ["", "stroller", "wheelchair"], ""],
  ["oneway", 2, ["", "forward", "backward"], ""],
  ["narrow", 1, ["", "yes"], "yes"],
  ["steep", 1, ["", "yes"], "yes"],
  ["handrail", 1, ["", "yes"], ""],
  ["lift", 1, ["", "yes"], "yes"],
  ["escalator", 1, ["", "yes"], "yes"],
  ["indoor", 1, ["", "yes"], "yes"],
  ["covered", 1, ["", "yes"], ""],
]

/** @type {[number, number]} */
const NO = [Infinity, 0]

/** By « field=value »: what a metre costs, and what is added once. @type {Record<Profile, Record<string, [number, number]>>} */
const COSTS = {
  everyone: { "kind=link": [1.1, 0], "kind=steps": [1.5, 0] },
  stroller: {
    "kind=link": [1.1, 0], "kind=steps": NO, "surface=rough": [1.5, 0], "kerb=raised": [1, 30], "barrier=gate": [1, 5],
    "barrier=tight": [1, 60], "barrier=stops": NO, "wheelchair=no": [1.5, 0], "ramp=stroller": [3, 20], "ramp=wheelchair": [1.5, 10],
    "narrow=yes": [2, 0], "steep=yes": [1.2, 0], "lift=yes": [1, 20], "escalator=yes": NO,
  },
  wheelchair: {
    "kind=link": [1.1, 0], "kind=steps": NO, "surface=rough": [3, 0], "kerb=raised": [1, 300], "barrier=gate": [1, 20],
    "barrier=tight": NO, "barrier=stops": NO, "wheelchair=limited": [2, 0], "wheelchair=no": NO, "ramp=wheelchair": [2, 20],
    "narrow=yes": [10, 0], "steep=yes": [4, 0], "lift=yes": [1, 20], "escalator=yes": NO,
  },
}

/** @type {Record<string, string>} */
const MIRROR = { up: "down", down: "up", forward: "backward", backward: "forward" }

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

/** @param {Facts} facts @returns {Facts} the same for one who walks the other way */
export function reversed(facts) {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, MIRROR[value] ?? value]))
}

/** @param {Facts} one @param {Facts} other @returns {Facts} what both agree on, and the worst of either */
export function joined(one, other) {
  /** @type {Facts} */
  const facts = {}
  for (const [name, , , worst] of FIELDS) {
    if (one[name] === other[name]) facts[name] = one[name]
    else if (worst && (one[name] === worst || other[name] === worst)) facts[name] = worst
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value))
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
