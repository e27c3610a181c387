// "For so long now", by the clock and not by the number of fixes: phones give two a second, or one in five seconds, or
// none while they lie still.

export class Hold {
  /** @type {number | null} */ #since = null
  /** @type {number | null} */ #deniedSince = null
  #heard = 0

  /** @param {{ needMs: number, graceMs?: number, fixes?: number }} rule `graceMs`: a denial that lasts less does not count */
  constructor({ needMs, graceMs = 0, fixes = 1 }) {
    this.needMs = needMs
    this.graceMs = graceMs
    this.fixes = fixes
  }

  /** @param {boolean | null} isSo null says nothing either way @param {number} now milliseconds of a clock that only goes on */
  hear(isSo, now) {
    if (isSo === false) return this.#deny(now)
    this.#deniedSince = null
    if (isSo === null) return
    this.#since ??= now
    this.#heard++
  }

  forget() {
    this.#since = null
    this.#deniedSince = null
    this.#heard = 0
  }

  get hasBegun() {
    return this.#since !== null
  }

  /** @param {number} now @returns {number} milliseconds */
  heldFor(now) {
    return this.#since === null ? 0 : now - this.#since
  }

  /** @param {number} now @returns {boolean} silence denies nothing */
  isHeld(now) {
    return this.#since !== null && this.#deniedSince === null && this.#heard >= this.fixes && now - this.#since >= this.needMs
  }

  /** @param {number} now */
  #deny(now) {
    this.#deniedSince ??= now
    if (now - this.#deniedSince >= this.graceMs) this.forget()
  }
}
