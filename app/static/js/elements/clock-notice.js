// A phone whose clock is wrong, or that cannot know whether it is, says so wherever hours are told.

import { loadHours, localNow } from "../hours/hours.js"
import { tellEachMinute, tellNoMore } from "../hours/minute.js"
import { askIfSpent, judgeClock } from "../hours/server-clock.js"
import { AppElement } from "../page/element.js"

export class ClockNotice extends AppElement {
  start() {
    tellEachMinute(this)
    this.tell()
  }

  stop() {
    tellNoMore(this)
  }

  async tell() {
    const url = /** @type {HTMLElement | null} */ (document.querySelector("[data-hours]"))?.dataset.hours
    if (url) await askIfSpent(url)
    // Without hours nothing is claimed about now.
    const hours = url ? await loadHours(url).catch(() => null) : null
    this.#show(hours ? faultOf(hours) : "")
  }

  // Private

  /** @param {string} fault a page of an earlier release knows one sentence only */
  #show(fault) {
    this.hidden = fault === ""
    /** @type {HTMLElement[]} */
    const sentences = [...this.querySelectorAll("[data-clock]")].map((each) => /** @type {HTMLElement} */ (each))
    for (const each of sentences) each.hidden = each.dataset.clock !== fault
  }
}

// Private

/** @param {import("../hours/intervals.js").Hours} hours @returns {"server" | "wrong" | "beyond" | ""} */
function faultOf(hours) {
  const { clock, day } = localNow(hours)
  if (clock === "server" || clock === "wrong") return clock
  return day >= hours.days && !judgeClock(Date.now()).isTold ? "beyond" : ""
}
