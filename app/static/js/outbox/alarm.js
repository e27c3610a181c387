// An alarm for one moment: setting it again takes the moment before back.

/** A timer of no time at all would ring in the middle of what set it. */
const LEAST_MS = 1000

export class Alarm {
  /** @param {() => void} ring */
  constructor(ring) {
    this.#ring = ring
  }

  #ring
  #timer = 0

  /** @param {number} at in milliseconds since 1970; never where it is infinite */
  set(at) {
    this.clear()
    if (Number.isFinite(at)) this.#timer = setTimeout(this.#ring, Math.max(LEAST_MS, at - Date.now()))
  }

  clear() {
    clearTimeout(this.#timer)
  }
}
