// A phone whose clock is before the hours it reads cannot know what is open: say so.

import { loadHours, localNow } from "../hours/hours.js"
import { AppElement } from "../page/element.js"

export class ClockNotice extends AppElement {
  async start() {
    const url = /** @type {HTMLElement | null} */ (document.querySelector("[data-hours]"))?.dataset.hours
    if (!url) return
    try {
      this.hidden = ["phone", "edition"].includes(localNow(await loadHours(url)).clock)
    } catch {
      // Without hours nothing is claimed about now.
      this.hidden = true
    }
  }
}
