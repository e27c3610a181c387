// Hands the page's address to another app; else to the clipboard; else shows it.

import { AppElement } from "../lib/element.js"
import { say } from "../lib/messages.js"

export class ShareButton extends AppElement {
  start() {
    this.hidden = false
    this.querySelector("button")?.addEventListener("click", () => this.#share(), { signal: this.signal })
  }

  async #share() {
    const url = location.origin + location.pathname
    const shared = { title: this.dataset.title ?? document.title, url }
    if (navigator.share && (await handedOver(navigator.share(shared)))) return
    const copied = navigator.clipboard ? await handedOver(navigator.clipboard.writeText(url)) : false
    this.#note(copied ? say("share_copied") : say("share_address", { address: url }))
  }

  /** @param {string} words */
  #note(words) {
    const note = /** @type {HTMLElement} */ (this.querySelector("[data-note]"))
    note.hidden = false
    note.textContent = words
  }
}

// Private

/** @param {Promise<void>} handing @returns {Promise<boolean>} a person who changes their mind is served too */
async function handedOver(handing) {
  try {
    await handing
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError"
  }
}
