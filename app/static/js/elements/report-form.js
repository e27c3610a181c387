// "Something has changed? Tell us": what is typed is kept while it is typed; sent, it waits in the outbox until the
// server has it. Where nothing can be kept or nobody receives, the words are handed over another way.

import { AppElement } from "../lib/element.js"
import { handOver, saveFile } from "../lib/handing.js"
import { fileNameOf, mailOf, textOf } from "../lib/letter-text.js"
import { mailbox, noteCount, wakeWorker } from "../lib/mailbox.js"
import { say, sayCount } from "../lib/messages.js"
import { Report } from "../lib/report.js"

/** @typedef {import("../lib/letters.js").Letter} Letter */

export class ReportForm extends AppElement {
  start() {
    // Where nobody receives, there is no form without script.
    this.hidden = false
    this.#report = new Report(this)
    if (this.#report.restore()) this.#showDraft()
    for (const type of ["submit", "input", "click"]) this.listen(this, type)
    this.#stopWatching = mailbox().watch((arrived) => this.#hear(arrived))
  }

  stop() {
    this.#stopWatching()
  }

  #report = /** @type {Report} */ (/** @type {unknown} */ (null))
  #stopWatching = () => {}
  #isBusy = false
  /** The last one: on its way, waiting, or not sent for want of a place to keep it. @type {Letter | null} */
  #letter = null

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#submit(event)
    else if (event.type === "input") this.#type()
    else this.#press(/** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do)
  }

  // Private

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault()
    if (this.#isBusy) return
    const { fault } = this.#report
    if (fault) return this.#note(fault, "wrong")
    // The same words once more are the same letter: the server then stores it once.
    if (!this.#report.says(this.#letter)) this.#letter = this.#report.write()
    const letter = /** @type {Letter} */ (this.#letter)
    if (this.hasAttribute("data-static")) return this.#offer(letter, say("outbox_static"))
    this.#isBusy = true
    this.#send(letter).finally(() => (this.#isBusy = false))
  }

  #type() {
    this.#report.keepDraft()
    if (this.#report.isTooLong) this.#note(this.#report.fault, "wrong")
    else this.#find("[data-note]").hidden = true
  }

  /** @param {string | undefined} action */
  async #press(action) {
    if (!action || !this.#letter) return
    const text = textOf([this.#letter])
    if (action === "file") saveFile(text, fileNameOf([this.#letter]))
    else if ((await handOver({ text }, text)) === "copied") this.#note(say("outbox_copied"), "sent")
  }

  /** @param {Letter} letter */
  async #send(letter) {
    try {
      await mailbox().keep(letter)
    } catch {
      return this.#sendUnkept(letter)
    }
    this.#report.clear()
    noteCount(1)
    this.#note(say("outbox_sending"), "kept")
    wakeWorker()
    this.#tell(letter.key, await mailbox().sendAll("now").catch(() => [letter]))
  }

  /** A private window, a full phone: the text stays in the form until the server has it. @param {Letter} letter */
  async #sendUnkept(letter) {
    this.#note(say("outbox_unkept_sending"), "kept")
    const { outcome, sentence } = await mailbox().post(letter)
    if (outcome === "arrived") this.#thank()
    else if (outcome === "refused") this.#note(sentence, "wrong")
    else this.#offer(letter, say("outbox_unkept"))
  }

  /** @param {string} key @param {Letter[]} left */
  #tell(key, left) {
    const held = left.find((letter) => letter.key === key)
    const waiting = left.filter((letter) => !letter.refused).length
    if (!held) this.#thank()
    else if (held.refused) this.#note(`${held.refused} ${say("outbox_refused_kept")}`, "wrong")
    else this.#note(sayCount("outbox_kept", waiting), "kept")
  }

  /** A letter that waited may arrive while the page is still open. @param {string | null} arrived */
  #hear(arrived) {
    if (arrived && arrived === this.#letter?.key && !this.#isBusy) this.#thank()
  }

  #thank() {
    // What was typed since for another message stays.
    if (this.#report.says(this.#letter)) this.#report.clear()
    this.#find("[data-hand]").hidden = true
    this.#letter = null
    this.#note(say("outbox_thanks"), "sent")
  }

  /** @param {Letter} letter @param {string} words why the phone does not send it */
  #offer(letter, words) {
    const text = /** @type {HTMLTextAreaElement} */ (this.#find("[data-hand-text]"))
    const mail = /** @type {HTMLAnchorElement} */ (this.#find("[data-mail]"))
    text.value = textOf([letter])
    mail.href = mailOf([letter], document.title) || "#"
    mail.hidden = !letter.email
    this.#find("[data-hand]").hidden = false
    this.#note(words, "kept")
  }

  #showDraft() {
    this.closest("details")?.setAttribute("open", "")
    this.#noteQuietly(say("outbox_draft"), "kept")
  }

  /** Answer somebody who acts here. @param {string} words @param {"sent" | "kept" | "wrong"} state */
  #note(words, state) {
    this.#noteQuietly(words, state).scrollIntoView({ block: "nearest" })
  }

  /** @param {string} words @param {"sent" | "kept" | "wrong"} state */
  #noteQuietly(words, state) {
    const note = this.#find("[data-note]")
    note.hidden = false
    note.dataset.state = state
    note.textContent = words
    return note
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
