// A notice that, once closed, stays closed on this phone; without script it is simply there.

import { AppElement } from "../page/element.js"
import { recall, remember } from "../page/memory.js"

export class ClosableNotice extends AppElement {
  start() {
    this.hidden = recall(this.#key) === "closed"
    const button = /** @type {HTMLElement | null} */ (this.querySelector("[data-dismiss]"))
    if (!button) return
    button.hidden = false
    button.addEventListener("click", () => this.#close(), { signal: this.signal })
  }

  get #key() {
    return `notice:${this.dataset.key}`
  }

  #close() {
    this.hidden = true
    remember(this.#key, "closed")
  }
}
