// The screen stays on while a walk is led, where the browser lets it; that it does not is said.

export class Wake {
  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed
  }

  #changed
  #isWanted = false
  /** @type {WakeLockSentinel | null} */ #lock = null

  get isHeld() {
    return this.#lock !== null
  }

  start() {
    this.#isWanted = true
    this.ask()
  }

  stop() {
    this.#isWanted = false
    this.#lock?.release().catch(() => undefined)
    this.#lock = null
  }

  /** Again at each tap and each time the page is seen: phones take it back when their battery is low. */
  async ask() {
    if (!this.#isWanted || this.#lock || document.hidden || !("wakeLock" in navigator)) return
    try {
      const lock = await navigator.wakeLock.request("screen")
      if (!this.#isWanted) return void lock.release()
      this.#lock = lock
      lock.addEventListener("release", () => this.#lose(lock), { once: true })
    } catch {
      // Refused: the screen says so.
    }
    this.#changed()
  }

  // Private

  /** @param {WakeLockSentinel} lock */
  #lose(lock) {
    if (this.#lock !== lock) return
    this.#lock = null
    this.#changed()
  }
}
