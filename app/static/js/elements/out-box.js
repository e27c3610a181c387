// "1 message waits for the network": what was typed on this phone and has not arrived yet is sent when the network is
// back. The notice leads to the page of the outbox.

import { Alarm } from "../outbox/alarm.js"
import { hasNoted, pageOutbox, mayHoldSuggestions, noteCount } from "../outbox/page-outbox.js"
import { AppElement } from "../page/element.js"
import { sayCount } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion */

const LOOK_AGAIN_MS = 5_000

export class OutBox extends AppElement {
  start() {
    this.#stopWatching = pageOutbox().watch(({ leaving }) => leaving || this.#refresh())
    this.listen(window, "online")
    this.listen(document, "visibilitychange")
    this.#lead()
    if (mayHoldSuggestions()) this.#begin()
  }

  stop() {
    this.#stopWatching()
    this.#alarm.clear()
  }

  #stopWatching = () => {}
  #alarm = new Alarm(() => this.#send("due"))
  #looks = 0

  /** @param {Event} event */
  handleEvent({ type }) {
    if (type === "online" || document.visibilityState === "visible") this.#send("now")
  }

  // Private

  /** What waits is told, whatever the network does. */
  async #begin() {
    await this.#refresh()
    this.#send("now")
  }

  /** @param {import("../outbox/outbox.js").Urgency} urgency */
  async #send(urgency) {
    // A phone that keeps nothing has nothing to send.
    await pageOutbox().sendAll(urgency).catch(() => undefined)
    await this.#refresh()
  }

  /** Each change asks again; only the last look counts, for an earlier one may be slower. */
  async #refresh() {
    const look = ++this.#looks
    const suggestions = await pageOutbox().all().catch(() => null)
    if (look === this.#looks && suggestions) this.#show(suggestions)
    // A phone too busy to open its storage has not lost what waits there.
    if (!suggestions && hasNoted()) this.#alarm.set(Date.now() + LOOK_AGAIN_MS)
  }

  /** @param {Suggestion[]} suggestions */
  #show(suggestions) {
    const refused = suggestions.filter((suggestion) => suggestion.refused).length
    const waiting = suggestions.length - refused
    this.#find("[data-words]").textContent = waiting ? sayCount("outbox_waiting", waiting) : sayCount("outbox_refused", refused)
    this.dataset.count = String(suggestions.length)
    this.hidden = suggestions.length === 0
    noteCount(suggestions.length)
    this.#plan(suggestions)
  }

  /** A page of the release before has a link to a part of itself. */
  #lead() {
    const link = /** @type {HTMLAnchorElement} */ (this.#find("a"))
    link.href = `${baseOf()}${document.documentElement.lang}/outbox`
    link.hidden = document.querySelector("outbox-page") !== null
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
