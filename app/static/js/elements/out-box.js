// "1 message waits for the network": what was typed on this phone and has not arrived yet is sent when the network is
// back. Pages with a form have the sheet where it can be read again, thrown away, or handed over another way; other
// pages lead to the one that it was written on.

import { Alarm } from "../outbox/alarm.js"
import { SuggestionList } from "../outbox/list.js"
import { hasNoted, pageOutbox, mayHoldSuggestions, noteCount } from "../outbox/page-outbox.js"
import { fileNameOf, textOf } from "../outbox/text.js"
import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { handOver, saveFile } from "../page/sharing.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion */

const LOOK_AGAIN_MS = 5_000
/** On a phone that keeps nothing, nothing waits. @type {Suggestion[]} */
const NOTHING_KEPT = []

export class OutBox extends AppElement {
  start() {
    this.#sheet = document.querySelector("dialog.outbox")
    this.#list = this.#sheet && new SuggestionList(this.#sheet)
    this.#stopWatching = pageOutbox().watch(() => this.#refresh())
    this.listen(window, "online")
    this.listen(document, "visibilitychange")
    this.listen(this, "click")
    if (this.#sheet) this.listen(this.#sheet, "click")
    if (this.#sheet) this.listen(this.#sheet, "close")
    if (mayHoldSuggestions()) this.#begin()
  }

  stop() {
    this.#stopWatching()
    this.#alarm.clear()
  }

  /** @type {HTMLDialogElement | null} */
  #sheet = null
  /** @type {SuggestionList | null} */
  #list = null
  #stopWatching = () => {}
  #alarm = new Alarm(() => this.#send("due"))
  /** @type {Suggestion[]} */
  #suggestions = []
  #looks = 0

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(event)
    else if (event.type === "close") this.#list?.forget()
    else if (event.type === "online" || document.visibilityState === "visible") this.#send("now")
  }

  // Private

  /** @param {Event} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    const { do: action = "", key = "" } = target.closest("button")?.dataset ?? {}
    if (this.#sheet && target.closest('[href="#outbox"]')) {
      event.preventDefault()
      this.#open()
    }
    // A click on the dialog itself, not on what it holds, is one beside the sheet.
    if (target === this.#sheet) this.#sheet.close()
    this.#actions[action]?.(key)
  }

  /** @type {Record<string, (key: string) => unknown>} */
  #actions = {
    close: () => this.#sheet?.close(),
    send: () => this.#sendAsked(),
    remove: (key) => this.#list?.remove(key, () => pageOutbox().remove(key)),
    undo: (key) => this.#list?.restore(key, (suggestion) => pageOutbox().keep(suggestion)),
    share: () => this.#share(),
    file: () => saveFile(textOf(this.#suggestions), fileNameOf(this.#suggestions)),
  }

  /** Somebody who comes from another page to see what waits sees it, whatever the network does. */
  async #begin() {
    const suggestions = await this.#refresh()
    if (location.hash === "#outbox" && suggestions.length) this.#open()
    this.#send("now")
  }

  #open() {
    this.#list?.draw(this.#suggestions)
    this.#sheet?.showModal()
  }

  /** @param {import("../outbox/outbox.js").Urgency} urgency */
  async #send(urgency) {
    // A phone that keeps nothing has nothing to send.
    await pageOutbox().sendAll(urgency).catch(() => undefined)
    return this.#refresh()
  }

  /** Each change asks again; only the last look counts, for an earlier one may be slower. */
  async #refresh() {
    const look = ++this.#looks
    const suggestions = await pageOutbox().all().catch(() => null)
    if (look === this.#looks && suggestions) this.#show(suggestions)
    // A phone too busy to open its storage has not lost what waits there.
    if (!suggestions && hasNoted()) this.#alarm.set(Date.now() + LOOK_AGAIN_MS)
    return suggestions ?? NOTHING_KEPT
  }

  async #sendAsked() {
    this.#list?.say(say("outbox_trying"))
    const left = await this.#send("asked")
    // Refused suggestions bear the server's own sentence.
    if (left.some((suggestion) => !suggestion.refused)) this.#list?.say(say("outbox_stays"))
    else this.#list?.say(left.length ? "" : say("outbox_all_gone"))
  }

  async #share() {
    const text = textOf(this.#suggestions)
    if ((await handOver({ text }, text)) === "copied") this.#list?.say(say("outbox_copied"))
  }

  /** @param {Suggestion[]} suggestions */
  #show(suggestions) {
    this.#suggestions = suggestions
    const refused = suggestions.filter((suggestion) => suggestion.refused).length
    const waiting = suggestions.length - refused
    this.#find("[data-words]").textContent = waiting ? sayCount("outbox_waiting", waiting) : sayCount("outbox_refused", refused)
    this.dataset.count = String(suggestions.length)
    this.hidden = suggestions.length === 0
    noteCount(suggestions.length)
    this.#lead()
    this.#plan(suggestions)
  }

  /** Lead to the sheet, here or on the page where the first suggestion was written. */
  #lead() {
    const link = /** @type {HTMLAnchorElement} */ (this.#find("a"))
    link.href = this.#sheet ? "#outbox" : `${this.#suggestions[0]?.page ?? ""}#outbox`
    if (this.#sheet?.open) this.#list?.draw(this.#suggestions)
  }

  /** Try again when the first wait is over, while the page is open. @param {Suggestion[]} suggestions */
  #plan(suggestions) {
    this.#alarm.set(Math.min(...suggestions.filter((suggestion) => !suggestion.refused).map((suggestion) => suggestion.next)))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
