// Ways for whoever draws no map of them: the line of a route, and its steps as they stand on the page.

import { loadDirections } from "./data.js"
import { makeStep } from "./step-list.js"
import { stepsOf } from "./steps.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {{ line: Position[], metres: number, steps: HTMLElement[] }} Way
 * @typedef {import("../places/places.js").Places} Places
 */

/** @param {HTMLElement} element as `loadDirections` wants it @param {HTMLTemplateElement} template of a step @returns {Promise<Ways>} rejected when what it needs cannot be had */
export async function openWays(element, template) {
  return new Ways(await loadDirections(element), template)
}

export class Ways {
  /** @param {import("./data.js").DirectionsData} data @param {HTMLTemplateElement} template */
  constructor({ router, places }, template) {
    this.places = places
    this.#router = router
    this.#template = template
  }

  #router
  #template

  /** @param {Position} start @param {Position} end @param {string} place the name of where it leads @returns {Way | null} null where no way is known */
  between(start, end, place) {
    const route = this.#router.route(start, end)
    if (!route) return null
    const line = [start, ...route.pieces.flatMap((piece) => piece.line), end]
    const about = { place, isAbout: false, profile: /** @type {const} */ ("everyone") }
    return { line, metres: route.metres, steps: stepsOf(route, end).map((step) => makeStep(this.#template, step, about)) }
  }

  /** @param {Position} start @param {Position} end @returns {number | null} metres on foot */
  metresBetween(start, end) {
    return this.#router.route(start, end)?.metres ?? null
  }
}
