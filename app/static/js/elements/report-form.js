// "Something has changed? Tell us": what is typed is kept while it is typed; sent, it waits in the outbox until the
// server has it. Where nothing can be kept or nobody receives, the words are handed over another way.

import { showTicket } from "../outbox/suggestion-words.js"
import { pageOutbox, noteCount, wakeWorker } from "../outbox/page-outbox.js"
import { ReportDraft } from "../outbox/report.js"
import { fileNameOf, mailOf, textOf } from "../outbox/text.js"
import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { handOver, saveFile } from "../page/sharing.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion */

export class ReportForm extends AppElement {
  start() {
    // Where nobody receives, there is no form without script.
    this.hidden = false
    this.#report = new ReportDraft(this)
    if (this.#report.restore()) this.#showDraft()
    for (const type of ["submit", "input", "click"]) this.listen(this, type)
    this.#stopWatching = pageOutbox().watch(({ arrived }) => this.#hear(arrived))
  }

  stop() {
    this.#stopWatching()
  }

  #report = /** @type {ReportDraft} */ (/** @type {unknown} */ (null))
  #stopWatching = () => {}
  #isBusy = false
  /** The last one: on its way, waiting, or not sent for want of a place to keep it. @type {Suggestion | null} */
  #suggestion = null

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
    // The same words once more are the same suggestion: the server then stores it once.
    if (!this.#report.says(this.#suggestion)) this.#suggestion = this.#report.write()
    const suggestion = /** @type {Suggestion} */ (this.#suggestion)
    if (this.hasAttribute("data-static")) return this.#offer(suggestion, say("outbox_static"))
    this.#isBusy = true
    this.#send(suggestion).finally(() => (this.#isBusy = false))
  }

  #type() {
    this.#report.keepDraft()
    if (this.#report.isTooLong) this.#note(this.#report.fault, "wrong")
    else this.#find("[data-note]").hidden = true
  }

  /** @param {string | undefined} action */
  async #press(action) {
    if (!action || !this.#suggestion) return
    const text = textOf([this.#suggestion])
    if (action === "file") saveFile(text, fileNameOf([this.#suggestion]))
    else if ((await handOver({ text }, text)) === "copied") this.#note(say("outbox_copied"), "sent")
  }

  /** @param {Suggestion} suggestion */
  async #send(suggestion) {
    try {
      await pageOutbox().keep(suggestion)
    } catch {
      return this.#sendUnkept(suggestion)
    }
    this.#report.clear()
    noteCount(1)
    this.#note(say("outbox_sending"), "kept")
    wakeWorker()
    await this.#tell(suggestion.key, await pageOutbox().sendAll("now").catch(() => [suggestion]))
  }

  /** A private window, a full phone: the text stays in the form until the server has it. @param {Suggestion} suggestion */
  async #sendUnkept(suggestion) {
    this.#note(say("outbox_unkept_sending"), "kept")
    const { outcome, sentence, ticket } = await pageOutbox().post(suggestion)
    if (outcome === "arrived") this.#thank(ticket)
    else if (outcome === "refused") this.#note(sentence, "wrong")
    else this.#offer(suggestion, say("outbox_unkept"))
  }

  /** @param {string} key @param {Suggestion[]} left */
  async #tell(key, left) {
    const held = left.find((suggestion) => suggestion.key === key)
    const waiting = left.filter((suggestion) => !suggestion.refused).length
    if (!held) this.#thank(await pageOutbox().received.ticketOf(key))
    else if (held.refused) this.#note(`${held.refused} ${say("outbox_refused_kept")}`, "wrong")
    else this.#note(sayCount("outbox_kept", waiting), "kept")
  }

  /** A suggestion that waited may arrive while the page is still open. @param {string | null} arrived */
  async #hear(arrived) {
    if (arrived && arrived === this.#suggestion?.key && !this.#isBusy) this.#thank(await pageOutbox().received.ticketOf(arrived))
  }

  #thank(ticket = "") {
    // What was typed since for another message stays.
    if (this.#report.says(this.#suggestion)) this.#report.clear()
    this.#find("[data-hand]").hidden = true
    this.#suggestion = null
    this.#note(ticket ? say("outbox_thanks_ticket", { ticket: showTicket(ticket) }) : say("outbox_thanks"), "sent")
  }

  /** @param {Suggestion} suggestion @param {string} words why the phone does not send it */
  #offer(suggestion, words) {
    const text = /** @type {HTMLTextAreaElement} */ (this.#find("[data-hand-text]"))
    const mail = /** @type {HTMLAnchorElement} */ (this.#find("[data-mail]"))
    text.value = textOf([suggestion])
    mail.href = mailOf([suggestion], document.title) || "#"
    mail.hidden = !suggestion.email
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
