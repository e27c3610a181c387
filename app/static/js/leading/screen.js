// What a leader sees while leading: the next stop above all, one signal, the written way, and the rest on request.

import { assetOf } from "../page/addresses.js"
import { say } from "../page/messages.js"
import { sayMinutes } from "../places/distance.js"
import { Comfort } from "./comfort.js"
import { HandOverPart } from "./hand-over-part.js"
import { HeadCount } from "./head-count.js"
import { NextStop } from "./next-stop.js"
import { Safety } from "./safety.js"
import { gpsOf, positionWords, signalOf } from "./signals.js"
import { StopList } from "./stop-list.js"
import { show, signal, write } from "./text.js"
import { WayPart } from "./way-part.js"

/** @typedef {import("./position-watch.js").PositionWatch} PositionWatch @typedef {import("./wake.js").Wake} Wake */

export class LeadingScreen {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.element = element
    this.leading = leading
    this.#next = new NextStop(element, leading)
    this.#way = new WayPart(element)
    this.#stops = new StopList(element, leading)
    this.#people = new HeadCount(element, leading)
    this.#comfort = new Comfort(element, leading)
    this.#handOver = new HandOverPart(element, leading)
    this.#safety = new Safety(element, leading)
  }

  /** The stop that a tap on the signal confirms, or -1. */
  accepts = -1
  /** @type {import("./at-stop.js").AtStop | undefined} */ #atStop
  #next
  #way
  #stops
  #people
  #comfort
  #handOver
  #safety
  /** How often attention was called for. */ #calls = 0

  /** @param {PositionWatch} watch @param {Wake} wake */
  show(watch, wake) {
    const { data, led, following } = this.leading
    const seen = following.seen(performance.now())
    this.#mark({ stop: String(led.next + 1), gps: gpsOf(watch, { isStill: seen.isAtStop, wall: Date.now() }), offroute: String(seen.isOff) })
    this.#tell(signalOf(data, led, seen, watch))
    this.#call(seen.calls)
    this.#next.show({ metres: watch.state === "found" ? seen.metres : null, isAwake: wake.isHeld })
    write(this.#one("[data-fix]"), this.leading.isKept ? positionWords(watch, Date.now()) : say("lead_unkept"))
    this.#way.show(this.leading)
    this.#stops.show()
    this.#people.show()
    this.#atStop?.show()
    this.#handOver.show()
    this.#comfort.here = watch.last?.position ?? null
    this.#safety.at = watch.last
  }

  /** Fetch the written way, and what else needs the streets: the walk is led without as well. */
  async know() {
    const template = /** @type {HTMLTemplateElement} */ (this.#one("template[data-step]"))
    try {
      /** @type {typeof import("../directions.js")} */
      const { openWays } = await import(assetOf("directions.js"))
      this.leading.know(await openWays(this.element, template))
    } catch {
      this.#way.miss()
    }
  }

  /** Fetch what can be done at a stop besides going on. */
  async open() {
    try {
      /** @type {typeof import("../at-stop.js")} */
      const { openAtStop } = await import(assetOf("at-stop.js"))
      this.#atStop = openAtStop(this.element, this.leading)
    } catch {
      // A phone that has not kept it leads without notes.
    }
  }

  /** A stop is reached or begun: what is next comes into view. */
  arrive() {
    scrollTo(0, 0)
  }

  /** @param {boolean} isElsewhere whether another page leads this walk too */
  tellElsewhere(isElsewhere) {
    show(this.#one("[data-elsewhere]"), isElsewhere)
  }

  end() {
    const { startedAt, endedAt } = this.leading.led
    write(this.#one("[data-kicker]"), say("lead_finished"))
    write(this.#one("[data-left]"), say("lead_ended", { time: sayMinutes(Math.round((Number(endedAt) - Number(startedAt)) / 60_000)) }))
    write(this.#one("[data-fix]"), this.leading.hasChanged ? say("lead_changed") : "")
    show(this.#one("[data-new-edition]"), this.leading.hasChanged)
    this.#atStop?.show()
    this.element.dataset.state = "ended"
    document.documentElement.classList.remove("is-leading")
  }

  /** @param {boolean} isDim */
  dim(isDim) {
    show(this.#one("[data-dim]"), isDim)
    document.documentElement.classList.toggle("is-dim", isDim)
  }

  // Private

  /** What programs and styles read of the walk, on its root. @param {Record<string, string>} marks */
  #mark(marks) {
    for (const [name, mark] of Object.entries(marks)) if (this.element.dataset[name] !== mark) this.element.dataset[name] = mark
  }

  /** @param {import("./signals.js").Signal | null} told */
  #tell(told) {
    const line = this.#one("[data-signal]")
    this.accepts = told?.accepts ?? -1
    if (told) signal(line, told)
    show(line, Boolean(told))
    show(this.#one("[data-signal] button"), this.accepts >= 0)
    this.#one("[data-do=here]").classList.toggle("is-wanted", told?.tone === "good" && this.accepts < 0)
    write(this.#one("[data-dim-words]"), told?.words ?? "")
  }

  /** Vibration is a bonus: words and colour have said it before. @param {number} calls */
  #call(calls) {
    if (calls > this.#calls) navigator.vibrate?.([200, 100, 200])
    this.#calls = calls
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector))
  }
}
