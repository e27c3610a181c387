// A phone whose clock is before the edition it reads cannot know what is open: say so.

import { AppElement } from "../lib/element.js"

const DAY_MS = 86_400_000

export class ClockNotice extends AppElement {
  start() {
    this.listen(document, "adeuxpas:edition")
  }

  /** @param {CustomEvent<{ date?: string }>} event */
  onedition({ detail }) {
    // A day of grace: the edition is dated in Paris, the phone may be anywhere.
    if (detail.date) this.hidden = Date.now() > Date.parse(detail.date) - DAY_MS
  }
}
