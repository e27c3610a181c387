// Hands the page's address to another app; else to the clipboard; else shows it.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { handOver } from "../page/sharing.js"

export class ShareButton extends AppElement {
  start() {
    this.hidden = false
    this.querySelector("button")?.addEventListener("click", () => this.#share(), { signal: this.signal })
  }

  async #share() {
    const url = location.origin + location.pathname
    const done = await handOver({ title: this.dataset.title ?? document.title, url }, url)
    if (done !== "shared") this.#note(done ? say("share_copied") : say("share_address", { address: url }))
  }

  /** @param {string} words */
  #note(words) {
    const note = /** @type {HTMLElement} */ (this.querySelector("[data-note]"))
    note.hidden = false
    note.textContent = words
  }
}
