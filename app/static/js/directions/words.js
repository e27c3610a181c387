// The sentences of steps, as nodes: names of streets keep their own language and writing direction in any sentence.

import { say } from "../page/messages.js"
import { sayMetres } from "../places/distance.js"

/**
 * @typedef {import("./steps.js").Step} Step @typedef {import("./legs.js").Facts} Facts
 * @typedef {"everyone" | "stroller" | "wheelchair"} Profile
 */

/** What a way is called where no sign names it. */
const NAMELESS = { street: "way_street", path: "way_path", crossing: "way_path", link: "way_path", steps: "way_steps" }

/**
 * @param {Step} step
 * @param {{ place: string, isAbout: boolean }} end the place, and whether only its surroundings are known
 * @returns {(Node | string)[]}
 */
export function sentenceOf(step, { place, isAbout }) {
  const { name, compass, metres } = step
  const street = name ? sign(name) : say(namelessOf(step))
  return sayWith(keyOf(step, isAbout), { street, compass: say(`way_${compass}`), distance: sayMetres(metres), place: sign(place) })
}

/** What one meets on the way of a step; who has wheels is told more. @param {Step} step @param {Profile} profile @returns {string[]} */
export function notesOf({ kind, name, facts }, profile) {
  const has = (/** @type {string} */ fact, /** @type {string[]} */ ...values) => facts.some((known) => values.includes(known[fact]))
  const hasWheels = profile !== "everyone"
  const notes = [
    kind === "steps" && name && "way_has_steps",
    has("escalator", "yes") && "way_has_escalator",
    has("lift", "yes") && "way_has_lift",
    kind === "crossing" && has("crossing", "signals") && "way_has_signals",
    kind === "crossing" && has("crossing", "unmarked") && "way_has_no_marking",
    hasWheels && kind === "steps" && has("ramp", "stroller", "wheelchair") && "way_has_ramp",
    hasWheels && has("kerb", "raised") && "way_has_kerb",
    hasWheels && has("surface", "rough") && "way_has_rough",
    hasWheels && has("steep", "yes") && "way_has_slope",
    hasWheels && (has("narrow", "yes") || has("barrier", "tight")) && "way_has_narrow",
    hasWheels && has("barrier", "gate") && "way_has_gate",
  ]
  return notes.flatMap((key) => (key ? [say(key)] : []))
}

/**
 * A sentence whose values may be elements.
 * @param {string} key
 * @param {Record<string, Node | string>} values
 * @returns {(Node | string)[]}
 */
export function sayWith(key, values) {
  return say(key)
    .replace(/ :/g, "\u00a0:") // no line of a narrow phone begins with the colon of French
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 ? (values[part] ?? "") : part))
}

/** A name as it is written on the street. @param {string} name */
export function sign(name) {
  const element = document.createElement("bdi")
  element.textContent = name
  element.lang = "fr"
  element.dir = "ltr"
  return element
}

// Private

/** @param {Step} step @param {boolean} isAbout */
function keyOf({ turn, name }, isAbout) {
  if (turn.startsWith("arrive") && isAbout) return "way_arrive_about"
  return turn.startsWith("cross") && name ? `way_${turn}_street` : `way_${turn}`
}

/** @param {Step} step */
function namelessOf({ kind, facts }) {
  const slope = facts.find((known) => known.slope)?.slope
  return kind === "steps" && slope ? `way_steps_${slope}` : NAMELESS[kind]
}
