// Whether the group has left the way: quiet, and right. The first sign is words; what calls for attention comes when
// they are still off half a minute later, and not again for five minutes.

import { Hold } from "./hold.js"

/** Six fixes of one a second, as simulations had it: by the clock, but never by fewer than three. */
const GONE_MS = 6_000
/** Inside a house a phone is wrong by a street without knowing it: until they were seen on the way, quiet for longer. */
const INDOOR_MS = 45_000
/** Beyond this and what the phone may be wrong by (as far as that excuses it). */
const BEYOND_M = 20
const EXCUSED_M = 40
/** As near as this they are on it again. */
const BACK_M = 15
/** Near a stop one walks about. */
const AROUND_STOP_M = 40
const CALL_AFTER_MS = 30_000
const CALL_AGAIN_MS = 300_000

/** @typedef {{ off: number, accuracy: number, toStop: number }} Evidence metres to the line, and to the nearer end of it */

export class OffRoute {
  #gone
  #back = new Hold({ needMs: 4_000, fixes: 2 })
  #isArmed
  /** @type {number | null} */ #since = null

  /** @param {boolean} isArmed false where they may set out from anywhere: then they must come to the line first @param {boolean} [isIndoor] whether they set out from inside a house */
  constructor(isArmed, isIndoor = false) {
    this.#isArmed = isArmed
    this.#gone = new Hold({ needMs: isIndoor ? INDOOR_MS : GONE_MS, fixes: 3 })
  }

  /** @param {Evidence} evidence @param {number} now */
  hear({ off, accuracy, toStop }, now) {
    this.#back.hear(off < BACK_M, now)
    if (this.#back.isHeld(now) && toStop > AROUND_STOP_M) this.#gone.needMs = GONE_MS
    if (this.#back.isHeld(now) || toStop <= AROUND_STOP_M) this.#return(toStop <= AROUND_STOP_M || this.#back.isHeld(now))
    this.#gone.hear(toStop > AROUND_STOP_M && off > BEYOND_M + Math.min(accuracy, EXCUSED_M), now)
    if (this.#isArmed && this.#gone.isHeld(now)) this.#since ??= now
  }

  /** What was seen before the phone slept proves nothing; that they were off stays until they are seen back. */
  resume() {
    this.#gone.forget()
    this.#back.forget()
  }

  get isOff() {
    return this.#since !== null
  }

  /** @param {number} now @returns {number} how often attention was to be called, until now */
  calls(now) {
    if (this.#since === null || now - this.#since < CALL_AFTER_MS) return 0
    return 1 + Math.floor((now - this.#since - CALL_AFTER_MS) / CALL_AGAIN_MS)
  }

  // Private

  /** @param {boolean} isThere */
  #return(isThere) {
    this.#since = null
    this.#isArmed ||= isThere
  }
}
