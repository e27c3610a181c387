// What the page shows of directions: minutes and metres, what is not sure about them, the steps, the sheet for paper.

import { say } from "../page/messages.js"
import { sayMetres, sayMinutes } from "../places/distance.js"
import { clearMaps, drawOnMaps } from "./plan.js"
import { makeStep } from "./step-list.js"
import { stepsOf } from "./steps.js"
import { sayWith, sign } from "./words.js"

/**
 * @typedef {import("../routing/router.js").Route} Route
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {import("./words.js").Profile} Profile
 * @typedef {{ from: string, to: string, start: Position, end: Position, profile: Profile, doubtM: number, as: string }} Journey
 *   names ("" for where one is), positions, and on what wheels: for machines and in words
 */

/** A phone that knows its place to so many metres knows the street. */
const SURE_M = 40

export class DirectionsScreen {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element
  }

  /** @param {string} words */
  note(words) {
    const note = this.#one("note")
    note.textContent = words
    note.hidden = !words
  }

  /** There is no way to show. @param {"none" | "far"} state @param {string} words */
  refuse(state, words) {
    this.clear()
    this.element.dataset.state = state
    this.note(words)
  }

  /** @param {Route} route @param {Journey} journey */
  show(route, journey) {
    const { dataset } = this.element
    const line = route.pieces.flatMap((piece) => piece.line)
    const { start, end, doubtM } = journey
    dataset.state = "ready"
    dataset.metres = String(Math.round(route.metres))
    this.note(doubtM > SURE_M ? say("way_doubt", { distance: sayMetres(doubtM) }) : "")
    this.#one("total").textContent = totalOf(route)
    this.#one("schematic").hidden = route.knowsSteps
    this.#one("steps").replaceChildren(...this.#steps(route, journey))
    this.#one("sheet").replaceChildren(...sheetOf(journey))
    clearMaps()
    this.#one("beyond").hidden = drawOnMaps({ line, start, end })
    document.documentElement.classList.add("has-way")
  }

  clear() {
    const { dataset } = this.element
    dataset.state = "closed"
    delete dataset.metres
    this.note("")
    this.#one("total").textContent = ""
    this.#one("steps").replaceChildren()
    for (const part of ["beyond", "schematic"]) this.#one(part).hidden = true
    clearMaps()
    document.documentElement.classList.remove("has-way")
  }

  /** @returns {string[]} what the steps say, for a voice */
  get sentences() {
    return [...this.#one("steps").children].map((step) => [...step.querySelectorAll("p")].map((p) => p.textContent).join(" "))
  }

  /** Take the question along to the other languages of the page and to the large map. @param {string} query */
  carry(query) {
    const languages = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".language-list a"))
    for (const link of languages) link.search = query
    const map = /** @type {HTMLAnchorElement | null} */ (this.element.querySelector("[data-large]"))
    if (map) map.search = `?to=${this.element.dataset.to}&${query.slice(1)}`
  }

  // Private

  /** @param {Route} route @param {Journey} journey */
  #steps(route, { profile, to, end }) {
    const template = /** @type {HTMLTemplateElement} */ (this.element.querySelector("template"))
    const about = { place: to, isAbout: this.element.hasAttribute("data-about"), profile }
    return stepsOf(route, end).map((step) => makeStep(template, step, about))
  }

  /** @param {string} part */
  #one(part) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`[data-${part}]`))
  }
}

// Private

/** @param {Route} route */
function totalOf({ minutes, metres }) {
  return say("way_total", { time: sayMinutes(Math.max(1, Math.round(minutes))), distance: sayMetres(metres, 10) })
}

/** From where to where, for paper and the large map; paper says on what wheels and after which edition. @param {Journey} journey */
function sheetOf({ from, to, as }) {
  const edition = document.querySelector("[data-edition]")?.textContent?.trim()
  const lines = [
    sayWith("way_from", { place: from ? sign(from) : say("way_here") }),
    sayWith("way_to", { place: sign(to) }),
    [edition ? `${as} · ${edition}` : as],
  ]
  return lines.map((words) => {
    const line = document.createElement("p")
    line.append(...words)
    return line
  })
}
