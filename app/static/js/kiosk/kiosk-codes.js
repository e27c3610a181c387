// A code typed at a kiosk, sign by sign, on large keys of our own: what became of a message, or of a slip of paper.
// What is typed is wiped with its screen; nothing of it is in an address, nor kept.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"

/**
 * What is typed: how many signs, whether digits only, whether nobody may read it.
 * @type {Record<string, { most: number, least: number, digits?: boolean, hidden?: boolean }>}
 */
const STEPS = {
  ticket: { most: 8, least: 8 },
  pin: { most: 12, least: 4, digits: true, hidden: true },
  code: { most: 6, least: 6 },
  number: { most: 8, least: 1, digits: true },
}

/** @typedef {{ said?: string[], detail?: string, fates?: { words: string[], question: string }[] }} Told */

export class KioskCodes extends AppElement {
  start() {
    this.#steps = (this.dataset.steps ?? "").split(" ")
    this.listen(this, "click")
    const screens = this.closest("kiosk-screens")
    if (screens) this.listen(screens, "adeuxpas:shown")
    this.#wipe()
  }

  /** @type {string[]} */ #steps = []
  #step = 0
  /** @type {Record<string, string>} */ #typed = {}
  /** Counts what is asked: an answer that comes after its screen was left is nobody's. */
  #asked = 0

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "adeuxpas:shown") return this.#wipe()
    const { dataset = {} } = /** @type {HTMLElement} */ (event.target).closest("button") ?? {}
    if (dataset.sign) this.#type(dataset.sign)
    else if (dataset.key === "erase") this.#erase()
    else if (dataset.key === "on") this.#goOn()
  }

  // Private

  /** Another screen is shown, or this one anew: whoever comes next finds nothing. */
  #wipe() {
    this.#asked += 1
    this.#typed = {}
    this.#step = 0
    this.#ask()
    this.#tell([])
  }

  /** @param {string} sign */
  #type(sign) {
    const { most } = STEPS[this.#name]
    this.#typed[this.#name] = `${this.#typed[this.#name] ?? ""}${sign}`.slice(0, most)
    this.#show()
  }

  /** One sign; of what nobody reads all of them. */
  #erase() {
    const kept = STEPS[this.#name].hidden ? "" : (this.#typed[this.#name] ?? "").slice(0, -1)
    this.#typed[this.#name] = kept
    this.#show()
  }

  #goOn() {
    const name = this.#name
    if ((this.#typed[name] ?? "").length < STEPS[name].least) return this.#tell([say(`kiosk_few_${name}`)])
    if (this.#step < this.#steps.length - 1) {
      this.#step += 1
      this.#tell([])
      return this.#ask()
    }
    this.#send()
  }

  async #send() {
    this.#asked += 1
    const asked = this.#asked
    this.#tell([say("kiosk_asking")])
    const body = JSON.stringify(this.#steps[0] === "ticket" ? { tickets: [this.#typed.ticket] } : this.#typed)
    const address = `${baseOf()}${this.dataset.address}?lang=${document.documentElement.lang}`
    const headers = { "Content-Type": "application/json" }
    const answer = await fetch(address, { method: "POST", body, headers, signal: this.signal }).catch(() => undefined)
    const told = await answer?.json().catch(() => undefined)
    if (asked === this.#asked) this.#hear(answer?.status ?? 0, told)
  }

  /** @param {number} status @param {Told | undefined} told */
  #hear(status, told) {
    if (!told) return this.#tell([say("kiosk_codes_away")])
    if (told.fates) return this.#hearFate(told.fates[0])
    this.#tell(told.said ?? [told.detail ?? say("kiosk_codes_away")])
    if (this.#name === "ticket") return
    // A wrong PIN is typed anew; who has the right one goes on with the next slip.
    this.#typed = status === 403 ? {} : { pin: this.#typed.pin }
    this.#step = status === 403 ? 0 : 1
    this.#ask()
  }

  /** @param {{ words: string[], question: string } | undefined} fate */
  #hearFate(fate) {
    if (!fate) return this.#tell([say("kiosk_no_fate")])
    this.#typed = {}
    this.#show()
    this.#tell([...fate.words, ...(fate.question ? [fate.question, say("kiosk_answer_there")] : [])])
  }

  /** Ask for what comes next, on the keys that it takes. */
  #ask() {
    const name = this.#name
    this.#find("[data-asks]").textContent = say(`kiosk_asks_${name}`)
    const { digits = false } = STEPS[name]
    this.#find("[data-signs]").classList.toggle("is-digits", digits)
    for (const key of this.querySelectorAll("[data-sign]")) {
      const button = /** @type {HTMLElement} */ (key)
      button.hidden = digits && !/\d/.test(button.dataset.sign ?? "")
    }
    this.#show()
  }

  #show() {
    const typed = this.#typed[this.#name] ?? ""
    const { hidden = false, least, most } = STEPS[this.#name]
    const left = least === most ? "·".repeat(most - typed.length) : ""
    const signs = hidden ? "•".repeat(typed.length) : typed + left
    this.#find("[data-typed]").textContent = most === 8 && least === 8 ? `${signs.slice(0, 4)} ${signs.slice(4)}` : signs
  }

  /** @param {string[]} lines */
  #tell(lines) {
    this.#find("[data-told]").textContent = lines.join("\n")
  }

  get #name() {
    return this.#steps[this.#step]
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
