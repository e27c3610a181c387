// The card of stamps: a ring for each stop, filled in as children were given its stamp; printed, it is a card to be cut out.

import { sayDate } from "../page/dates.js"
import { readStamps } from "./stamps.js"
import { show, write } from "./text.js"

const PRINTED = "is-stamp-card"

export class StampCard {
  /** @param {HTMLElement} element @param {string} walk */
  constructor(element, walk) {
    this.#walk = walk
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-stamps]"))
    const button = /** @type {HTMLElement} */ (this.part.querySelector("button"))
    button.addEventListener("click", () => printAlone())
    show(button, true)
    element.addEventListener("adeuxpas:stamped", () => this.#show())
    void this.#show()
  }

  #walk

  async #show() {
    const stamps = await readStamps(this.#walk)
    for (const ring of this.part.querySelectorAll("li")) {
      const at = stamps[ring.dataset.stamp ?? ""]
      ring.toggleAttribute("data-stamped", at !== undefined)
      if (at !== undefined) write(/** @type {Element} */ (ring.querySelector("small")), sayDate(at, { day: "numeric", month: "long" }))
    }
  }
}

// Private

function printAlone() {
  document.documentElement.classList.add(PRINTED)
  addEventListener("afterprint", () => document.documentElement.classList.remove(PRINTED), { once: true })
  print()
}
