// What stands before a walk is led: setting out, or taking up the walk that the phone has kept.

import { say } from "../page/messages.js"
import { StampCard } from "./stamp-card.js"
import { ledBy } from "./state.js"
import { sayClock, show, write } from "./text.js"

/** @typedef {import("./journal.js").Kept} Kept */

export class LeadingDoor {
  /** @param {HTMLElement} element @param {import("./walk.js").WalkData} data as the page has it */
  constructor(element, data) {
    this.element = element
    this.data = data
    this.stamps = new StampCard(element, data.walk)
  }

  /** @param {Kept | undefined} kept */
  open(kept) {
    const stands = kept && { led: ledBy(kept.data.stops.length, kept.entries), kept }
    const when = { new: !kept, old: Boolean(kept), changed: Boolean(kept && kept.data.edition !== this.data.edition) }
    for (const part of this.#all("[data-when]")) show(part, when[/** @type {keyof typeof when} */ (part.dataset.when)])
    if (stands) write(this.#one("[data-resume]"), resumeWords(stands.led))
    show(this.#one("[data-begin]"), true)
    this.element.dataset.state = kept ? "kept" : "new"
  }

  close() {
    this.element.dataset.state = "leading"
    document.documentElement.classList.add("is-leading")
    for (const part of [".leading-door", "[data-plain]"]) show(this.#one(part), false)
    show(this.#one("[data-on]"), true)
    scrollTo(0, 0)
  }

  // Private

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector))
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  #all(selector) {
    return [...this.element.querySelectorAll(selector)].map((part) => /** @type {HTMLElement} */ (part))
  }
}

// Private

/** @param {import("./state.js").Led} led */
function resumeWords({ startedAt, next, standings }) {
  const total = standings.length
  const time = sayClock(Number(startedAt))
  return next < total ? say("lead_resume", { time, number: next + 1, total }) : say("lead_resume_done", { time })
}
