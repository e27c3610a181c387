// "What did you see here?": one tap is a note, written down before anything leaves the phone, taken back while it waits.

import { newKey } from "../outbox/outbox.js"
import { noteCount, pageOutbox, wakeWorker } from "../outbox/page-outbox.js"
import { recall, remember } from "../page/memory.js"
import { say, sayCount } from "../page/messages.js"
import { baseOf } from "../page/worker.js"
import { notesOf } from "./noted.js"
import { noteLine } from "./note-line.js"
import { observationOf } from "./observation.js"
import { sayClock, show, write } from "./text.js"

/** @typedef {import("./noted.js").Noted} Noted @typedef {import("./noted.js").Seen} Seen */

export class Notes {
  /** @param {HTMLElement} element @param {import("./session.js").Session} session */
  constructor(element, session) {
    this.session = session
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-notes]"))
    this.#isSent = !element.hasAttribute("data-static")
    this.#page = /** @type {HTMLAnchorElement} */ (element.querySelector("[data-walk-page]")).href
    this.#words = /** @type {HTMLTextAreaElement} */ (this.part.querySelector("textarea"))
    this.#words.value = recall(this.#draft) ?? ""
    this.#words.addEventListener("input", () => remember(this.#draft, this.#words.value))
    this.part.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
    pageOutbox().watch(() => this.#look())
    show(this.part, true)
    // What sends them: pages that have nothing to send do not carry it.
    if (this.#isSent) import(`${baseOf()}static/gen/mail.js`).catch(() => undefined)
    void this.#takeUp()
  }

  #isSent
  #page
  #words
  #shown = ""
  /** Keys of those that wait on this phone; null while nobody has looked. @type {Set<string> | null} */
  #waiting = null
  /** Keys of those that are being written down: shown once they would survive the phone's death. @type {Set<string>} */
  #unwritten = new Set()
  /** Keys of those that the phone would not keep. @type {Set<string>} */
  #unkept = new Set()

  show() {
    const { led, entries } = this.session
    const notes = notesOf(entries).filter(({ key, stop }) => stop === led.last && !this.#unwritten.has(key))
    const now = JSON.stringify([led.last, notes, [...(this.#waiting ?? [])], [...this.#unkept]])
    if (now === this.#shown) return
    this.#shown = now
    this.#one("[data-noted]").replaceChildren(...notes.map((note) => this.#item(note)))
  }

  // Private

  get #draft() {
    return `note:${this.session.data.walk}`
  }

  /** @param {HTMLElement | null} button */
  #press(button) {
    const { seen, unnote } = button?.dataset ?? {}
    if (seen) void this.#note(/** @type {Seen} */ (seen))
    if (unnote) void this.#takeBack(unnote)
  }

  /** @param {Seen} seen */
  async #note(seen) {
    const note = { key: newKey(), stop: this.session.led.last, seen, text: this.#words.value.trim() }
    this.#words.value = ""
    remember(this.#draft, "")
    this.#unwritten.add(note.key)
    await this.session.act("note", { note })
    this.#unwritten.delete(note.key)
    this.show()
    await this.#post({ ...note, at: Date.now() })
  }

  /** A phone that keeps nothing leads all the same: its leader is told. @param {Noted} note */
  async #post(note) {
    if (!this.#isSent) return
    const what = this.#wordsOf(note.seen)
    const kept = await pageOutbox().keep(observationOf(note, this.session.data, { what, page: this.#page })).then(() => true, () => false)
    this.#tell(kept ? "" : say("lead_note_unkept"))
    if (kept) void wakeWorker()
    else this.#unkept.add(note.key)
    await this.#look()
  }

  /** @param {string} key */
  async #takeBack(key) {
    const note = notesOf(this.session.entries).find((one) => one.key === key)
    const isBack = !this.#isSent || this.#unkept.has(key) || (await pageOutbox().withdraw(key).catch(() => false))
    this.#tell(say(isBack ? "lead_note_back" : "lead_note_gone"))
    if (isBack && note) await this.session.act("unnote", { note })
    await this.#look()
  }

  /** The phone may have died between writing a note down and putting it where it leaves from: the key makes it one. */
  async #takeUp() {
    const last = this.session.entries.at(-1)
    if (last?.do === "note" && last.note) await this.#post({ ...last.note, at: last.at })
    else await this.#look()
  }

  async #look() {
    const all = await pageOutbox().all().catch(() => [])
    const waiting = all.filter(({ refused }) => !refused)
    this.#waiting = new Set(all.map(({ key }) => key))
    noteCount(all.length)
    write(this.#one("[data-notes-waiting]"), waiting.length ? sayCount("outbox_waiting", waiting.length) : "")
    this.show()
  }

  /** @param {Noted} note */
  #item({ key, at, seen, text }) {
    const hasLeft = this.#isSent && !this.#unkept.has(key) && this.#waiting?.has(key) === false
    return noteLine(key, [sayClock(at), this.#wordsOf(seen), text], hasLeft)
  }

  /** @param {Seen} seen */
  #wordsOf(seen) {
    return this.part.querySelector(`[data-seen=${seen}]`)?.textContent?.trim() ?? ""
  }

  /** @param {string} words */
  #tell(words) {
    write(this.#one("[data-notes-told]"), words)
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.part.querySelector(selector))
  }
}
