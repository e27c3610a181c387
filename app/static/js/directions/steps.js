// A route as one tells it to a person: few steps, each a turn worth a sentence. Pure: words and pictures are made of
// it elsewhere (`directions/words.js`).

import { headingBetween, turnBetween, vectorBetween } from "./bearing.js"
import { legsOf, trackOf } from "./legs.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {import("./legs.js").Leg} Leg @typedef {import("./legs.js").Piece} Piece @typedef {import("./legs.js").WayKind} WayKind
 * @typedef {"n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw"} Compass
 * @typedef {"start" | "straight" | "slight_left" | "left" | "sharp_left" | "slight_right" | "right" | "sharp_right" | "uturn"
 *   | "stay_left" | "stay_right" | "cross" | "cross_left" | "cross_right" | "arrive" | "arrive_left" | "arrive_right"} Turn
 * @typedef {import("./legs.js").Facts} Facts
 * @typedef {{ turn: Turn, kind: WayKind, name: string, metres: number, compass: Compass, facts: Facts[] }} Step
 *   `compass` is where it leads
 */

/** Turns to the right by their least angle in degrees; to the left they are the same. */
const TURNS = /** @type {const} */ ([
  [160, "uturn"],
  [125, "sharp"],
  [55, ""],
  [25, "slight"],
])
const COMPASS = /** @type {Compass[]} */ (["n", "ne", "e", "se", "s", "sw", "w", "nw"])
/** An entrance nearer to the line than this has no side worth telling. */
const BESIDE_M = 4
/** Neither straight ahead nor straight behind. */
const ASIDE = { least: 20, most: 160 }

/**
 * @param {{ pieces: Piece[] }} route
 * @param {Position} to where the person wants to be: the route ends on the street before it
 * @returns {Step[]}
 */
export function stepsOf({ pieces }, to) {
  const legs = legsOf(pieces)
  const steps = legs.map((leg, i) => stepOf(leg, legs[i - 1]))
  return [...steps, arrival(legs.at(-1), to)]
}

// Private

/** @param {Leg} leg @param {Leg | undefined} before @returns {Step} */
function stepOf(leg, before) {
  const heading = trackOf(leg).headingAfter(0)
  const turn = before ? turnInto(leg, turnBetween(lastHeading(before), heading)) : "start"
  return { turn, kind: leg.kind, name: leg.name, metres: leg.metres, compass: compassOf(heading), facts: leg.facts }
}

/** @param {Leg} leg @param {number} angle @returns {Turn} */
function turnInto(leg, angle) {
  const side = angle > 0 ? "right" : "left"
  const [, sharpness] = TURNS.find(([least]) => Math.abs(angle) >= least) ?? [0, "straight"]
  const isStraight = sharpness === "straight" || sharpness === "slight"
  if (leg.kind === "crossing") return isStraight ? "cross" : `cross_${side}`
  if (leg.isBend) return `stay_${side}`
  if (sharpness === "straight" || sharpness === "uturn") return sharpness
  return sharpness ? `${sharpness}_${side}` : side
}

/** @param {Leg | undefined} last @param {Position} to @returns {Step} */
function arrival(last, to) {
  const end = last?.line.at(-1)
  const metres = end ? Math.hypot(...vectorBetween(end, to)) : 0
  const compass = end ? compassOf(headingBetween(end, to)) : "n"
  const step = { kind: /** @type {const} */ ("street"), name: "", metres, compass, facts: [] }
  if (!last || !end || metres < BESIDE_M) return { ...step, turn: "arrive" }
  const angle = turnBetween(lastHeading(last), headingBetween(end, to))
  if (Math.abs(angle) < ASIDE.least || Math.abs(angle) > ASIDE.most) return { ...step, turn: "arrive" }
  return { ...step, turn: angle > 0 ? "arrive_right" : "arrive_left" }
}

/** @param {Leg} leg */
function lastHeading(leg) {
  const track = trackOf(leg)
  return track.headingBefore(track.length)
}

/** @param {number} heading @returns {Compass} */
function compassOf(heading) {
  return COMPASS[Math.round(heading / 45) % 8]
}
