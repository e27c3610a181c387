// The plan of a kiosk: one drawing that stands where it is looked at. A finger covers ten marks: it is answered with the
// nearest places, in rows that are large enough.

const NEAREST = 5

export class TouchMap {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element
    this.#figure = /** @type {HTMLElement} */ (element.querySelector("[data-kiosk-map]"))
    this.#home = /** @type {HTMLElement} */ (element.querySelector("[data-map-home]"))
  }

  #figure
  #home

  /** Show it on a screen, with the mark of one place only if it is that place's. @param {HTMLElement} screen */
  show(screen) {
    const slot = /** @type {HTMLElement | null} */ (screen.querySelector("[data-map-of]"))
    const place = slot?.dataset.mapOf ?? ""
    const stands = slot ?? this.#home
    if (this.#figure.parentElement !== stands) stands.append(this.#figure)
    for (const mark of this.#marks()) mark.classList.toggle("is-other", Boolean(place) && mark.dataset.mark !== place)
  }

  /** @param {MouseEvent} event @returns {string[]} the nearest places to a touch of the plan, none for another touch */
  touch(event) {
    const isOnMap = this.#figure.parentElement === this.#home && this.#figure.contains(/** @type {Node} */ (event.target))
    return isOnMap ? this.#near(event.clientX, event.clientY) : []
  }

  forget() {
    for (const mark of this.#marks()) mark.classList.remove("is-near")
  }

  // Private

  /** @param {number} x @param {number} y */
  #near(x, y) {
    const far = (/** @type {Element} */ mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      return Math.hypot(left + width / 2 - x, top + height / 2 - y)
    }
    const near = this.#marks().sort((one, other) => far(one) - far(other)).slice(0, NEAREST)
    this.forget()
    for (const mark of near) mark.classList.add("is-near")
    return near.map((mark) => mark.dataset.mark ?? "")
  }

  /** @returns {SVGGElement[]} */
  #marks() {
    return [...this.#figure.querySelectorAll("[data-mark]")].map((mark) => /** @type {SVGGElement} */ (mark))
  }
}
