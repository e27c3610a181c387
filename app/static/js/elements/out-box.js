// "1 message waits for the network": what was typed on this phone and has not arrived yet is sent when the network is
// back. Pages with a form have the sheet where it can be read again, thrown away, or handed over another way; other
// pages lead to the one that it was written on.

import { AppElement } from "../lib/element.js"
import { handOver, saveFile } from "../lib/handing.js"
import { LetterList } from "../lib/letter-list.js"
import { fileNameOf, textOf } from "../lib/letter-text.js"
import { mailbox, mayHoldLetters, noteCount } from "../lib/mailbox.js"
import { say, sayCount } from "../lib/messages.js"

/** @typedef {import("../lib/letters.js").Letter} Letter */

/** On a phone that keeps nothing, nothing waits. @type {Letter[]} */
const NOTHING_KEPT = []

export class OutBox extends AppElement {
  start() {
    this.#sheet = document.querySelector("dialog.outbox")
    this.#list = this.#sheet && new LetterList(this.#sheet)
    this.#stopWatching = mailbox().watch(() => this.#refresh())
    this.listen(window, "online")
    this.listen(document, "visibilitychange")
    this.listen(this, "click")
    if (this.#sheet) this.listen(this.#sheet, "click")
    if (this.#sheet) this.listen(this.#sheet, "close")
    if (mayHoldLetters()) this.#begin()
  }

  stop() {
    this.#stopWatching()
    clearTimeout(this.#timer)
  }

  /** @type {HTMLDialogElement | null} */
  #sheet = null
  /** @type {LetterList | null} */
  #list = null
  #stopWatching = () => {}
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer
  /** @type {Letter[]} */
  #letters = []
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
    remove: (key) => this.#list?.remove(key, () => mailbox().remove(key)),
    undo: (key) => this.#list?.restore(key, (letter) => mailbox().keep(letter)),
    share: () => this.#share(),
    file: () => saveFile(textOf(this.#letters), fileNameOf(this.#letters)),
  }

  /** Somebody who comes from another page to see what waits sees it, whatever the network does. */
  async #begin() {
    const letters = await this.#refresh()
    if (location.hash === "#outbox" && letters.length) this.#open()
    this.#send("now")
  }

  #open() {
    this.#list?.draw(this.#letters)
    this.#sheet?.showModal()
  }

  /** @param {import("../lib/outbox.js").Urgency} urgency */
  async #send(urgency) {
    // A phone that keeps nothing has nothing to send.
    await mailbox().sendAll(urgency).catch(() => undefined)
    return this.#refresh()
  }

  /** Each change asks again; only the last look counts, for an earlier one may be slower. */
  async #refresh() {
    const look = ++this.#looks
    const letters = await mailbox().all().catch(() => NOTHING_KEPT)
    if (look === this.#looks) this.#show(letters)
    return letters
  }

  async #sendAsked() {
    this.#list?.say(say("outbox_trying"))
    const left = await this.#send("asked")
    // Refused letters bear the server's own sentence.
    if (left.some((letter) => !letter.refused)) this.#list?.say(say("outbox_stays"))
    else this.#list?.say(left.length ? "" : say("outbox_all_gone"))
  }

  async #share() {
    const text = textOf(this.#letters)
    if ((await handOver({ text }, text)) === "copied") this.#list?.say(say("outbox_copied"))
  }

  /** @param {Letter[]} letters */
  #show(letters) {
    this.#letters = letters
    const refused = letters.filter((letter) => letter.refused).length
    const waiting = letters.length - refused
    this.#find("[data-words]").textContent = waiting ? sayCount("outbox_waiting", waiting) : sayCount("outbox_refused", refused)
    this.dataset.count = String(letters.length)
    this.hidden = letters.length === 0
    noteCount(letters.length)
    this.#lead()
    this.#plan(letters)
  }

  /** Lead to the sheet, here or on the page where the first letter was written. */
  #lead() {
    const link = /** @type {HTMLAnchorElement} */ (this.#find("a"))
    link.href = this.#sheet ? "#outbox" : `${this.#letters[0]?.page ?? ""}#outbox`
    if (this.#sheet?.open) this.#list?.draw(this.#letters)
  }

  /** Try again when the first wait is over, while the page is open. @param {Letter[]} letters */
  #plan(letters) {
    clearTimeout(this.#timer)
    const next = Math.min(...letters.filter((letter) => !letter.refused).map((letter) => letter.next))
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#send("due"), Math.max(1000, next - Date.now()))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
