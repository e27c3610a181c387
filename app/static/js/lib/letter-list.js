// The sheet of the outbox: what waits, letter by letter; one thrown away can be taken back while the sheet is open.

import { mailOf } from "./letter-text.js"
import { pageLanguage, say } from "./messages.js"

/** @typedef {import("./letters.js").Letter} Letter */

export class LetterList {
  /** @param {HTMLElement} sheet with `[data-letters]`, a `<template>` of a letter, and `[data-said]` */
  constructor(sheet) {
    this.#sheet = sheet
  }

  #sheet
  /** @type {Letter[]} */
  #letters = []
  /** Thrown away since the sheet was opened. @type {Map<string, Letter>} */
  #gone = new Map()

  /** @param {Letter[]} letters */
  draw(letters) {
    this.#letters = letters
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key
    const all = [...letters, ...this.#gone.values()].sort((a, b) => (a.typed < b.typed ? -1 : 1))
    this.#find("[data-intro]").hidden = letters.length === 0
    this.#offer()
    this.#find("[data-letters]").replaceChildren(...all.map((letter) => this.#item(letter)))
    if (focused) /** @type {HTMLElement | null} */ (this.#sheet.querySelector(`[data-key="${focused}"]`))?.focus()
  }

  /** @param {string} key @param {() => Promise<void>} remove */
  async remove(key, remove) {
    const letter = this.#letters.find((each) => each.key === key)
    if (!letter) return
    this.#gone.set(key, letter)
    await remove()
  }

  /** @param {string} key @param {(letter: Letter) => Promise<void>} keep */
  async restore(key, keep) {
    const letter = this.#gone.get(key)
    if (!letter) return
    await keep(letter)
    this.#gone.delete(key)
  }

  forget() {
    this.#gone.clear()
    this.say("")
  }

  /** @param {string} words */
  say(words) {
    this.#find("[data-said]").textContent = words
  }

  // Private

  /** What can be done with all of them at once. */
  #offer() {
    const mail = /** @type {HTMLAnchorElement} */ (this.#find("[data-mail]"))
    const address = mailOf(this.#letters, document.title)
    mail.hidden = address === ""
    mail.href = address || "#"
    const foot = this.#find(".sheet-foot")
    const isHeld = foot.contains(document.activeElement)
    foot.hidden = this.#letters.length === 0
    if (foot.hidden && isHeld) this.#find("[data-do=close]").focus()
  }

  /** @param {Letter} letter @returns {HTMLElement} */
  #item(letter) {
    const template = /** @type {HTMLTemplateElement} */ (this.#sheet.querySelector("template"))
    const item = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true))
    const isGone = this.#gone.has(letter.key)
    const words = { about: [letter.about, letter.what].filter(Boolean).join(" · "), text: String(letter.body.text), since: since(letter), refused: letter.refused }
    for (const [slot, text] of Object.entries(words)) {
      const place = /** @type {HTMLElement} */ (item.querySelector(`[data-slot="${slot}"]`))
      place.textContent = text
      place.hidden = text === "" || (isGone && slot !== "about")
    }
    label(/** @type {HTMLButtonElement} */ (item.querySelector("button")), letter, isGone)
    return item
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#sheet.querySelector(selector))
  }
}

// Private

/** @param {Letter} letter */
function since({ typed }) {
  const when = new Intl.DateTimeFormat(pageLanguage(), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  return say("outbox_since", { when: when.format(new Date(typed)) })
}

/** @param {HTMLButtonElement} button @param {Letter} letter @param {boolean} isGone */
function label(button, { key }, isGone) {
  button.dataset.key = key
  if (!isGone) return
  button.dataset.do = "undo"
  button.textContent = say("outbox_undo")
}
