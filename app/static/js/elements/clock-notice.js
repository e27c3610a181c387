// A phone whose clock is before the hours it reads cannot know what is open: say so.

import { AppElement } from "../lib/element.js"
import { loadHours, parisNow } from "../lib/hours.js"

export class ClockNotice extends AppElement {
  async start() {
    const url = /** @type {HTMLElement | null} */ (document.querySelector("[data-hours]"))?.dataset.hours
    if (!url) return
    try {
      this.hidden = ["phone", "edition"].includes(parisNow(await loadHours(url)).clock)
    } catch {
      // Without hours nothing is claimed about now.
      this.hidden = true
    }
  }
}
