// What can be done at the stop where the group is: each part shows itself anew when what it tells has changed.

import { Closings } from "./closings.js"
import { Debrief } from "./debrief.js"
import { Family } from "./family.js"
import { Notes } from "./notes.js"
import { Questions } from "./questions.js"
import { Shorten } from "./shorten.js"

export class AtStop {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.#parts = [Notes, Closings, Shorten, Questions, Family, Debrief].map((Part) => new Part(element, leading))
    this.show()
  }

  #parts

  show() {
    for (const part of this.#parts) part.show()
  }
}
