// The page of the outbox: what waits on this phone, what is being sent, what was received and what became of it, what was
// refused and why. All of it can be saved, sent now, or thrown away one by one.

import { askFates } from "../outbox/fates.js"
import { SuggestionList } from "../outbox/suggestion-list.js"
import { fillReceived, fillWaiting, lastWords } from "../outbox/suggestion-words.js"
import { noteCount, pageOutbox } from "../outbox/page-outbox.js"
import { fileNameOf, mailOf, textOf } from "../outbox/text.js"
import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { handOver, saveFile } from "../page/sharing.js"
import { baseOf } from "../page/addresses.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion @typedef {import("../outbox/received.js").Received} Received */

export class OutboxPage extends AppElement {
  start() {
    const undo = say("outbox_undo")
    // `letters`: so a page calls its list that this phone has kept since the release before.
    this.#waiting = new SuggestionList(this.#find("[data-suggestions], [data-letters]"), this.#template("waiting"), { fill: fillWaiting, undo })
    this.#received = new SuggestionList(this.#find("[data-taken]"), this.#template("received"), { fill: fillReceived, undo })
    this.listen(this, "click")
    this.listen(window, "online")
    this.#stopWatching = pageOutbox().watch(({ leaving }) => (leaving ? this.#mark(leaving) : this.#look()))
    this.#look()
  }

  stop() {
    this.#stopWatching()
  }

  /** @type {SuggestionList<Suggestion>} */
  #waiting = /** @type {any} */ (null)
  /** @type {SuggestionList<Received>} */
  #received = /** @type {any} */ (null)
  /** @type {Suggestion[]} */
  #suggestions = []
  /** @type {Map<string, import("../outbox/fates.js").Fate>} */
  #fates = new Map()
  #stopWatching = () => {}
  #looks = 0

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "online") return void this.#look()
    const button = /** @type {HTMLElement} */ (event.target).closest("button")
    const { do: action = "", key = "", undo } = button?.dataset ?? {}
    if (action) this.#actions[undo === undefined ? action : `un${action}`]?.(key)
  }

  // Private

  /** @type {Record<string, (key: string) => unknown>} */
  #actions = {
    send: () => this.#send(),
    share: () => this.#share(),
    file: () => saveFile(textOf(this.#suggestions), fileNameOf(this.#suggestions)),
    remove: (key) => this.#waiting.remove(key, (gone) => pageOutbox().remove(gone)),
    unremove: (key) => this.#waiting.restore(key, (suggestion) => pageOutbox().keep(suggestion)),
    forget: (key) => this.#received.remove(key, (gone) => pageOutbox().received.remove(gone)).then(() => this.#look()),
    unforget: (key) => this.#received.restore(key, (record) => pageOutbox().received.put(record)).then(() => this.#look()),
  }

  async #look() {
    const look = ++this.#looks
    const suggestions = await pageOutbox().all().catch(() => null)
    const { records, last } = await pageOutbox().received.read()
    if (look !== this.#looks) return
    this.#find("[data-unkept]").hidden = suggestions !== null
    this.#show(suggestions ?? [], records, lastWords(last))
    const unknown = records.map(({ ticket }) => ticket).filter((ticket) => ticket && !this.#fates.has(ticket))
    if (!unknown.length || this.hasAttribute("data-static")) return
    for (const [ticket, fate] of await askFates(baseOf(), document.documentElement.lang, unknown)) this.#fates.set(ticket, fate)
    this.#tellFates(records)
  }

  /** @param {Suggestion[]} suggestions @param {Received[]} records @param {string} last */
  #show(suggestions, records, last) {
    this.#suggestions = suggestions
    const waiting = this.#waiting.draw(suggestions, (one, other) => (one.typed < other.typed ? -1 : 1))
    const received = this.#received.draw(records, (one, other) => other.received - one.received)
    this.#find("[data-waiting]").hidden = waiting === 0
    this.#find("[data-received]").hidden = received === 0
    this.#find("[data-empty]").hidden = waiting + received > 0
    this.#find("[data-acts]").hidden = suggestions.length === 0
    this.#find("[data-last]").textContent = last
    const mail = /** @type {HTMLAnchorElement} */ (this.#find("[data-mail]"))
    mail.hidden = !suggestions.some(({ email }) => email)
    mail.href = mailOf(suggestions, document.title) || "#"
    noteCount(suggestions.length)
    this.#tellFates(records)
  }

  /** @param {Received[]} records */
  #tellFates(records) {
    for (const { key, ticket } of records) {
      const fate = this.#fates.get(ticket)
      const item = this.querySelector(`li[data-key="${key}"]`)
      const [words, ask] = ["fate", "ask"].map((name) => /** @type {HTMLElement | null} */ (item?.querySelector(`[data-slot=${name}]`)))
      if (!words || !ask) continue
      words.textContent = fate?.words.join(" ") ?? ""
      words.hidden = !fate
      ask.hidden = !fate?.question
      const field = /** @type {HTMLInputElement | null} */ (ask.querySelector("input"))
      if (field) field.value = ticket
    }
  }

  /** @param {string} key of one that is being sent */
  #mark(key) {
    const state = this.querySelector(`li[data-key="${key}"] [data-slot=state]`)
    if (state) state.textContent = say("outbox_state_leaves")
  }

  async #send() {
    this.#say(say("outbox_trying"))
    const left = await pageOutbox().sendAll("asked").catch(() => this.#suggestions)
    // Refused ones bear the server's own sentence.
    if (left.some((suggestion) => !suggestion.refused)) this.#say(say("outbox_stays"))
    else this.#say(left.length ? "" : say("outbox_all_gone"))
    this.#look()
  }

  async #share() {
    const text = textOf(this.#suggestions)
    if ((await handOver({ text }, text)) === "copied") this.#say(say("outbox_copied"))
  }

  /** @param {string} words */
  #say(words) {
    this.#find("[data-said]").textContent = words
  }

  /** @param {string} name @returns {HTMLTemplateElement} */
  #template(name) {
    return /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-of=${name}]`))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
