// "Une nouvelle édition est prête": shown when one waits, taken only on a tap.

import { AppElement } from "../page/element.js"
import { takeEdition, watchEditions } from "../page/worker.js"

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
    takeEdition(this.#waiting)
  }
}
