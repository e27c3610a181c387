// Says whether a place is open now, and keeps saying it while the page is looked at.
// It is no live region: a list of sixty places must not talk every minute.

import { AppElement } from "../lib/element.js"
import { loadHours, parisNow, statusAt } from "../lib/hours.js"
import { wordsOf } from "../lib/status-words.js"

const MINUTE_MS = 60_000

export class PlaceStatus extends AppElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer

  start() {
    this.listen(document, "visibilitychange")
    this.tell()
  }

  stop() {
    clearTimeout(this.#timer)
  }

  onvisibilitychange() {
    this.tell()
  }

  async tell() {
    clearTimeout(this.#timer)
    if (document.hidden || !this.dataset.place) return
    try {
      this.#show(await loadHours(this.dataset.hours ?? ""))
    } catch {
      // Offline without hours: the server's words stay, and claim nothing about now.
      return
    }
    if (this.isConnected) this.#timer = setTimeout(() => this.tell(), MINUTE_MS - (Date.now() % MINUTE_MS))
  }

  // Private

  /** @param {import("../lib/intervals.js").Hours} hours */
  #show(hours) {
    const now = parisNow(hours)
    const status = statusAt(hours, this.dataset.place ?? "", now)
    const words = wordsOf(hours, status, now)
    const target = this.querySelector("[data-words]") ?? this
    if (target.textContent !== words) target.textContent = words
    for (const element of this.#marked()) {
      element.dataset.status = status.state
      element.toggleAttribute("data-stale", status.stale)
    }
  }

  /** This element and the card of its place: not the card of a place whose service it tells. */
  #marked() {
    const card = /** @type {HTMLElement | null} */ (this.closest("[data-place-id]"))
    return card && card.dataset.placeId === this.dataset.place ? [this, card] : [this]
  }
}
