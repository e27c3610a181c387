// The page that waits for somebody: one button a language. What it leads to is kept, in case the cable comes out.

import { assetOf } from "../page/addresses.js"
import { AppElement } from "../page/element.js"
import { tellAlive } from "./alive.js"

export class KioskWaiting extends AppElement {
  start() {
    this.listen(this, "click")
    tellAlive(this.dataset.territory ?? "", this.signal)
    if ("serviceWorker" in navigator) this.#keep()
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button")
    // Nothing to go back to: who comes next begins anew.
    if (button?.dataset.open) location.replace(button.dataset.open)
  }

  // Private

  /** What the screen is dressed in goes through the worker once more: it keeps it then. */
  async #keep() {
    const workers = navigator.serviceWorker
    const { active } = await workers.ready
    active?.postMessage({ type: "KEEP", urls: [location.href, ...this.#doors().map((url) => new URL(url, location.href).href)] })
    if (!workers.controller) await new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }))
    for (const name of ["kiosk.css", "kiosk.js"]) fetch(assetOf(name)).catch(() => undefined)
  }

  /** @returns {string[]} */
  #doors() {
    return [...this.querySelectorAll("[data-open]")].map((button) => /** @type {HTMLElement} */ (button).dataset.open ?? "")
  }
}
