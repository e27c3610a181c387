// Says that the network is away: when the worker had to answer for it, or the browser knows. The browser alone is not
// to be trusted: with only the server gone it believes to be online.

import { AppElement } from "../lib/element.js"

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
    else if (/** @type {CustomEvent} */ (event).detail.isKept) this.hidden = false
  }
}
