// Taking over what somebody else leads: a code that came with the address, is scanned inside the page, or typed.

import { assetOf } from "../page/addresses.js"
import { say, sayCount } from "../page/messages.js"
import { SORTS } from "./counts.js"
import { takeOver } from "./hand-over.js"
import { sayClock, show, write } from "./text.js"

/** @typedef {import("./hand-over.js").HandedOver} HandedOver */

/** A code that is not seen by then is told to be held nearer. */
const NEARER_MS = 5_000

export class TakingOver {
  /** @param {HTMLElement} element @param {import("./walk.js").WalkData} data as the page has it */
  constructor(element, data) {
    this.data = data
    this.part = /** @type {HTMLDetailsElement} */ (element.querySelector("[data-taking]"))
    const form = /** @type {HTMLFormElement} */ (this.part.querySelector("form"))
    form.addEventListener("submit", (event) => this.#submit(event))
    this.#one("[data-scan]").addEventListener("click", () => this.#scan())
    show(this.part, true)
    show(this.#one("[data-scan]"), Boolean(navigator.mediaDevices?.getUserMedia))
    if (location.hash.length > 1 && location.hash !== "#outbox") this.#read(location.hash)
  }

  /** @type {HandedOver | null} */
  #taken = null
  /** @type {AbortController | null} */
  #looking = null

  /** The address forgets the code: a page opened again goes on from here. @param {number} now @returns {import("./state.js").Entry[] | undefined} what the walk begins with */
  accept(now) {
    if (!this.#taken) return undefined
    history.replaceState(history.state, "", location.pathname + location.search)
    const { startedAt, next, standings, people } = this.#taken
    /** @type {import("./state.js").Entry[]} */
    const entries = [{ at: startedAt, do: "start" }, { at: now, do: "take", taken: { next, standings } }]
    return Object.keys(people).length ? [...entries, { at: now, do: "count", people }] : entries
  }

  // Private

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault()
    this.#read(/** @type {HTMLInputElement} */ (this.part.querySelector("input")).value)
  }

  /** @param {string} code */
  #read(code) {
    const taken = takeOver(code.slice(code.lastIndexOf("#") + 1), this.data, Date.now())
    this.#taken = typeof taken === "string" ? null : taken
    this.part.open = true
    this.part.dataset.code = typeof taken === "string" ? taken : "read"
    write(this.#one("[data-taken]"), typeof taken === "string" ? say(`hand_${taken}`) : this.#wordsOf(taken))
    show(this.#one("[data-do=take]"), this.#taken !== null)
  }

  /** @param {HandedOver} taken */
  #wordsOf({ startedAt, next, people }) {
    const total = this.data.stops.length
    const counted = SORTS.filter((sort) => people[sort] !== undefined).map((sort) => sayCount(`lead_${sort}`, Number(people[sort])))
    const stand = next < total ? say("lead_progress", { number: next + 1, total }) : say("lead_all_done")
    return say("hand_read", { time: sayClock(startedAt), stand, people: counted.join(" · ") || say("lead_not_counted") })
  }

  /** A second tap stops it. */
  async #scan() {
    if (this.#looking) return this.#looking.abort()
    this.#looking = new AbortController()
    const video = /** @type {HTMLVideoElement} */ (this.part.querySelector("video"))
    const nearer = setTimeout(() => write(this.#one("[data-taken]"), say("hand_nearer")), NEARER_MS)
    show(video, true)
    try {
      /** @type {typeof import("../hand-over.js")} */
      const { readCode } = await import(assetOf("hand-over.js"))
      const found = await readCode(video, this.#looking.signal)
      if (found) this.#read(found)
    } catch {
      write(this.#one("[data-taken]"), say("hand_no_camera"))
    }
    clearTimeout(nearer)
    show(video, false)
    this.#looking = null
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.part.querySelector(selector))
  }
}
