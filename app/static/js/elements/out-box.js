// "1 message waits for the network": what was typed on this phone and has not arrived yet. It is sent when the
// network is back; whoever wrote it can read it again, throw it away, or hand it over another way.

import { AppElement } from "../lib/element.js"
import { handOver, saveFile } from "../lib/handing.js"
import { LetterList } from "../lib/letter-list.js"
import { fileNameOf, mailOf, textOf } from "../lib/letter-text.js"
import { mailbox, mayHoldLetters, noteCount } from "../lib/mailbox.js"
import { say, sayCount } from "../lib/messages.js"

/** @typedef {import("../lib/letters.js").Letter} Letter */

export class OutBox extends AppElement {
  start() {
    this.#dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"))
    this.#list = new LetterList(this.#dialog)
    this.#stopWatching = mailbox().watch(() => this.#refresh())
    this.listen(window, "online")
    this.listen(document, "visibilitychange")
    this.listen(this, "click")
    this.#dialog.addEventListener("close", () => this.#closed(), { signal: this.signal })
    if (mayHoldLetters()) this.#send("now")
  }

  stop() {
    this.#stopWatching()
    clearTimeout(this.#timer)
  }

  #dialog = /** @type {HTMLDialogElement} */ (/** @type {unknown} */ (null))
  #list = /** @type {LetterList} */ (/** @type {unknown} */ (null))
  #stopWatching = () => {}
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer
  /** @type {Letter[]} */
  #letters = []

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(/** @type {HTMLElement} */ (event.target))
    else if (event.type === "online" || document.visibilityState === "visible") this.#send("now")
  }

  // Private

  /** @param {HTMLElement} target */
  #press(target) {
    const { do: action = "", key = "" } = target.closest("button")?.dataset ?? {}
    // A click on the dialog itself, not on what it holds, is one beside the sheet.
    if (target === this.#dialog) this.#dialog.close()
    this.#actions[action]?.(key)
  }

  /** @type {Record<string, (key: string) => unknown>} */
  #actions = {
    open: () => {
      this.#list.draw(this.#letters)
      this.#dialog.showModal()
    },
    close: () => this.#dialog.close(),
    send: () => this.#sendAsked(),
    remove: (key) => this.#list.remove(key, () => mailbox().remove(key)),
    undo: (key) => this.#list.restore(key, (letter) => mailbox().keep(letter)),
    share: () => this.#share(),
    file: () => saveFile(textOf(this.#letters), fileNameOf(this.#letters)),
  }

  /** @param {import("../lib/outbox.js").Urgency} urgency */
  async #send(urgency) {
    try {
      this.#show(await mailbox().sendAll(urgency))
    } catch {
      // This phone keeps nothing: nothing waits here.
    }
  }

  async #refresh() {
    this.#show(await mailbox().all())
  }

  async #sendAsked() {
    this.#list.say(say("outbox_trying"))
    await this.#send("asked")
    this.#list.say(this.#letters.length ? say("outbox_stays") : say("outbox_all_gone"))
  }

  async #share() {
    const text = textOf(this.#letters)
    if ((await handOver({ text }, text)) === "copied") this.#list.say(say("outbox_copied"))
  }

  /** @param {Letter[]} letters */
  #show(letters) {
    this.#letters = letters
    const refused = letters.filter((letter) => letter.refused).length
    const waiting = letters.length - refused
    this.#find("[data-words]").textContent = waiting ? sayCount("outbox_waiting", waiting) : sayCount("outbox_refused", refused)
    this.dataset.count = String(letters.length)
    this.hidden = letters.length === 0 && !this.#dialog.open
    noteCount(letters.length)
    this.#offer()
    this.#plan(letters)
  }

  #offer() {
    const mail = /** @type {HTMLAnchorElement} */ (this.#find("[data-mail]"))
    const address = mailOf(this.#letters, document.title)
    mail.hidden = address === ""
    mail.href = address || "#"
    for (const button of this.#dialog.querySelectorAll(".sheet-foot button")) button.toggleAttribute("disabled", this.#letters.length === 0)
    if (this.#dialog.open) this.#list.draw(this.#letters)
  }

  /** Try again when the first wait is over, while the page is open. @param {Letter[]} letters */
  #plan(letters) {
    clearTimeout(this.#timer)
    const next = Math.min(...letters.filter((letter) => !letter.refused).map((letter) => letter.next))
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#send("due"), Math.max(1000, next - Date.now()))
  }

  #closed() {
    this.#list.forget()
    this.hidden = this.#letters.length === 0
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
