// "Une nouvelle édition est prête": shown when one waits, taken only on a tap.

import { AppElement } from "../page/element.js"
import { takeEdition, watchEditions } from "../page/worker.js"

/** Longer than a phone takes; a browser may hold on to the worker of before while it is busy. */
const LATE_MS = 10_000

export class UpdateOffer extends AppElement {
  start() {
    this.listen(this, "click")
    watchEditions((waiting) => this.#offer(waiting))
  }

  /** @type {ServiceWorker | null} */
  #waiting = null

  /** @param {ServiceWorker} waiting */
  #offer(waiting) {
    this.#waiting = waiting
    this.hidden = false
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-accept]")
    if (!button || !this.#waiting) return
    button.setAttribute("disabled", "")
    setTimeout(() => this.#late(button), LATE_MS)
    takeEdition(this.#waiting)
  }

  // Private

  /** Say what helps when the page is still here. @param {Element} button */
  #late(button) {
    button.removeAttribute("disabled")
    this.querySelector("[data-late]")?.removeAttribute("hidden")
  }
}
