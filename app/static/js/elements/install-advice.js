// The browser's offer to install, made in our words, once: on the second visit, or when a neighbourhood was kept.

import { AppElement } from "../page/element.js"
import { recall, remember } from "../page/memory.js"

export class InstallAdvice extends AppElement {
  start() {
    this.#isReturning = recall("visited") === "1"
    remember("visited", "1")
    this.listen(window, "beforeinstallprompt")
    this.listen(document, "adeuxpas:kept")
    this.listen(this, "click")
  }

  #isReturning = false
  /** @type {BeforeInstallPromptEvent | null} */
  #prompt = null

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#answer(/** @type {HTMLElement} */ (event.target))
    else if (event.type === "adeuxpas:kept") this.#show()
    else this.#offer(/** @type {BeforeInstallPromptEvent} */ (event))
  }

  /** @param {BeforeInstallPromptEvent} event */
  #offer(event) {
    event.preventDefault()
    this.#prompt = event
    if (this.#isReturning) this.#show()
  }

  #show() {
    this.hidden = this.#prompt === null || recall("install") === "closed"
  }

  /** @param {HTMLElement} target */
  #answer(target) {
    if (target.closest("[data-accept]")) this.#prompt?.prompt()
    else if (!target.closest("[data-dismiss]")) return
    this.hidden = true
    remember("install", "closed")
  }
}
