// The group in numbers: big buttons, what was counted before, and a list that says who counted what and when.

import { say, sayCount, formatNumber } from "../page/messages.js"
import { SORTS, differences, expectedAfter } from "./counts.js"
import { sayClock, show, write } from "./text.js"

/** @typedef {import("./counts.js").Sort} Sort @typedef {import("./counts.js").People} People @typedef {import("./counts.js").Count} Count */

export class HeadCount {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-people]"))
    this.part.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
  }

  /** What is tapped in and not said yet. @type {People} */
  #typed = {}
  /** @type {Count["do"]} */
  #act = "count"
  #shown = ""

  show() {
    const { counts } = this.leading.led
    const now = JSON.stringify([counts, this.#typed, this.#act])
    if (now === this.#shown) return
    this.#shown = now
    const expected = expectedAfter(counts)
    for (const sort of SORTS) this.#showSort(sort, expected[sort])
    write(this.#one("[data-people-now]"), peopleWords(expected))
    this.#one("[data-counts]").replaceChildren(...counts.map(lineOf).reverse())
    this.#tellDifferences(counts.at(-1))
    const enter = /** @type {HTMLButtonElement} */ (this.#one("[data-enter]"))
    enter.disabled = !Object.keys(this.#typed).length
    for (const button of this.part.querySelectorAll("[data-people-do]")) button.ariaPressed = String(button.getAttribute("data-people-do") === this.#act)
  }

  // Private

  /** @param {HTMLElement | null} button */
  #press(button) {
    const { step, peopleDo } = button?.dataset ?? {}
    const sort = /** @type {Sort} */ (/** @type {HTMLElement | null} */ (button?.closest("[data-sort]"))?.dataset.sort)
    if (step) this.#step(sort, Number(step))
    else if (peopleDo) this.#choose(/** @type {Count["do"]} */ (peopleDo))
    else if (button?.hasAttribute("data-enter")) this.#enter()
  }

  /** @param {Count["do"]} act */
  #choose(act) {
    this.#act = act
    this.#typed = {}
    this.show()
  }

  /** The first tap on a count says what is expected, so that nobody taps twelve times. @param {Sort} sort @param {number} step */
  #step(sort, step) {
    const known = this.#typed[sort]
    const expected = this.#act === "count" ? expectedAfter(this.leading.led.counts)[sort] : undefined
    const number = known === undefined ? (expected ?? Math.max(0, step)) : Math.max(0, known + step)
    this.#typed = { ...this.#typed, [sort]: number }
    this.show()
  }

  #enter() {
    const [act, people] = [this.#act, this.#typed]
    this.#choose("count")
    this.leading.act(act, { people })
  }

  /** @param {Sort} sort @param {number | undefined} before */
  #showSort(sort, before) {
    const typed = this.#typed[sort]
    const last = this.leading.led.counts.at(-1)
    const differs = typed === undefined && last !== undefined && differences(last).includes(sort)
    write(this.#one(`[data-sort=${sort}] output`), typed === undefined ? "–" : formatNumber(typed))
    write(this.#one(`[data-sort=${sort}] small`), before === undefined ? say("lead_not_counted") : say("lead_before", { number: formatNumber(before) }))
    this.#one(`[data-sort=${sort}]`).toggleAttribute("data-differs-here", differs || (typed !== undefined && this.#act === "count" && before !== undefined && typed !== before))
  }

  /** @param {Count | undefined} last */
  #tellDifferences(last) {
    const found = last ? differences(last) : []
    const what = found.map((sort) => say("lead_differs_in", { sort: sortName(this.part, sort), number: last?.people[sort] ?? 0, expected: last?.expected[sort] ?? 0 }))
    write(this.#one("[data-differs]"), found.length ? say("lead_differs", { what: what.join(" · ") }) : "")
    show(this.#one("[data-differs]"), found.length > 0)
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.part.querySelector(selector))
  }
}

// Private

/** @param {Element} part @param {Sort} sort */
function sortName(part, sort) {
  return part.querySelector(`[data-sort=${sort}]`)?.getAttribute("aria-label") ?? ""
}

/** @param {People} people */
function peopleWords(people) {
  return SORTS.flatMap((sort) => (people[sort] === undefined ? [] : [sayCount(`lead_${sort}`, Number(people[sort]))])).join(" · ")
}

/** @param {Count} count */
function lineOf({ at, do: act, people }) {
  const line = document.createElement("li")
  line.textContent = say(`lead_${act}`, { time: sayClock(at), people: peopleWords(people) })
  return line
}
