// The studio: the sheet is drawn again as one chooses. The one before stays until the next is there.

import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { Choosing } from "./choosing.js"

/** As long as a hand that ticks two boxes one after the other. */
const PAUSE_MS = 150

/** @typedef {{ picture: string, pages: number, refused: string[], doubts: string[], mark: string }} Seen */

export class PrintStudio extends AppElement {
  start() {
    this.#choosing = new Choosing(this, this.#form)
    this.#choosing.fit()
    for (const type of ["change", "input"]) this.#form.addEventListener(type, this, { signal: this.signal })
  }

  stop() {
    clearTimeout(this.#timer)
    this.#asking.abort()
  }

  #choosing = /** @type {Choosing} */ (/** @type {unknown} */ (null))
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  #asking = new AbortController()

  /** @param {Event} event */
  handleEvent(event) {
    if (/** @type {HTMLElement} */ (event.target).closest("[data-confirm]")) return
    this.#choosing.fit()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), PAUSE_MS)
  }

  // Private

  async #look() {
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    const { query } = this.#choosing
    this.dataset.state = "drawing"
    try {
      const answer = await fetch(`${this.dataset.preview}?${query}`, { signal })
      if (!answer.ok) throw new Error(`The preview answered ${answer.status}.`)
      await this.#show(await answer.json(), signal)
      if (signal.aborted) return
      history.replaceState(null, "", `?${query}`)
      this.dataset.state = "ready"
    } catch {
      if (!signal.aborted) this.#miss()
    }
  }

  /** @param {Seen} seen @param {AbortSignal} signal */
  async #show(seen, signal) {
    const picture = /** @type {HTMLImageElement} */ (this.#find("[data-picture]"))
    if (seen.picture) {
      const next = new Image()
      next.src = seen.picture
      await next.decode()
      if (signal.aborted) return
      picture.src = seen.picture
    }
    this.#find("[data-sheet]").hidden = this.#find("[data-acts]").hidden = !seen.picture
    this.#find("[data-pages]").textContent = seen.pages > 1 ? sayCount("studio_pages", seen.pages) : ""
    this.#tell("[data-refused]", seen.refused)
    this.#tell("[data-doubts]", seen.doubts)
    const confirm = /** @type {HTMLInputElement} */ (this.#find("[data-confirm]"))
    // Who confirmed other doubts has not confirmed these.
    if (confirm.value !== seen.mark) confirm.checked = false
    confirm.value = seen.mark
  }

  /** @param {string} selector @param {string[]} sentences */
  #tell(selector, sentences) {
    const box = this.#find(selector)
    const list = /** @type {HTMLElement} */ (box.querySelector("[data-reasons]"))
    list.replaceChildren(
      ...sentences.map((words) => {
        const line = document.createElement("li")
        line.textContent = words
        return line
      }),
    )
    box.hidden = sentences.length === 0
  }

  /** The network is away, or the server busy: what is shown is not what was chosen, and nothing may be printed of it. */
  #miss() {
    this.dataset.state = "missed"
    this.#tell("[data-refused]", [say("studio_missed")])
    this.#find("[data-acts]").hidden = true
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
