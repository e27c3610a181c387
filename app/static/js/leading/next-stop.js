// The next stop above all: which it is, how far and how late, and the buttons under the thumb.

import { say } from "../page/messages.js"
import { undoable } from "./state.js"
import { signal, write, writeSaid } from "./text.js"
import { timingOf } from "./timing.js"
import { lateWords, leftWords } from "./words.js"

export class NextStop {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.element = element
    this.leading = leading
  }

  /** @param {{ metres: number | null, isAwake: boolean }} known metres left, where the phone knows it; whether the screen stays on */
  show({ metres, isAwake }) {
    this.#head(isAwake)
    this.#next(metres)
    this.#buttons()
  }

  // Private

  /** @param {boolean} isHeld whether the screen stays on */
  #head(isHeld) {
    const { data, led } = this.leading
    const total = data.stops.length
    write(this.#one("[data-led-progress]"), led.next < total ? say("lead_progress", { number: led.next + 1, total }) : say("lead_all_done"))
    write(this.#one("[data-late]"), lateWords(timingOf(data, led, Date.now())))
    signal(this.#one("[data-awake]"), isHeld ? { tone: "calm", sign: "check", words: say("lead_awake") } : { tone: "warn", sign: "warning", words: say("lead_asleep") })
  }

  /** @param {number | null} metres left, where the phone knows it */
  #next(metres) {
    const { data, led } = this.leading
    const stop = data.stops[led.next]
    write(this.#one("[data-kicker]"), stop ? say(led.last < 0 ? "lead_first" : "lead_next") : say("lead_finished"))
    writeSaid(this.#one("[data-next]"), stop?.name ?? data.title)
    writeSaid(this.#one("[data-dim-name]"), stop?.name ?? data.title)
    write(this.#one("[data-left]"), stop ? leftWords(metres ?? stop.legM) : "")
    writeSaid(this.#one("[data-where]"), [stop?.address ?? "", "fr"])
  }

  #buttons() {
    const { led, entries } = this.leading
    const isOver = led.next >= led.standings.length
    for (const [name, isOff] of /** @type {const} */ ([["here", isOver], ["skip", isOver], ["back", led.standings.slice(0, led.next).every((one) => one === "ahead")], ["undo", !undoable(entries)]])) {
      const button = /** @type {HTMLButtonElement} */ (this.#one(`[data-do=${name}]`))
      if (button.disabled !== isOff) button.disabled = isOff
    }
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector))
  }
}
