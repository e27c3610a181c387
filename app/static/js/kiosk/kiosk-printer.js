// Printing at a kiosk, for the volunteer who knows the code: twelve keys of our own, and the server prints. The browser never does.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"

const MOST_DIGITS = 12

export class KioskPrinter extends AppElement {
  start() {
    document.addEventListener("click", this, { signal: this.signal })
    this.#offer()
  }

  stop() {
    this.#close()
  }

  #place = ""
  #digits = ""
  /** What was read before printing anyway. */
  #mark = ""
  #isBusy = false

  /** @param {Event} event */
  handleEvent(event) {
    const { dataset = {} } = /** @type {HTMLElement} */ (event.target).closest("button") ?? {}
    if (dataset.print) this.#open(dataset.print)
    else if (dataset.digit) this.#type(dataset.digit)
    else if (dataset.pad === "erase") this.#type("")
    else if (dataset.pad === "close") this.#close()
    else if (dataset.pad === "print") this.#print()
  }

  // Private

  /** The buttons are there where a volunteer has a code, and the server answers. */
  async #offer() {
    const { territory } = this.dataset
    if (!territory) return
    const answer = await fetch(`${this.#address}/printer`, { signal: this.signal }).catch(() => undefined)
    if (!answer?.ok || !(await answer.json()).offered) return
    for (const button of document.querySelectorAll("[data-print], [data-volunteer]")) /** @type {HTMLElement} */ (button).hidden = false
  }

  /** @param {string} place */
  #open(place) {
    this.#place = place
    this.#mark = ""
    this.#type("")
    this.#say(say("kiosk_pin"))
    this.#dialog.showModal()
  }

  #close() {
    this.#digits = ""
    this.#show()
    this.#dialog.close()
  }

  /** @param {string} digit "" wipes all */
  #type(digit) {
    this.#digits = digit ? (this.#digits + digit).slice(0, MOST_DIGITS) : ""
    this.#show()
  }

  /** Nobody reads the digits over a shoulder. */
  #show() {
    this.#find("[data-typed]").textContent = "•".repeat(this.#digits.length)
  }

  async #print() {
    if (this.#isBusy || !this.#digits) return
    this.#isBusy = true
    this.#say(say("kiosk_printing"))
    const body = JSON.stringify({ place: this.#place, pin: this.#digits, confirm: this.#mark })
    const address = `${this.#address}/print?lang=${document.documentElement.lang}`
    const headers = { "Content-Type": "application/json" }
    const answer = await fetch(address, { method: "POST", body, headers, signal: this.signal }).catch(() => undefined)
    const told = await answer?.json().catch(() => undefined)
    this.#isBusy = false
    this.#hear(answer?.status ?? 0, told ?? {})
  }

  /** @param {number} status @param {{ said?: string, detail?: string, doubts?: string[], mark?: string }} told */
  #hear(status, told) {
    if (told.mark) {
      this.#mark = told.mark
      return this.#say([told.detail, ...(told.doubts ?? []), say("kiosk_print_anyway")].join("\n"))
    }
    if (status !== 409) this.#type("")
    this.#say(told.said ?? told.detail ?? say("kiosk_print_away"))
  }

  /** @param {string} words */
  #say(words) {
    this.#find("[data-pad-said]").textContent = words
  }

  get #address() {
    return `${baseOf()}api/v1/kiosk/${this.dataset.territory}`
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
