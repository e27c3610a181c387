// What one chooses directions by: where one starts, and on what wheels.

import { fillPlaces } from "./starts.js"

export class DirectionsForm {
  /** @param {HTMLElement} element @param {import("../places/places.js").Places} places */
  constructor(element, places) {
    this.element = element
    this.places = places
    this.select = /** @type {HTMLSelectElement} */ (element.querySelector("select"))
  }

  /** @param {string} to the place one goes to */
  fill(to) {
    fillPlaces(this.select, this.places, to)
    // Nobody goes to the school from the school.
    for (const button of this.#buttons("from")) button.hidden = button.dataset.from === "school" && this.element.dataset.school === to
  }

  /** @param {string} from "school", "here", "" or the id of a place @param {string} profile */
  choose(from, profile) {
    const isPlace = !["school", "here", ""].includes(from)
    for (const button of this.#buttons("from")) press(button, button.dataset.from === (isPlace ? "other" : from))
    for (const button of this.#buttons("as")) press(button, button.dataset.as === profile)
    this.#other.hidden = !isPlace
    this.select.value = isPlace ? from : ""
  }

  offerPlaces() {
    this.#other.hidden = false
    this.select.focus()
  }

  /** @returns {string} the chosen wheels, as their button says */
  get profileWords() {
    return this.#buttons("as").find((button) => button.ariaPressed === "true")?.textContent?.trim() ?? ""
  }

  // Private

  get #other() {
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
