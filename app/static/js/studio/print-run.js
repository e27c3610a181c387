// How far a run is: asked once a second; the page itself says how it ended.

import { AppElement } from "../page/element.js"
import { formatNumber, say } from "../page/messages.js"

const EVERY_MS = 1000

export class PrintRun extends AppElement {
  start() {
    this.#timer = setInterval(() => this.#ask(), EVERY_MS)
  }

  stop() {
    clearInterval(this.#timer)
  }

  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer

  // Private

  async #ask() {
    const answer = await fetch(this.dataset.stateUrl ?? "", { signal: this.signal }).catch(() => undefined)
    if (answer?.status === 404) return location.reload()
    if (!answer?.ok) return
    const { state, done, total } = await answer.json()
    if (state !== "drawing") return location.reload()
    if (!total) return
    const bar = /** @type {HTMLProgressElement} */ (this.querySelector("progress"))
    const words = /** @type {HTMLElement} */ (this.querySelector("[data-words]"))
    bar.max = total
    bar.value = done
    words.textContent = say("studio_run", { done: formatNumber(done), total: formatNumber(total) })
  }
}
