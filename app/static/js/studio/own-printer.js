// The printers of this machine: what was measured of each is kept here, by the name that somebody gave it. The server
// only knows what the address of a sheet says.

import { AppElement } from "../page/element.js"
import { recall, remember } from "../page/memory.js"
import { say } from "../page/messages.js"

const PRINTERS = "printers"
const USED = "printer"
const FIELDS = ["wide", "high", "right", "down"]

/** @typedef {Record<string, string>} Measures what the fields hold, by their names */

export class OwnPrinter extends AppElement {
  start() {
    this.#find("[data-keeping]").hidden = false
    for (const type of ["change", "input", "click"]) this.listen(this, type)
    const used = recall(USED) ?? ""
    this.#list(used)
    if (this.#measures().every((field) => !field.value)) this.#take(used)
    else this.#choice.value = this.#name.value = this.#named()
    this.#show()
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "change" && target === this.#choice) this.#take(this.#choice.value)
    if (type === "click") this.#press(/** @type {HTMLElement} */ (target))
    this.#show()
  }

  // Private

  /** @param {HTMLElement} pressed */
  #press(pressed) {
    if (pressed.closest("[data-keep]")) this.#keep()
    if (pressed.closest("[data-forget]")) this.#forget()
  }

  #keep() {
    const name = this.#name.value.trim()
    const measures = Object.fromEntries(this.#measures().map((field) => [field.name, field.value]))
    const isKept = name !== "" && remember(PRINTERS, JSON.stringify({ ...printers(), [name]: measures }))
    this.#note(name === "" ? say("studio_printer_unnamed") : say(isKept ? "studio_printer_kept" : "studio_printer_unkept", { name }))
    if (!isKept) return
    remember(USED, name)
    this.#list(name)
  }

  #forget() {
    const { [this.#choice.value]: _gone, ...others } = printers()
    remember(PRINTERS, JSON.stringify(others))
    this.#list("")
    this.#take("")
  }

  /** Put what was measured of a printer into the form; of none, nothing. @param {string} name */
  #take(name) {
    const measures = printers()[name] ?? {}
    const isOther = this.#measures().some((field) => field.value !== (measures[field.name] ?? ""))
    for (const field of this.#measures()) field.value = measures[field.name] ?? ""
    this.#name.value = name
    remember(USED, name)
    this.#note("")
    if (isOther) this.#measures()[0]?.dispatchEvent(new Event("change", { bubbles: true }))
  }

  /** @param {string} chosen */
  #list(chosen) {
    const names = Object.keys(printers())
    for (const old of [...this.#choice.options].slice(1)) old.remove()
    for (const name of names) this.#choice.add(new Option(name, name))
    this.#choice.value = names.includes(chosen) ? chosen : ""
  }

  /** There is something to choose once a printer has a name, and something to forget while one is chosen. */
  #show() {
    this.#find("[data-kept]").hidden = this.#choice.options.length < 2
    this.#find("[data-forget]").hidden = this.#choice.value === ""
    const test = /** @type {HTMLAnchorElement} */ (this.#find("[data-test]"))
    test.search = new URLSearchParams(this.#measures().map(({ name, value }) => [name, value])).toString()
  }

  /** The printer of which just that was measured. @returns {string} */
  #named() {
    const isThis = (/** @type {Measures} */ held) => this.#measures().every((field) => field.value === (held[field.name] ?? ""))
    return Object.entries(printers()).find(([, held]) => isThis(held))?.[0] ?? ""
  }

  /** @param {string} words */
  #note(words) {
    this.#find("[data-note]").textContent = words
  }

  #measures() {
    return FIELDS.map((name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)))
  }

  get #choice() {
    return /** @type {HTMLSelectElement} */ (this.#find("[data-printers]"))
  }

  get #name() {
    return /** @type {HTMLInputElement} */ (this.#find("[data-name]"))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}

// Private

/** @returns {Record<string, Measures>} what was kept, by name; nothing when that cannot be read */
function printers() {
  try {
    return JSON.parse(recall(PRINTERS) ?? "{}") ?? {}
  } catch {
    return {}
  }
}
