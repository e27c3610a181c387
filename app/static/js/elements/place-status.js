// Says whether a place is open now, and keeps saying it while the page is looked at.
// It is no live region: a list of sixty places must not talk every minute.

import { loadHours, statusAt, thisMinute } from "../hours/hours.js"
import { tellEachMinute, tellNoMore } from "../hours/minute.js"
import { wordsOf } from "../hours/words.js"
import { noLonger, whenSeen } from "../page/seen.js"
import { AppElement } from "../page/element.js"

/** @typedef {import("../hours/intervals.js").Hours} Hours @typedef {import("../hours/local-time.js").Now} Now */

export class PlaceStatus extends AppElement {
  /** The minute that was told last. @type {Now | null} */
  #told = null

  start() {
    whenSeen(this, () => {
      tellEachMinute(this)
      this.tell()
    })
  }

  stop() {
    noLonger(this)
    tellNoMore(this)
  }

  async tell() {
    if (document.hidden || !this.dataset.place) return
    try {
      const hours = await loadHours(this.dataset.hours ?? "")
      this.#show(hours, thisMinute(hours))
    } catch {
      // Offline without hours: the server's words stay, and claim nothing about now.
    }
  }

  // Private

  /** A card that comes back within the minute has nothing new to say. @param {Hours} hours @param {Now} now */
  #show(hours, now) {
    if (this.#told === now) return
    this.#told = now
    const status = statusAt(hours, this.dataset.place ?? "", now)
    const words = wordsOf(hours, status, now)
    const target = this.querySelector("[data-words]") ?? this
    if (target.textContent !== words) target.textContent = words
    for (const element of this.#marked()) {
      element.dataset.status = status.state
      element.toggleAttribute("data-stale", status.stale)
      element.toggleAttribute("data-no-hours", status.reason === "no_hours")
    }
  }

  /** This element and the card of its place: not the card of a place whose service it tells. */
  #marked() {
    const card = /** @type {HTMLElement | null} */ (this.closest("[data-place-id]"))
    return card && card.dataset.placeId === this.dataset.place ? [this, card] : [this]
  }
}
