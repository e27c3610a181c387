// What can be done at the stop where the group is: each part shows itself anew when what it tells has changed.

import { Notes } from "./notes.js"

export class AtStop {
  /** @param {HTMLElement} element @param {import("./session.js").Session} session */
  constructor(element, session) {
    this.#parts = [new Notes(element, session)]
    this.show()
  }

  #parts

  show() {
    for (const part of this.#parts) part.show()
  }
}
