// The notes of who leads: sealed in public, opened on this phone with a code, shown for the stop that comes next.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"
import { canOpen, keyOf, readLeaderCode, textsOf } from "./leader-pack.js"
import { drawList } from "./leader-list.js"
import { show, write } from "./text.js"
import { WalkRows } from "./walk-rows.js"

/** Whatever a phone's speed, guessing is slow. */
const TRY_MS = 100

/** @typedef {import("./leader-pack.js").Sealed} Sealed @typedef {import("./leader-pack.js").Texts} Texts */

export class LeaderNotes extends AppElement {
  start() {
    this.listen(this, "submit")
    this.listen(this, "click")
    this.#walk.observe(this.#leading, { attributeFilter: ["data-stop", "data-state"] })
    // It starts again when it moves to where the walk is led.
    if (this.#isStarted) return
    this.#isStarted = true
    this.#open()
  }

  stop() {
    this.#walk.disconnect()
  }

  /** The sealed pack and its key, so that it opens again without network or code: the texts themselves are never written down. */
  #opened = new WalkRows("leaders", "opened")
  #isStarted = false
  /** @type {Texts | undefined} */ #texts
  #walk = new MutationObserver(() => this.#turn())

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#ask(event)
    else if (/** @type {HTMLElement} */ (event.target).closest("[data-leader-close]")) this.#close()
  }

  // Private

  /** @param {Event} event */
  #ask(event) {
    event.preventDefault()
    const code = readLeaderCode(/** @type {HTMLInputElement} */ (this.#one("input")).value)
    if (code) this.#try(code)
    else this.#tell("lead_notes_no_code")
  }

  /** What was opened before opens by itself. */
  async #open() {
    if (!canOpen()) {
      show(this.#one("form"), false)
      return this.#tell("lead_notes_no_https")
    }
    const opened = await this.#opened.get(this.#of).catch(() => undefined)
    if (!opened) return
    this.#show(await textsOf(opened.sealed, opened.key))
    this.#compare(opened.sealed)
  }

  /** Notes may have changed since: those of this phone stay, and their leader asks for the new code. @param {Sealed} kept */
  async #compare(kept) {
    const sealed = await this.#fetched().catch(() => null)
    if (!sealed || sealed.salt === kept.salt) return
    this.#tell("lead_notes_changed")
    show(this.#one("form"), true)
  }

  /** @param {string} code */
  async #try(code) {
    const button = /** @type {HTMLButtonElement} */ (this.#one("form button"))
    button.disabled = true
    this.#tell("lead_notes_opening")
    const slow = new Promise((resolve) => setTimeout(resolve, TRY_MS))
    const told = await this.#tried(code)
    await slow
    button.disabled = false
    this.#tell(told)
  }

  /** @param {string} code @returns {Promise<string>} what is to be said: nothing when the notes are open */
  async #tried(code) {
    const sealed = await this.#fetched().catch(() => undefined)
    if (!sealed) return sealed === null ? "lead_notes_none" : "lead_notes_no_network"
    const key = await keyOf(sealed, code)
    const texts = await textsOf(sealed, key).catch(() => null)
    if (!texts) return "lead_notes_wrong"
    this.#show(texts)
    return this.#opened.put({ walk: this.#of, sealed, key }).then(() => "", () => "lead_notes_unkept")
  }

  /** @returns {Promise<Sealed | null>} null for a walk without notes; rejected without network */
  async #fetched() {
    const response = await fetch(baseOf() + this.dataset.sealed, { cache: "no-cache" })
    if (response.status === 404) return null
    return response.json()
  }

  /** @param {Texts} texts */
  #show(texts) {
    this.#texts = texts
    show(this.#one("form"), false)
    show(this.#one("[data-leader-close]"), true)
    this.#tell("")
    this.#turn()
  }

  async #close() {
    await this.#opened.delete(this.#of).catch(() => undefined)
    this.#texts = undefined
    this.#one("[data-leader-list]").replaceChildren()
    show(this.#one("[data-leader-close]"), false)
    show(this.#one("form"), true)
    const input = /** @type {HTMLInputElement} */ (this.#one("input"))
    input.value = ""
    input.focus()
  }

  /** While a walk is led the notes stand with what belongs to its next stop. */
  #turn() {
    const leading = this.#leading
    const place = leading.querySelector("[data-leader-place]")
    if (leading.dataset.state === "leading" && place && this.parentElement !== place) place.append(this)
    if (this.#texts) drawList(this.#one("[data-leader-list]"), this.#texts, leading, Number(leading.dataset.stop ?? 0))
  }

  /** @param {string} key of a sentence, or "" */
  #tell(key) {
    const line = this.#one("[data-leader-told]")
    write(line, key && say(key))
    show(line, Boolean(key))
  }

  get #of() {
    return this.dataset.of ?? ""
  }

  get #leading() {
    return /** @type {HTMLElement} */ (this.closest("walk-leading"))
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
