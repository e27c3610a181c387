// A shorter walk for rain, heat or tired legs: the variants of the walk, each a tap that "undo" takes back.

import { show } from "./text.js"

export class Shorten {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-shorten]"))
    this.part.addEventListener("click", (event) => this.#press(/** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"))))
  }

  /** Those that still leave something out. */
  show() {
    let isAny = false
    for (const button of this.part.querySelectorAll("button")) {
      const isOffered = this.#left(button.dataset.variant).length > 0
      isAny ||= isOffered
      show(button, isOffered)
    }
    show(this.part, isAny)
  }

  // Private

  /** @param {HTMLElement | null} button */
  #press(button) {
    const stops = this.#left(button?.dataset.variant)
    if (stops.length) void this.leading.act("drop", { stops })
  }

  /** What was begun counts, not what the page knows by now. @param {string | undefined} id */
  #left(id) {
    const { data, led } = this.leading
    const drop = data.variants?.find((variant) => variant.id === id)?.drop ?? []
    return drop.filter((stop) => led.standings[stop] === "ahead")
  }
}
