// The card of one door: each fact as it is said now, and what may be answered. Every answer is kept as it is tapped.

import { PhotoPart } from "../leading/photo-part.js"
import { show, write } from "../leading/text.js"
import { say } from "../page/messages.js"
import { clone, factRow } from "./fact-row.js"
import { lookHere } from "./here.js"

/**
 * @typedef {import("./store.js").Card} Card
 * @typedef {import("./store.js").Draft} Draft
 */

export class DoorCard {
  /** @param {HTMLElement} host holds the card and its templates @param {Card} card @param {Draft} draft @param {{ lang: string, changed: () => unknown }} of the round */
  constructor(host, card, draft, { lang, changed }) {
    this.#host = host
    this.card = card
    this.draft = draft
    this.#changed = changed
    this.#lang = lang
    this.element = clone(host, "template[data-card]")
    this.photo = new PhotoPart(this.element, photoOf(card.place))
    this.#draw()
    // A photo is there once it is shot, which takes the phone a moment.
    new MutationObserver(() => this.#mark()).observe(this.#one("[data-photo-shot]"), { attributeFilter: ["hidden"] })
    void this.photo.takeUp([])
    this.element.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
    this.element.addEventListener("input", (event) => this.#type(/** @type {HTMLInputElement} */ (event.target)))
  }

  #host
  #changed
  #lang

  get hasPhoto() {
    return !this.#one("[data-photo-shot]").hidden
  }

  /** Whether anything was answered: else one button says that all is true. */
  get isTouched() {
    return Object.keys(this.draft.answers).length > 0 || this.draft.whole !== null || this.hasPhoto || this.draft.text.trim() !== ""
  }

  close() {
    this.photo.close()
    this.element.remove()
  }

  /** Where the phone is stays here: whether that is at the door goes along. */
  async look() {
    const { onSite, words } = await lookHere(this.card.at)
    this.draft.onSite = onSite
    write(this.#one("[data-near]"), words)
  }

  /** @param {string} words */
  tellFault(words) {
    write(this.#one("[data-fault]"), words)
    show(this.#one("[data-fault]"), words !== "")
  }

  // Private

  #draw() {
    const { card, draft } = this
    write(this.#one("[data-name]"), card.name)
    write(this.#one("[data-address]"), card.address)
    Object.assign(this.#one("[data-facts]"), { lang: this.#lang })
    this.#one("[data-facts]").replaceChildren(...card.facts.map((fact) => factRow(this.#host, fact, draft.answers[fact.path]?.wanted ?? "")))
    this.#one("[data-text]").value = draft.text
    this.#one("[data-until]").value = draft.whole?.wanted ?? ""
    this.#mark()
  }

  /** @param {HTMLElement | null} button */
  #press(button) {
    const { answer, whole } = button?.dataset ?? {}
    const path = button?.closest("[data-path]")?.getAttribute("data-path") ?? ""
    if (answer) this.#answer(path, answer)
    if (whole) this.draft.whole = this.draft.whole?.answer === whole ? null : { answer: whole, wanted: whole === "closed_until" ? this.#one("[data-until]").value : "" }
    if (answer || whole || button?.dataset.photoDo) this.#mark()
    if (answer === "changed" && this.draft.answers[path]) this.#row(path).querySelector("textarea")?.focus()
  }

  /** The same tap again takes an answer back. @param {string} path @param {string} answer */
  #answer(path, answer) {
    const { answers } = this.draft
    if (answers[path]?.answer === answer) delete answers[path]
    else answers[path] = { answer, wanted: answer === "changed" ? /** @type {HTMLTextAreaElement} */ (this.#row(path).querySelector("textarea")).value : "" }
  }

  /** @param {HTMLInputElement} field */
  #type(field) {
    const path = field.closest("[data-path]")?.getAttribute("data-path") ?? ""
    if (field.matches("[data-text]")) this.draft.text = field.value
    else if (field.matches("[data-until]")) this.draft.whole = { answer: "closed_until", wanted: field.value }
    else if (this.draft.answers[path]) this.draft.answers[path].wanted = field.value
    this.#mark()
  }

  #mark() {
    const { answers, whole } = this.draft
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-path]"))) {
      const given = answers[row.dataset.path ?? ""]?.answer
      for (const button of row.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.answer === given))
      show(/** @type {HTMLElement} */ (row.querySelector("[data-wanted]")), given === "changed")
    }
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-whole]"))) button.setAttribute("aria-pressed", String(button.dataset.whole === whole?.answer))
    show(this.#one("[data-until-part]"), whole?.answer === "closed_until")
    // What was said there must be seen, a photo that came back too.
    if (whole || this.hasPhoto || this.draft.text) this.#one(".round-more").open = true
    const isEmptied = whole !== null && whole.answer !== "closed_until"
    write(this.#one("[data-do=all] span"), say(this.isTouched ? "round_rest_true" : "round_all_true"))
    show(this.#one("[data-do=all]"), !isEmptied)
    show(this.#one("[data-do=only]"), this.isTouched)
    this.tellFault("")
    this.#changed()
  }

  /** @param {string} path @returns {HTMLElement} */
  #row(path) {
    return this.#one(`[data-path="${path}"]`)
  }

  /** @param {string} selector @returns {any} */
  #one(selector) {
    return this.element.querySelector(selector)
  }
}

/** @param {string} place @returns {string} what its photo is kept by while it waits for a record */
export function photoOf(place) {
  return `round ${place}`
}
