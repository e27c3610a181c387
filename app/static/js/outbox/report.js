// The form of a report: what is filled in, kept as a draft while it is typed, and the suggestion it makes.

import { SAYS_ENOUGH } from "../generated/suggestion.js"
import { recall, remember } from "../page/memory.js"
import { pageLanguage, say } from "../page/messages.js"
import { newKey } from "./outbox.js"
import { wellFormed } from "./text.js"

/** @typedef {import("./store.js").Suggestion} Suggestion */

export class ReportDraft {
  /** @param {HTMLElement} element around the form, with `data-about`, `data-email` and `data-most` */
  constructor(element) {
    this.#form = /** @type {HTMLFormElement} */ (element.querySelector("form"))
    this.#known = element.dataset
  }

  #form
  #known

  /** @returns {Suggestion} */
  write() {
    const { kind, text, ...about } = this.#fields()
    const typed = new Date().toISOString()
    const lang = pageLanguage().split("-u-")[0]
    const body = { ...about, ...(kind && { kind }), text: wellFormed(text), lang, edition: editionSeen(), typed }
    const words = { about: this.#known.about ?? "", what: this.#what(), email: this.#known.email ?? "" }
    return { key: newKey(), typed, ...words, page: location.origin + location.pathname, body, tries: 0, next: 0, refused: "" }
  }

  /** Whether the form still says what a suggestion says. @param {Suggestion | null} suggestion */
  says(suggestion) {
    const { kind = "", text } = this.#fields()
    return wellFormed(text) === suggestion?.body.text && kind === (suggestion?.body.kind ?? "")
  }

  /** @returns {string} what hinders it from being sent, in a sentence; "" when nothing does */
  get fault() {
    const { kind = "", text } = this.#fields()
    if (text.trim().length > this.#most) return say("outbox_long", { most: this.#most })
    return text.trim() || SAYS_ENOUGH.includes(kind) ? "" : say("outbox_empty")
  }

  get isTooLong() {
    return this.#fields().text.trim().length > this.#most
  }

  keepDraft() {
    const { kind, text } = this.#fields()
    remember(this.#draft, text || kind ? JSON.stringify({ kind, text }) : "")
  }

  /** Fill in what was typed before the phone closed the page. @returns {boolean} whether there was something */
  restore() {
    const draft = JSON.parse(recall(this.#draft) || "null")
    if (!draft) return false
    const choice = [...this.#form.querySelectorAll("input")].find(({ type, value }) => type === "radio" && value === draft.kind)
    if (choice) choice.checked = true
    const text = /** @type {HTMLTextAreaElement} */ (this.#form.querySelector("textarea"))
    text.value = draft.text
    return true
  }

  clear() {
    this.#form.reset()
    remember(this.#draft, "")
  }

  // Private

  /** @returns {Record<string, string>} what is filled in */
  #fields() {
    const all = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)])
    return { text: "", ...Object.fromEntries(all.filter(([, value]) => value)) }
  }

  #what() {
    return this.#form.querySelector("[name=kind]:checked")?.closest("label")?.textContent?.trim() ?? ""
  }

  get #most() {
    return Number(this.#known.most)
  }

  get #draft() {
    return `draft:${location.pathname}`
  }
}

/** @returns {number | null} the edition that the reader sees */
export function editionSeen() {
  return Number(/** @type {HTMLElement | null} */ (document.querySelector("[data-edition]"))?.dataset.edition) || null
}
