// Search and filters over the list of places: the form is the state, the address mirrors it.

import { writeFinder } from "../lib/address.js"
import { locate } from "../lib/distance.js"
import { AppElement } from "../lib/element.js"
import { FinderData } from "../lib/finder-data.js"
import { fillForm, readForm } from "../lib/finder-form.js"
import { FinderScreen } from "../lib/finder-screen.js"
import { say } from "../lib/messages.js"
import { wireSheet } from "../lib/sheet.js"
import { BLANK, hasWish, isBlank, readWish, without, writeWish } from "../lib/wish.js"

/** Browsers refuse more than about 100 address changes in 30 s. */
const ADDRESS_DELAY_MS = 250

/** @typedef {import("../lib/wish.js").Wish} Wish */

export class PlaceFinder extends AppElement {
  start() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("[data-search]"))
    this.#form = form
    this.#data = new FinderData(this)
    this.#screen = new FinderScreen(this, form, this.#data)
    wireSheet(form, { signal: this.signal, changed: () => this.#update() })
    const options = { signal: this.signal }
    form.addEventListener("input", () => this.#update(), options)
    form.addEventListener("submit", (event) => this.#submit(event), options)
    form.addEventListener("focusin", () => void this.#data.load().catch(() => {}), options)
    this.addEventListener("click", (event) => this.#click(event), options)
    addEventListener("pagehide", () => this.#addressTimer && this.#writeAddress(), options)
    this.listen(document, "adeuxpas:choose")
    this.#readAddress()
  }

  stop() {
    clearTimeout(this.#addressTimer)
    this.#screen.stop()
  }

  /** @type {HTMLFormElement} */
  #form = /** @type {any} */ (null)
  /** @type {FinderData} */
  #data = /** @type {any} */ (null)
  /** @type {FinderScreen} */
  #screen = /** @type {any} */ (null)
  /** @type {import("../lib/distance.js").Position | null} */
  #here = null
  #turn = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #addressTimer

  /** Show the card of a place chosen elsewhere (on the map). @param {CustomEvent} event */
  onchoose({ detail }) {
    for (const other of this.querySelectorAll("[data-chosen]")) other.removeAttribute("data-chosen")
    const card = this.querySelector(`[data-place-id="${CSS.escape(detail.id)}"]`)
    card?.setAttribute("data-chosen", "")
    // On a phone the map is above the list: going to the card would take the map away.
    if (matchMedia("(min-width: 900px)").matches) card?.scrollIntoView({ block: "nearest" })
  }

  /** @returns {Wish} */
  get #wish() {
    return readWish(readForm(this.#form), this.#data.known)
  }

  /** @param {Wish} wish */
  #set(wish) {
    fillForm(this.#form, wish)
    return this.#update()
  }

  async #readAddress() {
    const params = new URLSearchParams(location.search)
    if (!hasWish(params) && isBlank(this.#wish)) return
    await this.#data.load().catch(() => {})
    this.#set(readWish(params, this.#data.known))
  }

  #writeAddress() {
    clearTimeout(this.#addressTimer)
    this.#addressTimer = undefined
    writeFinder(writeWish(this.#wish))
  }

  async #update() {
    const turn = ++this.#turn
    clearTimeout(this.#addressTimer)
    this.#addressTimer = setTimeout(() => this.#writeAddress(), ADDRESS_DELAY_MS)
    try {
      if (!this.#data.isReady(this.#wish)) await this.#data.load(this.#wish)
    } catch {
      return this.#screen.note(say("data_missing"))
    }
    // Another keystroke may have come while the data did.
    if (turn === this.#turn) this.#show(this.#wish)
  }

  /** @param {Wish} wish */
  #show(wish) {
    const findings = this.#data.find(wish, this.#here)
    const { ids } = /** @type {import("../lib/places.js").Places} */ (this.#data.places)
    this.#screen.show(wish, findings, this.#here)
    const idOf = (/** @type {number} */ i) => ids[i]
    this.emit("results", { ids: [...findings.yes, ...findings.ask].map(idOf), ask: findings.ask.map(idOf) })
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
    const door = /** @type {HTMLAnchorElement | null} */ (target.closest("a[data-categories]"))
    if (part) this.#takeBack(part)
    else if (target.closest("[data-clear]")) this.#set(BLANK)
    else if (target.closest("[data-more]")) this.#screen.showMore(this.#wish, this.#here)
    else if (target.closest("[data-near]")) this.#toggleNear()
    else if (door && !event.metaKey && !event.ctrlKey && !event.shiftKey) this.#enter(event, door)
  }

  /** @param {HTMLElement} button of a chip or of an advice */
  #takeBack({ dataset: { part = "", value = "" } }) {
    const name = /** @type {keyof Wish} */ (part)
    this.#set(part === "all" ? BLANK : without(this.#wish, { name, value }))
    this.querySelector("input")?.focus({ preventScroll: true })
  }

  /** A door of the page chooses its categories here, without leaving. @param {Event} event @param {HTMLAnchorElement} door */
  async #enter(event, door) {
    event.preventDefault()
    try {
      await this.#data.load()
    } catch {
      return location.assign(door.href)
    }
    await this.#set({ ...BLANK, theme: (door.dataset.categories ?? "").split(" ").filter(Boolean) })
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

  /** @param {import("../lib/distance.js").Position | null} here @param {string} note */
  #setHere(here, note) {
    this.#here = here
    this.querySelector("[data-near]")?.setAttribute("aria-pressed", String(here !== null))
    this.#screen.note(note)
    this.#update()
  }
}
