// The list of steps on the page: a picture of the turn and a sentence each.

import { usePictogram } from "../page/pictograms.js"
import { notesOf, sentenceOf } from "./words.js"

/** @typedef {import("./steps.js").Step} Step @typedef {import("./words.js").Profile} Profile */

/** The pictograms of turns by their first word; those to the left are mirrored by the style. @type {Record<string, string>} */
const SIGNS = {
  start: "straight",
  straight: "straight",
  slight: "turn-slight",
  sharp: "turn-sharp",
  uturn: "turn-back",
  cross: "crossing",
  arrive: "flag",
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Step} step
 * @param {{ place: string, isAbout: boolean, profile: Profile }} route
 * @returns {HTMLElement}
 */
export function makeStep(template, step, route) {
  const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
  const [words, notes] = item.querySelectorAll("p")
  item.dataset.turn = step.turn
  item.dataset.compass = step.compass
  item.dataset.sign = signOf(step)
  usePictogram(/** @type {SVGUseElement} */ (item.querySelector("use")), item.dataset.sign)
  words.append(...sentenceOf(step, route))
  notes.textContent = notesOf(step, route.profile).join(" ")
  return item
}

// Private

/** @param {Step} step @returns {string} */
function signOf({ turn, kind }) {
  const isStairs = kind === "steps" && !turn.startsWith("arrive")
  return isStairs ? "stairs" : (SIGNS[turn.split("_")[0]] ?? "turn")
}
