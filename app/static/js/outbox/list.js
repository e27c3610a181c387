// The sheet of the outbox: what waits, one by one; one thrown away can be taken back while the sheet is open.

import { sayDate } from "../page/dates.js"
import { say } from "../page/messages.js"
import { mailOf } from "./text.js"

/** @typedef {import("./store.js").Suggestion} Suggestion */

export class SuggestionList {
  /** @param {HTMLElement} sheet with `[data-letters]`, a `<template>` of a suggestion, and `[data-said]` */
  constructor(sheet) {
    this.#sheet = sheet
  }

  #sheet
  /** @type {Suggestion[]} */
  #suggestions = []
  /** Thrown away since the sheet was opened. @type {Map<string, Suggestion>} */
  #gone = new Map()

  /** @param {Suggestion[]} suggestions */
  draw(suggestions) {
    this.#suggestions = suggestions
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key
    const all = [...suggestions, ...this.#gone.values()].sort((a, b) => (a.typed < b.typed ? -1 : 1))
    this.#find("[data-intro]").hidden = suggestions.length === 0
    this.#offer()
    this.#find("[data-letters]").replaceChildren(...all.map((suggestion) => this.#item(suggestion)))
    if (focused) /** @type {HTMLElement | null} */ (this.#sheet.querySelector(`[data-key="${focused}"]`))?.focus()
  }

  /** @param {string} key @param {() => Promise<void>} remove */
  async remove(key, remove) {
    const suggestion = this.#suggestions.find((each) => each.key === key)
    if (!suggestion) return
    this.#gone.set(key, suggestion)
    await remove()
  }

  /** @param {string} key @param {(suggestion: Suggestion) => Promise<void>} keep */
  async restore(key, keep) {
    const suggestion = this.#gone.get(key)
    if (!suggestion) return
    await keep(suggestion)
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
    const address = mailOf(this.#suggestions, document.title)
    mail.hidden = address === ""
    mail.href = address || "#"
    const foot = this.#find(".sheet-foot")
    const isHeld = foot.contains(document.activeElement)
    foot.hidden = this.#suggestions.length === 0
    if (foot.hidden && isHeld) this.#find("[data-do=close]").focus()
  }

  /** @param {Suggestion} suggestion @returns {HTMLElement} */
  #item(suggestion) {
    const template = /** @type {HTMLTemplateElement} */ (this.#sheet.querySelector("template"))
    const item = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true))
    const isGone = this.#gone.has(suggestion.key)
    const words = { about: [suggestion.about, suggestion.what, photoWords(suggestion)].filter(Boolean).join(" · "), text: String(suggestion.body.text), since: since(suggestion), refused: suggestion.refused }
    for (const [slot, text] of Object.entries(words)) {
      const place = /** @type {HTMLElement} */ (item.querySelector(`[data-slot="${slot}"]`))
      place.textContent = text
      place.hidden = text === "" || (isGone && slot !== "about")
    }
    label(/** @type {HTMLButtonElement} */ (item.querySelector("button")), suggestion, isGone)
    return item
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#sheet.querySelector(selector))
  }
}

// Private

/** @param {Suggestion} suggestion */
function since({ typed }) {
  const when = sayDate(new Date(typed), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  return say("outbox_since", { when })
}

/** @param {Suggestion} suggestion */
function photoWords({ photo, sent }) {
  return photo && say(sent ? "outbox_photo_left" : "outbox_photo")
}

/** @param {HTMLButtonElement} button @param {Suggestion} suggestion @param {boolean} isGone */
function label(button, { key }, isGone) {
  button.dataset.key = key
  if (!isGone) return
  button.dataset.do = "undo"
  button.textContent = say("outbox_undo")
}
