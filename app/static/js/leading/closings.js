// Doors that will be shut when the group comes to them, by the hours that the phone has: said while there is time to go
// elsewhere. What nobody knows is not said; what is known by an old information only is said to be old.

import { loadHours, momentOf, statusAt, thisMinute } from "../hours/hours.js"
import { DAY_MIN } from "../hours/intervals.js"
import { hearsay, timeOf } from "../hours/words.js"
import { say } from "../page/messages.js"
import { isolate, sayClock, show } from "./text.js"
import { timingOf } from "./timing.js"

/**
 * @typedef {import("../hours/intervals.js").Hours} Hours
 * @typedef {{ stop: number, at: number, closes: number | null, written: string }} Closing `at`: when they come; `closes`: the minute of the
 *   hours at which a door that is open now will shut; `written`: the date of an old information, else ""
 */

const MINUTE_MS = 60_000

export class Closings {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-closings]"))
    this.part.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
    loadHours(element.dataset.hours ?? "").then((hours) => this.#know(hours), () => undefined)
  }

  /** @type {Hours | null} */
  #hours = null
  #shown = ""

  show() {
    if (!this.#hours) return
    const { data, led } = this.leading
    const key = JSON.stringify([Math.floor(Date.now() / MINUTE_MS), led.standings, led.next])
    if (key === this.#shown) return
    this.#shown = key
    const closings = closingsOf(this.#hours, data, timingOf(data, led, Date.now())?.reaches ?? [])
    this.part.replaceChildren(...closings.map((closing) => this.#item(/** @type {Hours} */ (this.#hours), closing)))
    show(this.part, closings.length > 0)
  }

  // Private

  /** @param {Hours} hours */
  #know(hours) {
    this.#hours = hours
    this.show()
  }

  /** @param {HTMLElement | null} button */
  #press(button) {
    if (button?.dataset.leaveOut) void this.leading.act("drop", { stops: [Number(button.dataset.leaveOut)] })
  }

  /** @param {Hours} hours @param {Closing} closing */
  #item(hours, { stop, at, closes, written }) {
    const [item, words, button] = [document.createElement("li"), document.createElement("p"), document.createElement("button")]
    const said = { place: isolate(this.leading.data.stops[stop].name[0]), arrival: sayClock(at) }
    const told = closes === null ? say("lead_shut", said) : say("lead_closes", { ...said, time: timeOf(momentOf(hours, closes)) })
    words.textContent = written ? hearsay(told, written) : told
    Object.assign(button, { type: "button", className: "button button-soft", textContent: say("lead_leave_out") })
    button.dataset.leaveOut = String(stop)
    item.append(words, button)
    return item
  }
}

// Private

/**
 * @param {Hours} hours
 * @param {import("./walk.js").WalkData} data
 * @param {(number | null)[]} reaches when they come to each stop, by the phone's clock
 * @returns {Closing[]}
 */
function closingsOf(hours, { stops }, reaches) {
  const now = thisMinute(hours)
  return reaches.flatMap((at, stop) => {
    const { place } = stops[stop]
    if (at === null || !place) return []
    const minute = now.day * DAY_MIN + now.minute + Math.max(0, Math.round((at - Date.now()) / MINUTE_MS))
    const then = statusAt(hours, place, { ...now, day: Math.floor(minute / DAY_MIN), minute: minute % DAY_MIN })
    if (then.state !== "closed") return []
    const { state, until } = statusAt(hours, place, now)
    return [{ stop, at, closes: state === "open" ? until : null, written: then.written }]
  })
}
