// What one chooses a way by: where one starts, and on what wheels.

import { fillPlaces } from "./way-places.js"

export class WayForm {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element
    this.select = /** @type {HTMLSelectElement} */ (element.querySelector("select"))
  }

  /** @param {import("./places.js").Places} places @param {string} to the place one goes to */
  fill(places, to) {
    fillPlaces(this.select, places, to)
    // Nobody goes to the school from the school.
    for (const button of this.#buttons("from")) button.hidden = button.dataset.from === "school" && this.element.dataset.school === to
  }

  /** @param {string} from "school", "here", "" or the id of a place @param {string} profile */
  choose(from, profile) {
    const isPlace = !["school", "here", ""].includes(from)
    for (const button of this.#buttons("from")) press(button, button.dataset.from === (isPlace ? "other" : from))
    for (const button of this.#buttons("as")) press(button, button.dataset.as === profile)
    this.#places.hidden = !isPlace
    this.select.value = isPlace ? from : ""
  }

  offerPlaces() {
    this.#places.hidden = false
    this.select.focus()
  }

  /** @returns {string} the chosen wheels, as their button says */
  get profileWords() {
    return this.#buttons("as").find((button) => button.ariaPressed === "true")?.textContent?.trim() ?? ""
  }

  // Private

  get #places() {
    return /** @type {HTMLElement} */ (this.element.querySelector("[data-other]"))
  }

  /** @param {"from" | "as"} sort */
  #buttons(sort) {
    return /** @type {HTMLButtonElement[]} */ ([...this.element.querySelectorAll(`button[data-${sort}]`)])
  }
}

// Private

/** @param {HTMLElement} button @param {boolean} isPressed */
function press(button, isPressed) {
  button.setAttribute("aria-pressed", String(isPressed))
}
