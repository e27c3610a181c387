// Says that the network is away: when the worker had to answer for it, or the browser knows. The browser alone is not
// to be trusted: with only the server gone it believes to be online.

import { sayDate } from "../page/dates.js"
import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"

export class OfflineBanner extends AppElement {
  start() {
    this.hidden = navigator.onLine
    this.listen(window, "online")
    this.listen(window, "offline")
    this.listen(document, "adeuxpas:edition")
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type !== "adeuxpas:edition") this.hidden = event.type === "online"
    else this.#tell(/** @type {CustomEvent} */ (event).detail)
  }

  /** @param {{ isKept: boolean, date?: string }} edition */
  #tell({ isKept, date }) {
    if (!isKept) return
    this.hidden = false
    const age = this.querySelector("[data-age]")
    if (date && age) age.textContent = say("data_of", { date: dayOf(date) })
  }
}

// Private

/** @param {string} date */
function dayOf(date) {
  return sayDate(new Date(`${date}T12:00:00`), { day: "numeric", month: "long" })
}
