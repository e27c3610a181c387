// "What did you see here?": one tap is a note, written down before anything leaves the phone, taken back while it waits.

import { newKey } from "../outbox/outbox.js"
import { noteCount, pageOutbox, wakeWorker } from "../outbox/page-outbox.js"
import { assetOf } from "../page/addresses.js"
import { recall, remember } from "../page/memory.js"
import { say, sayCount } from "../page/messages.js"
import { notesOf } from "./noted.js"
import { keepSuggestion } from "./note-keeping.js"
import { leftWords, noteLine } from "./note-line.js"
import { observationOf } from "./observation.js"
import { PhotoPart } from "./photo-part.js"
import { sayClock, show, write } from "./text.js"

/** @typedef {import("./noted.js").Noted} Noted @typedef {import("./noted.js").Seen} Seen @typedef {import("./note-line.js").Suggestion} Suggestion */

export class Notes {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-notes]"))
    this.#isSent = !element.hasAttribute("data-static")
    this.#page = /** @type {HTMLAnchorElement} */ (element.querySelector("[data-walk-page]")).href
    this.#words = /** @type {HTMLTextAreaElement} */ (this.part.querySelector("textarea"))
    this.#photo = this.#isSent ? new PhotoPart(this.part, leading.data.walk) : null
    this.#words.value = recall(this.#draft) ?? ""
    this.#words.addEventListener("input", () => remember(this.#draft, this.#words.value))
    this.part.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
    pageOutbox().watch(() => this.#look())
    show(this.part, true)
    // What sends them: pages that have nothing to send do not carry it.
    if (this.#isSent) import(assetOf("mail.js")).catch(() => undefined)
    void this.#takeUp()
  }

  #isSent
  #page
  #words
  #photo
  #shown = ""
  /** Those that wait on this phone, by their keys; null while nobody has looked. @type {Map<string, Suggestion> | null} */
  #waiting = null
  /** Keys of those that are being written down: shown once they would survive the phone's death. @type {Set<string>} */
  #unwritten = new Set()
  /** Keys of those that the phone would not keep. @type {Set<string>} */
  #unkept = new Set()

  show() {
    const { led, entries } = this.leading
    const notes = notesOf(entries).filter(({ key, stop }) => stop === led.last && !this.#unwritten.has(key))
    if (led.endedAt !== null) this.#photo?.close()
    const waiting = [...(this.#waiting?.values() ?? [])].map(({ key, sent, refused }) => [key, sent, refused])
    const now = JSON.stringify([led.last, notes, waiting, [...this.#unkept]])
    if (now === this.#shown) return
    this.#shown = now
    this.#one("[data-noted]").replaceChildren(...notes.map((note) => this.#item(note)))
  }

  // Private

  get #draft() {
    return `note:${this.leading.data.walk}`
  }

  /** @param {HTMLElement | null} button */
  #press(button) {
    const { seen, unnote } = button?.dataset ?? {}
    if (seen) void this.#note(/** @type {Seen} */ (seen))
    if (unnote) void this.#takeBack(unnote)
  }

  /** @param {Seen} seen */
  async #note(seen) {
    const stop = this.leading.led.last
    const key = newKey()
    this.#unwritten.add(key)
    const text = this.#words.value.trim()
    this.#words.value = ""
    remember(this.#draft, "")
    const photo = (await this.#photo?.give(key)) ?? null
    const note = { key, stop, seen, text, ...(photo && { photo: true }) }
    await this.leading.act("note", { note })
    this.#unwritten.delete(key)
    this.show()
    await this.#post({ ...note, at: Date.now() }, photo)
  }

  /** A phone that keeps nothing leads all the same: its leader is told. @param {Noted} note @param {Blob | null} photo */
  async #post(note, photo) {
    if (!this.#isSent) return
    const what = this.#wordsOf(note.seen)
    const suggestion = observationOf(note, this.leading.data, { what, page: this.#page })
    const { isKept, told } = await keepSuggestion(suggestion, photo)
    this.#tell(told)
    if (photo) await this.#photo?.forget()
    if (isKept) void wakeWorker()
    else this.#unkept.add(note.key)
    await this.#look()
  }

  /** @param {string} key */
  async #takeBack(key) {
    const note = notesOf(this.leading.entries).find((one) => one.key === key)
    const isBack = !this.#isSent || this.#unkept.has(key) || (await pageOutbox().withdraw(key).catch(() => false))
    this.#tell(say(isBack ? "lead_note_back" : "lead_note_gone"))
    if (isBack && note) await this.leading.act("unnote", { note })
    await this.#look()
  }

  /** The phone may have died between writing a note down and putting it where it leaves from: the key makes it one. */
  async #takeUp() {
    const { entries } = this.leading
    const draft = await this.#photo?.takeUp(notesOf(entries).map(({ key }) => key))
    await this.#look()
    const last = entries.at(-1)
    if (last?.do !== "note" || !last.note || this.#waiting?.has(last.note.key)) return
    await this.#post({ ...last.note, at: last.at }, draft?.key === last.note.key ? draft.photo : null)
  }

  async #look() {
    const all = await pageOutbox().all().catch(() => [])
    const waiting = all.filter(({ refused }) => !refused)
    this.#waiting = new Map(all.map((each) => [each.key, each]))
    noteCount(all.length)
    write(this.#one("[data-notes-waiting]"), waiting.length ? sayCount("outbox_waiting", waiting.length) : "")
    this.show()
  }

  /** @param {Noted} note */
  #item({ key, at, seen, text, photo }) {
    const isKnown = this.#isSent && !this.#unkept.has(key) && this.#waiting
    const words = [sayClock(at), this.#wordsOf(seen), photo ? say("lead_note_photo") : "", text]
    return noteLine(key, words, isKnown ? leftWords(isKnown.get(key)) : "")
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
