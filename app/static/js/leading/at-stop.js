// What can be done at the stop where the group is: each part shows itself anew when what it tells has changed.

import { Closings } from "./closings.js"
import { Notes } from "./notes.js"
import { Shorten } from "./shorten.js"

export class AtStop {
  /** @param {HTMLElement} element @param {import("./session.js").Session} session */
  constructor(element, session) {
    this.#parts = [new Notes(element, session), new Closings(element, session), new Shorten(element, session)]
    this.show()
  }

  #parts

  show() {
    for (const part of this.#parts) part.show()
  }
}
