// Half a minute after the walk: how many came, what was seen to have changed, when it is led again. What is sent of it is
// numbers, once; the notes have gone their own way.

import { newKey } from "../outbox/outbox.js"
import { pageOutbox, wakeWorker } from "../outbox/page-outbox.js"
import { sayDate } from "../page/dates.js"
import { say, sayCount } from "../page/messages.js"
import { handOver } from "../page/sharing.js"
import { SORTS, cameOf } from "./counts.js"
import { notesOf } from "./noted.js"
import { suggestionOf } from "./observation.js"
import { sayClock, show, write } from "./text.js"

const MINUTE_MS = 60_000
const DAY_MIN = 1440

export class Debrief {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.element = element
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-debrief]"))
    this.#one("[data-debrief-send]").addEventListener("click", () => this.#send())
    this.#one("[data-debrief-share]").addEventListener("click", () => this.#share())
  }

  show() {
    const { led, entries, data } = this.leading
    const hasEnded = led.endedAt !== null
    show(this.part, hasEnded)
    if (!hasEnded) return
    write(this.#one("[data-debrief-came]"), this.#cameWords())
    this.#one("[data-debrief-notes]").replaceChildren(...notesOf(entries).map((note) => lineOf(this.#noteWords(note))))
    show(this.#one("[data-debrief-send]"), !this.element.hasAttribute("data-static") && !entries.some((entry) => entry.do === "debrief"))
    const next = (data.sessions ?? []).filter((start) => start > Date.now()).sort((one, other) => one - other)[0]
    const session = this.part.querySelector("[data-debrief-session]")
    if (session && next) write(/** @type {Element} */ (session.querySelector("p")), say("debrief_next", { when: sayDate(next, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) }))
    if (session) show(/** @type {HTMLElement} */ (session), Boolean(next))
  }

  // Private

  get #numbers() {
    const { counts, standings, startedAt, endedAt } = this.leading.led
    const minutes = Math.round((Number(endedAt) - Number(startedAt)) / MINUTE_MS)
    const stops = standings.filter((standing) => standing === "here").length
    return { ...cameOf(counts), stops, ...(minutes >= 0 && minutes <= DAY_MIN && { minutes }) }
  }

  /** A suggestion that the phone will not keep is not said to be on its way. */
  async #send() {
    const { walk, title } = this.leading.data
    const told = { kind: "debrief", walk, came: this.#numbers, text: "" }
    const page = /** @type {HTMLAnchorElement} */ (this.element.querySelector("[data-walk-page]")).href
    const suggestion = suggestionOf(newKey(), { told, at: Date.now(), about: title[0], what: say("debrief_what"), page })
    const isKept = await pageOutbox().keep(suggestion).then(() => true, () => false)
    write(this.#one("[data-debrief-told]"), say(isKept ? "debrief_kept" : "debrief_unkept"))
    if (!isKept) return
    void wakeWorker()
    await this.leading.act("debrief")
    this.show()
  }

  async #share() {
    const notes = notesOf(this.leading.entries).map((note) => this.#noteWords(note))
    const text = [this.leading.data.title[0], this.#cameWords(), ...notes].join("\n")
    if ((await handOver({ text }, text)) === "copied") write(this.#one("[data-debrief-told]"), say("debrief_copied"))
  }

  #cameWords() {
    const came = cameOf(this.leading.led.counts)
    const people = SORTS.flatMap((sort) => (came[sort] === undefined ? [] : [sayCount(`lead_${sort}`, Number(came[sort]))])).join(" · ")
    return [people || say("debrief_uncounted"), sayCount("debrief_stops", this.#numbers.stops)].join(" · ")
  }

  /** @param {import("./noted.js").Noted} note */
  #noteWords({ at, stop, seen, text }) {
    const words = this.element.querySelector(`[data-seen=${seen}]`)?.textContent?.trim() ?? ""
    return [sayClock(at), this.leading.data.stops[stop]?.name[0], words, text].filter(Boolean).join(" · ")
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.part.querySelector(selector))
  }
}

// Private

/** @param {string} words */
function lineOf(words) {
  const line = document.createElement("li")
  line.textContent = words
  line.dir = "auto"
  return line
}
