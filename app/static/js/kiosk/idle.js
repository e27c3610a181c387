// Whether somebody is still there: counted on the clock of the wall, not by a chain of timers that a sleeping screen stops.

const QUIET_MS = 60_000
const GRACE_MS = 20_000
const LOOK_MS = 1_000

/**
 * @typedef {object} Heard
 * @property {(seconds: number) => void} asks nobody has touched the screen for a minute; so many seconds are left
 * @property {() => void} stays somebody has
 * @property {() => void} leaves nobody has
 */

export class Idle {
  /** @param {Heard} heard */
  constructor(heard) {
    this.#heard = heard
  }

  #heard
  #touchedAt = Date.now()
  #isAsking = false
  /** @type {ReturnType<typeof setInterval> | undefined} */ #clock

  start() {
    this.touch()
    this.#clock = setInterval(() => this.#look(), LOOK_MS)
  }

  stop() {
    clearInterval(this.#clock)
  }

  /** Somebody is there. While the question stands only its buttons say so. */
  touch() {
    if (!this.#isAsking) this.#touchedAt = Date.now()
  }

  stay() {
    this.#isAsking = false
    this.touch()
    this.#heard.stays()
  }

  // Private

  #look() {
    const quiet = Date.now() - this.#touchedAt
    // A clock that was set back must not keep the screen for an hour.
    if (quiet < 0) this.#touchedAt = Date.now()
    if (quiet < QUIET_MS) return
    const left = QUIET_MS + GRACE_MS - quiet
    if (left <= 0) return this.#heard.leaves()
    this.#isAsking = true
    this.#heard.asks(Math.ceil(left / 1000))
  }
}
