// All stops in order, with what became of each: any of them may be the next one. The stop where the group is tells what
// there is to say at its door.

import { say } from "../page/messages.js"
import { isolate, sayClock, show, write, writeSaid } from "./text.js"

/** @typedef {import("./walk.js").Stop} Stop */

export class StopList {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.element = element
    this.leading = leading
  }

  #shown = ""
  #here = -1

  show() {
    const { led, data } = this.leading
    const now = JSON.stringify([led.standings, led.arrivals, led.next, data.edition])
    if (now === this.#shown) return
    this.#shown = now
    this.#one("[data-led-stops]").replaceChildren(...data.stops.map((stop, i) => this.#item(stop, i)))
    this.#tellHere(led.last)
  }

  // Private

  /** @param {number} last */
  #tellHere(last) {
    const part = /** @type {HTMLDetailsElement} */ (this.#one("[data-here]"))
    const stop = this.leading.data.stops[last]
    show(part, Boolean(stop))
    if (!stop) return
    write(this.#one("[data-here-name]"), say("lead_here", { place: isolate(stop.name[0]) }))
    this.#one("[data-here-text]").replaceChildren(...said(stop), ...this.#statusOf(last))
    if (last !== this.#here) part.open = true
    this.#here = last
  }

  /** Whether its place is open, where the page knows the same stop. @param {number} stop */
  #statusOf(stop) {
    const status = this.element.querySelector(`[data-stops] [data-stop="${stop}"] place-status`)
    return status?.getAttribute("data-place") === this.leading.data.stops[stop].place ? [status.cloneNode(true)] : []
  }

  /** @param {Stop} stop @param {number} i */
  #item(stop, i) {
    const item = document.createElement("li")
    const name = document.createElement("p")
    const words = document.createElement("bdi")
    const standing = document.createElement("p")
    item.className = "leading-stop"
    item.dataset.standing = i === this.leading.led.next ? "next" : this.leading.led.standings[i]
    name.className = "leading-stop-name"
    writeSaid(words, stop.name)
    name.append(numberOf(i), " ", words)
    standing.className = "leading-standing"
    write(standing, this.#standingWords(i))
    item.append(name, standing)
    if (item.dataset.standing !== "next") item.append(goButton(i))
    return item
  }

  /** @param {number} i */
  #standingWords(i) {
    const { standings, arrivals, next } = this.leading.led
    if (i === next) return say("lead_is_next")
    if (standings[i] === "skipped") return say("lead_skipped")
    return arrivals[i] === null ? "" : say("lead_at", { time: sayClock(Number(arrivals[i])) })
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector))
  }
}

// Private

/** @param {Stop} stop */
function said({ text, address }) {
  return [text, /** @type {import("./walk.js").Said} */ ([address, "fr"])].flatMap((one) => {
    if (!one[0]) return []
    const [line, words] = [document.createElement("p"), document.createElement("bdi")]
    writeSaid(words, one)
    line.append(words)
    return [line]
  })
}

/** @param {number} i */
function numberOf(i) {
  const number = document.createElement("span")
  number.className = "leading-number"
  number.textContent = String(i + 1)
  return number
}

/** @param {number} i */
function goButton(i) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button button-quiet"
  button.dataset.go = String(i)
  button.textContent = say("lead_go")
  return button
}
