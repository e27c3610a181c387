// A walk being led on this phone: what its leader did, kept before it is shown, and what the phone knows of the way.

import { Following } from "./following.js"
import { ledBy } from "./state.js"
import { laterStops } from "./walk.js"

/**
 * @typedef {import("./state.js").Act} Act @typedef {import("./state.js").Entry} Entry @typedef {import("./state.js").Led} Led
 * @typedef {import("./walk.js").WalkData} WalkData @typedef {import("./fixes.js").Fix} Fix
 * @typedef {import("../directions/ways.js").Ways} Ways @typedef {import("../directions/ways.js").Way} Way
 */

export class Leading {
  /** @param {import("./journal.js").Journal} journal @param {WalkData} data @param {() => void} changed */
  constructor(journal, data, changed) {
    this.journal = journal
    this.data = data
    this.#edition = data.edition
    this.#changed = changed
    this.led = ledBy(data.stops.length, [])
  }

  #changed
  #edition
  /** @type {Entry[]} */ entries = []
  isLocated = false
  /** Whether the phone has kept all of it. */
  isKept = true
  /** @type {Ways | null} */ #ways = null
  /** To the next stop; undefined while nothing can be known. @type {Way | null | undefined} */ way
  /** @type {Following} */ following = new Following({ from: null, to: null, line: null, isSure: true, later: [] })
  /** The last one: a phone that lies still gives no other when the leg changes. @type {Fix | null} */ #fix = null
  /** What the leg was made of. */
  #leg = ""

  /** Take up a walk that was led before. @param {import("./journal.js").Kept} kept */
  take({ data, entries, isLocated }) {
    this.data = data
    this.entries = entries
    this.isLocated = isLocated
    this.#settle()
  }

  /** @param {boolean} isLocated @param {Entry[]} entries that it begins with: of a walk taken over, more than the start */
  async begin(isLocated, entries = [{ at: Date.now(), do: "start" }]) {
    this.isLocated = isLocated
    this.entries = entries
    const kept = this.#keep(() => this.journal.begin(this.#whole))
    this.#settle()
    await kept
  }

  /** @param {Act} act @param {{ stop?: number, stops?: number[], people?: import("./counts.js").People, note?: import("./noted.js").Note }} [more] */
  async act(act, more = {}) {
    const entry = { at: Date.now(), do: act, ...more }
    this.entries = [...this.entries, entry]
    const kept = this.#keep(() => this.journal.add(entry, this.#whole))
    this.#settle()
    await kept
  }

  /** @param {Fix} fix @param {number} now milliseconds of a clock that only goes on */
  hear(fix, now) {
    this.#fix = fix
    this.following.hear(fix, now)
  }

  /** The page is seen again: where the phone was proves nothing. */
  resume() {
    this.#fix = null
    this.following.resume()
  }

  /** Another page has written. */
  async reread() {
    const kept = await this.journal.read().catch(() => undefined)
    if (kept && kept.entries.length > this.entries.length) this.take(kept)
  }

  /** @param {Ways} ways */
  know(ways) {
    this.#ways = ways
    this.#leg = ""
    this.#settle()
  }

  /** Whether the page knows another edition of the walk than the one that is led. */
  get hasChanged() {
    return this.data.edition !== this.#edition
  }

  get ways() {
    return this.#ways
  }

  // Private

  get #whole() {
    const { data, entries, isLocated } = this
    return { walk: data.walk, data, entries, isLocated }
  }

  /** @param {() => Promise<unknown>} write */
  async #keep(write) {
    this.isKept = await write().then(() => true, () => false)
    this.#changed()
  }

  #settle() {
    this.led = ledBy(this.data.stops.length, this.entries)
    const leg = JSON.stringify([this.led.last, this.led.next, this.led.standings, this.led.isSure])
    if (leg !== this.#leg) this.#setOut()
    this.#leg = leg
    this.#changed()
  }

  #setOut() {
    const { led, data } = this
    const [last, next] = [data.stops[led.last], data.stops[led.next]]
    const [from, to] = [last?.at ?? null, next?.at ?? null]
    this.way = this.#wayBetween(from, to)
    const known = { isSure: led.isSure, isIndoor: last?.indoor, radius: next?.radius, later: laterStops(data, led) }
    this.following = new Following({ from, to, line: this.way?.line ?? null, ...known })
    if (this.#fix) this.following.hear(this.#fix, performance.now())
  }

  /** @param {import("./walk.js").Position | null} from @param {import("./walk.js").Position | null} to */
  #wayBetween(from, to) {
    if (!this.#ways || !from) return undefined
    try {
      return to && this.#ways.between(from, to, this.data.stops[this.led.next].name[0])
    } catch {
      // Whatever is wrong with the streets on this phone, the group goes on with the list.
      return null
    }
  }
}
