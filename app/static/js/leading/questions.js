// What there is for children at a stop: one thing to look at, touch or hear, a question, a stamp. Nothing has to be
// answered, and no answer keeps anybody from going on.

import { say, sayCount } from "../page/messages.js"
import { addStamp, readStamps, stampOf } from "./stamps.js"
import { show, write, writeSaid } from "./text.js"

/** @typedef {import("./walk.js").Question} Question @typedef {import("./walk.js").Said} Said */

export class Questions {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.element = element
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-children]"))
    this.#stamp = /** @type {HTMLButtonElement} */ (this.part.querySelector("[data-stamp-now]"))
    this.#stamp.addEventListener("click", () => this.#give())
  }

  #stamp
  #shown = ""

  show() {
    const { data, led } = this.leading
    const now = `${data.edition} ${led.last}`
    if (now === this.#shown) return
    this.#shown = now
    const stop = data.stops[led.last]
    if (!stop) return
    const [sense, asked] = ["[data-sense]", "[data-asked]"].map((selector) => /** @type {HTMLElement} */ (this.part.querySelector(selector)))
    writeSaid(sense, stop.sense ?? ["", "fr"])
    asked.replaceChildren(...(stop.questions ?? []).map(blockOf))
    show(this.part, true)
    void this.#tell()
  }

  // Private

  async #give() {
    const { data, led } = this.leading
    const stamped = await addStamp(data.walk, stampOf(data.stops[led.last], led.last), Date.now()).then(() => true, () => false)
    this.element.dispatchEvent(new CustomEvent("adeuxpas:stamped"))
    if (stamped) void this.#tell()
    else write(/** @type {Element} */ (this.part.querySelector("[data-stamp-told]")), say("stamp_unkept"))
  }

  async #tell() {
    const { data, led } = this.leading
    const stamps = await readStamps(data.walk)
    const has = data.stops[led.last] && stampOf(data.stops[led.last], led.last) in stamps
    this.#stamp.ariaPressed = String(Boolean(has))
    const count = data.stops.filter((stop, i) => stampOf(stop, i) in stamps).length
    write(/** @type {Element} */ (this.part.querySelector("[data-stamp-told]")), count ? sayCount("stamp_count", count, { total: data.stops.length }) : "")
  }
}

// Private

/** @param {Question} asked */
function blockOf({ question, options, answer, hint }) {
  const [block, told] = [document.createElement("div"), document.createElement("p")]
  told.setAttribute("role", "status")
  block.append(lineOf(question), ...optionsOf(options, (number) => write(told, answerWords(number, answer))), told, ...(hint[0] ? [hintOf(hint)] : []))
  return block
}

/** @param {number} chosen @param {number} answer */
function answerWords(chosen, answer) {
  if (!answer) return say("child_thanks")
  return say(chosen === answer ? "child_right" : "child_other")
}

/** @param {Said[]} options @param {(number: number) => void} choose */
function optionsOf(options, choose) {
  if (!options.length) return []
  const group = document.createElement("div")
  group.className = "leading-options"
  const buttons = options.map((option, i) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-soft", ariaPressed: "false" })
    writeSaid(button, option)
    button.addEventListener("click", () => {
      for (const each of buttons) each.ariaPressed = String(each === button)
      choose(i + 1)
    })
    return button
  })
  group.append(...buttons)
  return [group]
}

/** @param {Said} hint */
function hintOf(hint) {
  const [fold, summary] = [document.createElement("details"), document.createElement("summary")]
  summary.textContent = say("child_hint")
  fold.append(summary, lineOf(hint))
  return fold
}

/** @param {Said} said */
function lineOf(said) {
  const line = document.createElement("p")
  writeSaid(line, said)
  return line
}
