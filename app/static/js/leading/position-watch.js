// The positions of the phone while a walk is led and looked at. Asked for on a tap and never before: what browsers say
// of permissions is not to be relied on. No time limit is set, for its meaning differs; silence is not loss.

import { FixGate } from "./fixes.js"

/** @typedef {import("./fixes.js").Fix} Fix @typedef {"off" | "searching" | "found" | "refused"} State */

export class PositionWatch {
  /** @param {{ heard: (fix: Fix, now: number) => void, resumed: () => void, changed: () => void }} to */
  constructor(to) {
    this.#to = to
  }

  #to
  #gate = new FixGate()
  /** @type {number | null} */ #watch = null
  #isWanted = false
  /** @type {State} */ state = "off"
  /** The last one, good or poor. @type {(Fix & { wall: number }) | null} */
  last = null

  start() {
    this.#isWanted = true
    this.#listen()
  }

  stop() {
    this.#isWanted = false
    this.#rest()
    this.state = "off"
  }

  /** Phones that hid the page give old positions, or none: begin anew. */
  turn() {
    if (document.hidden) this.#rest()
    else if (this.#isWanted && this.#watch === null) this.#listen()
  }

  // Private

  #listen() {
    this.#rest()
    this.#gate.resume(Date.now())
    this.#to.resumed()
    this.state = navigator.geolocation ? "searching" : "refused"
    this.#to.changed()
    if (!navigator.geolocation) return
    const options = { enableHighAccuracy: true, maximumAge: 1_000 }
    this.#watch = navigator.geolocation.watchPosition((given) => this.#hear(given), (error) => this.#fail(error), options)
  }

  #rest() {
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch)
    this.#watch = null
  }

  /** @param {GeolocationPosition} given */
  #hear(given) {
    const wall = Date.now()
    const fix = this.#gate.take(given, wall)
    if (!fix) return
    this.last = { ...fix, wall }
    this.state = "found"
    this.#to.heard(fix, performance.now())
    this.#to.changed()
  }

  /** A phone that finds nothing now goes on looking. @param {GeolocationPositionError} error */
  #fail({ code, PERMISSION_DENIED }) {
    if (code !== PERMISSION_DENIED) return
    this.#rest()
    this.state = "refused"
    this.#to.changed()
  }
}
