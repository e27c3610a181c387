// What the card of a pack shows of its facts.

import { thisBrowser } from "../page/browser.js"
import { say } from "../page/messages.js"
import { bytesOf, entriesOf } from "./manifest.js"
import { isSpared } from "./support.js"
import { actionOf, amountOf, lineOf, sayBytes, sayMoment } from "./words.js"

/** @typedef {import("./words.js").Facts} Facts */

/** When to say how a site comes to the home screen: on an iPhone first and always, since what Safari keeps stays there. */
const BEFORE = ["in_app"]
const AFTER = ["android", "samsung", "firefox"]

export class PackScreen {
  /** @param {HTMLElement} card */
  constructor(card) {
    this.#card = card
    this.#title = this.#one("[data-title]").textContent ?? ""
  }

  #card
  #title

  /** @returns {string[]} the languages chosen */
  get chosen() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value)
  }

  /** @param {readonly string[]} languages these and no others */
  choose(languages) {
    for (const box of this.#boxes) box.checked = languages.includes(box.value)
  }

  /** Say why nothing can be kept here. @param {string} obstacle */
  explain(obstacle) {
    this.#card.dataset.state = "unavailable"
    write(this.#one("[data-line]"), say(`pack_${obstacle}`))
    for (const part of ["[data-manage]", "[data-main]"]) this.#one(part).hidden = true
  }

  /** @param {Facts} facts @param {{ isOurs: boolean }} more whether this tab is the one that keeps */
  draw(facts, { isOurs }) {
    const isBusy = ["downloading", "verifying"].includes(facts.state)
    const held = this.#card.contains(document.activeElement) ? document.activeElement : null
    const total = facts.total || facts.need || 0
    Object.assign(this.#card.dataset, { state: facts.state, bytes: facts.bytes, total, reason: facts.reason ?? "" })
    write(this.#one("[data-title]"), facts.kept ? say("pack_title_kept") : this.#title)
    write(this.#one("[data-line]"), lineOf(facts))
    write(this.#one("[data-amount]"), amountOf(facts))
    this.#drawProgress(facts)
    const action = actionOf(facts)
    const main = /** @type {HTMLButtonElement} */ (this.#one("[data-main]"))
    write(this.#one("[data-action]"), action)
    main.hidden = action === ""
    main.disabled = this.chosen.length === 0
    this.#one("[data-stop]").hidden = !isBusy || !isOurs
    this.#drawMore(facts, isBusy)
    this.#drawInstall(facts)
    if (held?.checkVisibility?.() === false) this.#hold()
  }

  /** Ask before forgetting, or take the question back. @param {boolean} isAsked */
  askSure(isAsked) {
    this.#one("[data-sure]").hidden = !isAsked
    this.#one("[data-tools]").hidden = isAsked
    const focus = isAsked ? "[data-do=delete]" : "[data-do=ask]"
    this.#one(focus).focus()
  }

  /** Who pressed a button that is gone now finds the next one. */
  #hold() {
    const next = ["[data-main]", "[data-stop]", "summary"].map((selector) => this.#one(selector))
    next.find((one) => one.checkVisibility())?.focus()
  }

  get #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.#card.querySelectorAll("[name=keep]")])
  }

  /** @param {Facts} facts */
  #drawProgress({ state, bytes, total }) {
    const bar = /** @type {HTMLProgressElement} */ (this.#one("[data-progress]"))
    bar.hidden = !["downloading", "verifying"].includes(state)
    Object.assign(bar, state === "verifying" ? { max: 1, value: 1 } : { max: total || 1, value: bytes })
  }

  /** @param {Facts} facts @param {boolean} isBusy */
  #drawMore({ kept }, isBusy) {
    const more = /** @type {HTMLDetailsElement} */ (this.#one("[data-manage]"))
    const wasKept = this.#card.hasAttribute("data-kept")
    this.#card.toggleAttribute("data-kept", kept !== null)
    more.hidden = isBusy
    if (wasKept !== (kept !== null)) more.open = kept === null
    if (kept) this.#drawKept(kept)
  }

  /** @param {import("./store.js").Kept} kept */
  #drawKept({ manifest, languages, verifiedAt }) {
    const size = sayBytes(bytesOf(entriesOf(manifest, languages)))
    write(this.#one("[data-size]"), size)
    write(this.#one("[data-checked]"), say("pack_checked", { moment: sayMoment(verifiedAt) }))
    write(this.#one("[data-question]"), say("pack_sure", { size }))
    isSpared().then((isSafe) => write(this.#one("[data-spared]"), say(isSafe ? "pack_spared" : "pack_not_spared")))
  }

  /** @param {Facts} facts */
  #drawInstall({ kept }) {
    const browser = thisBrowser()
    const isTime = browser === "ios" || (kept ? AFTER : BEFORE).includes(browser)
    const advice = this.#one("[data-install]")
    advice.hidden = !isTime
    if (isTime) write(advice, say(`pack_install_${browser}`))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.#card.querySelector(selector))
  }
}

// Private

/** @param {HTMLElement} element @param {string} words none hide it */
function write(element, words) {
  if (element.textContent !== words) element.textContent = words
  element.hidden = words === ""
}
