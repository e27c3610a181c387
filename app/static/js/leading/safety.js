// Whom to call, and what to tell them: where the phone is, and the address of the stop nearest to it.

import { say } from "../page/messages.js"
import { sayMetres } from "../places/distance.js"
import { isolate, sayClock, write } from "./text.js"
import { nearestStop } from "./walk.js"

export class Safety {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.dialog = /** @type {HTMLDialogElement} */ (element.querySelector("[data-safety]"))
    element.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")?.dataset.do))
  }

  /** The last position. @type {(import("./fixes.js").Fix & { wall: number }) | null} */
  at = null

  // Private

  /** @param {string | undefined} action */
  #press(action) {
    if (action === "safety") this.#open()
    else if (action === "close") this.dialog.close()
  }

  #open() {
    const stop = nearestStop(this.leading.data, this.at?.position ?? null, this.leading.led)
    write(this.#one("[data-own-position]"), this.#positionWords())
    write(this.#one("[data-nearest]"), stop ? say(this.at ? "lead_nearest" : "lead_last_stop", { place: isolate(stop.name[0]), address: isolate(stop.address) }) : "")
    this.dialog.showModal()
  }

  #positionWords() {
    if (!this.at) return say("lead_position_unknown")
    const [lon, lat] = this.at.position.map((side) => side.toFixed(5))
    return say("lead_own_position", { lat, lon, distance: sayMetres(this.at.accuracy), time: sayClock(this.at.wall) })
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.dialog.querySelector(selector))
  }
}
