// "Pass the lead on": the code that another phone scans or its owner types, drawn anew when the group goes on.

import { assetOf } from "../page/addresses.js"
import { say } from "../page/messages.js"
import { MOST_STOPS, grouped, handOver } from "./hand-over.js"
import { show, write } from "./text.js"

/** What a code of version five holds at level M: more would be too fine for a screen in the rain. */
const MOST_BYTES = 84

export class HandOverPart {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLDetailsElement} */ (element.querySelector("[data-hand-over]"))
    this.#address = new URL(this.part.dataset.address ?? "", location.href).href
    this.part.addEventListener("toggle", () => this.#toggled())
    show(this.part, leading.data.stops.length <= MOST_STOPS)
  }

  #address
  #shown = ""

  show() {
    if (!this.part.open) return
    const signs = handOver(this.leading.data, this.leading.led)
    if (signs === this.#shown) return
    this.#shown = signs
    // `letters`: so a walk calls them that this phone has kept since the release before.
    write(this.#one("[data-signs], [data-letters]"), grouped(signs))
    void this.#draw(signs)
  }

  // Private

  /** The buttons under the thumb must not lie over the code. */
  #toggled() {
    this.show()
    if (this.part.open) this.part.scrollIntoView({ block: "start" })
  }

  /** Without the drawing there are the signs. @param {string} signs */
  async #draw(signs) {
    /** @type {typeof import("../hand-over.js") | null} */
    const script = await import(assetOf("hand-over.js")).catch(() => null)
    const address = `${this.#address}#${signs}`
    const text = address.length <= MOST_BYTES ? address : signs
    if (script && signs === this.#shown) this.#one("[data-qr]").replaceChildren(script.drawCode(text, { label: say("hand_code") }))
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.part.querySelector(selector))
  }
}
