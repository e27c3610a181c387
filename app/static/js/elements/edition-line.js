// "édition 7, 12 novembre 2026": which edition this is, whether the phone had to keep it, and how old it is.

import { hearServer, timeNow } from "../hours/server-clock.js"
import { sayDate } from "../page/dates.js"
import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { noLonger, whenSeen } from "../page/seen.js"

const OLD_DAYS = 7
const DAY_MS = 86_400_000

/** @typedef {{ number: number, digest: string, date: string }} Edition */

export class EditionLine extends AppElement {
  start() {
    whenSeen(this, () => this.#ask())
  }

  stop() {
    noLonger(this)
  }

  // Private

  async #ask() {
    try {
      const asked = Date.now()
      const response = await fetch(this.dataset.source ?? "", { signal: this.signal, cache: "no-cache" })
      hearServer(response, asked)
      if (response.ok) this.#tell(await response.json(), response.headers.has("X-Kept"))
    } catch {
      if (this.isConnected) this.emit("edition", { isKept: true })
    }
  }

  /** @param {Edition} edition @param {boolean} isKept by the phone, for want of network */
  #tell(edition, isKept) {
    const day = new Date(`${edition.date}T12:00:00`)
    const date = sayDate(day, { day: "numeric", month: "long", year: "numeric" })
    const values = { number: edition.number, date }
    const words = isKept ? say("edition_kept", values) : say("edition", values)
    const days = Math.floor((timeNow() - day.getTime()) / DAY_MS)
    this.textContent = days >= OLD_DAYS ? `${words} (${sayCount("edition_age", days)})` : words
    this.dataset.edition = String(edition.number)
    this.emit("edition", { ...edition, isKept })
  }
}
