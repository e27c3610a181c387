// Search and filters over the list of places: the form is the state, the address mirrors it.

import { FinderData } from "../finder/data.js"
import { wireFilterSheet } from "../finder/filter-sheet.js"
import { BLANK, hasFilters, isBlank, readFilters, without, writeFilters } from "../finder/filters.js"
import { fillForm, readForm } from "../finder/form.js"
import { FinderScreen } from "../finder/screen.js"
import { LateWrite, writeFinder } from "../page/address.js"
import { AppElement } from "../page/element.js"
import { locate } from "../page/geolocation.js"
import { say } from "../page/messages.js"

/** @typedef {import("../finder/filters.js").Filters} Filters */

export class PlaceFinder extends AppElement {
  start() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("[data-search]"))
    this.#form = form
    this.#data = new FinderData(this)
    this.#screen = new FinderScreen(this, form, this.#data)
    wireFilterSheet(form, { signal: this.signal, changed: () => this.#update() })
    const options = { signal: this.signal }
    form.addEventListener("input", () => this.#update(), options)
    form.addEventListener("focusout", () => this.#address.settle(), options)
    form.addEventListener("submit", (event) => this.#submit(event), options)
    form.addEventListener("focusin", () => void this.#data.load().catch(() => {}), options)
    this.addEventListener("click", (event) => this.#click(event), options)
    addEventListener("pagehide", () => this.#address.settle(), options)
    this.listen(document, "adeuxpas:choose")
    this.#readAddress()
  }

  stop() {
    this.#address.stop()
    this.#screen.stop()
  }

  /** @type {HTMLFormElement} */ #form = /** @type {any} */ (null)
  /** @type {FinderData} */ #data = /** @type {any} */ (null)
  /** @type {FinderScreen} */ #screen = /** @type {any} */ (null)
  /** @type {import("../places/distance.js").Position | null} */ #here = null
  #turn = 0
  #address = new LateWrite(() => writeFinder(writeFilters(this.#filters)))

  /** Show the card of a place chosen elsewhere (on the map). @param {CustomEvent} event */
  onchoose({ detail }) {
    for (const other of this.querySelectorAll("[data-chosen]")) other.removeAttribute("data-chosen")
    const card = this.querySelector(`[data-place-id="${CSS.escape(detail.id)}"]`)
    card?.setAttribute("data-chosen", "")
    // On a phone the map is above the list: going to the card would take the map away.
    if (matchMedia("(min-width: 900px)").matches) card?.scrollIntoView({ block: "nearest" })
  }

  /** @returns {Filters} */
  get #filters() {
    return readFilters(readForm(this.#form), this.#data.known)
  }

  /** @param {Filters} filters */
  #set(filters) {
    fillForm(this.#form, filters)
    return this.#update()
  }

  async #readAddress() {
    const params = new URLSearchParams(location.search)
    if (!hasFilters(params) && isBlank(this.#filters)) return
    await this.#data.load().catch(() => {})
    this.#set(readFilters(params, this.#data.known))
  }

  async #update() {
    const turn = ++this.#turn
    this.#address.soon()
    try {
      if (!this.#data.isReady(this.#filters)) await this.#data.load(this.#filters)
    } catch {
      return this.#screen.note(say("data_missing"))
    }
    // Another keystroke may have come while the data did.
    if (turn === this.#turn) this.#show(this.#filters)
  }

  /** @param {Filters} filters */
  #show(filters) {
    const findings = this.#data.find(filters, this.#here)
    const { ids } = /** @type {import("../places/places.js").Places} */ (this.#data.places)
    this.#screen.show(filters, findings, this.#here)
    const idOf = (/** @type {number} */ i) => ids[i]
    this.emit("results", { ids: [...findings.yes, ...findings.likely, ...findings.ask].map(idOf), ask: findings.ask.map(idOf) })
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault()
    // Closes the keyboard of a phone.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    const part = /** @type {HTMLElement | null} */ (target.closest("[data-part]"))
    const need = /** @type {HTMLAnchorElement | null} */ (target.closest("a[data-categories]"))
    if (part) this.#takeBack(part)
    else if (target.closest("[data-clear]")) this.#set(BLANK)
    else if (target.closest("[data-more]")) this.#screen.showMore(this.#filters, this.#here)
    else if (target.closest("[data-near]")) this.#toggleNear()
    else if (need && !event.metaKey && !event.ctrlKey && !event.shiftKey) this.#enter(event, need)
  }

  /** @param {HTMLElement} button of a chip or of an advice */
  #takeBack({ dataset: { part = "", value = "" } }) {
    const name = /** @type {keyof Filters} */ (part)
    this.#set(part === "all" ? BLANK : without(this.#filters, { name, value }))
    this.querySelector("input")?.focus({ preventScroll: true })
  }

  /** A link to a need chooses its categories here, without leaving. @param {Event} event @param {HTMLAnchorElement} need */
  async #enter(event, need) {
    event.preventDefault()
    try {
      await this.#data.load()
    } catch {
      return location.assign(need.href)
    }
    await this.#set({ ...BLANK, theme: (need.dataset.categories ?? "").split(" ").filter(Boolean) })
    this.querySelector(".finder-results")?.scrollIntoView()
  }

  async #toggleNear() {
    if (this.#here) return this.#setHere(null, "")
    this.#screen.note(say("searching"))
    try {
      this.#setHere(await locate(), `${say("nearest_me")} ${say("near_private")}`)
    } catch (error) {
      const isDenied = error instanceof Error && error.message === "denied"
      this.#setHere(null, isDenied ? say("near_denied") : say("near_unknown"))
    }
  }

  /** @param {import("../places/distance.js").Position | null} here @param {string} note */
  #setHere(here, note) {
    this.#here = here
    this.querySelector("[data-near]")?.setAttribute("aria-pressed", String(here !== null))
    this.#screen.note(note)
    this.#update()
  }
}
