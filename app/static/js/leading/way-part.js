// The written way to the next stop, or why there is none.

import { show } from "./text.js"

export class WayPart {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element
  }

  #isMissing = false
  /** @type {unknown} */ #shown

  miss() {
    this.#isMissing = true
    show(this.#one("[data-no-way]"), true)
  }

  /** @param {import("./leading.js").Leading} leading */
  show({ way, led, data, ways }) {
    const stop = data.stops[led.next]
    show(this.#one("[data-way-part]"), Boolean(stop) && led.last >= 0)
    show(this.#one("[data-guessed]"), Boolean(stop && !this.#isMissing && (ways ? way === null : stop.isGuessed)))
    if (this.#shown === way) return
    this.#shown = way
    this.#one("[data-steps]").replaceChildren(...(way?.steps ?? []))
  }

  // Private

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector))
  }
}
