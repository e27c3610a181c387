// Two pages that lead one walk write into one list: each says so, as long as the other is there.

export class Elsewhere {
  /** @param {string} walk @param {(isElsewhere: boolean) => void} changed */
  constructor(walk, changed) {
    this.#walk = walk
    this.#changed = changed
  }

  #walk
  #changed
  /** @type {BroadcastChannel | null} */
  #channel = null

  start() {
    this.#channel = new BroadcastChannel("adeuxpas leaders")
    this.#channel.onmessage = ({ data: { walk, asks } }) => this.#hear(walk, asks)
    this.ask()
  }

  stop() {
    this.#channel?.close()
    this.#channel = null
  }

  /** Again whenever the page is seen: the other one may be gone. */
  ask() {
    this.#changed(false)
    this.#channel?.postMessage({ walk: this.#walk, asks: true })
  }

  // Private

  /** @param {string} walk @param {boolean} asks */
  #hear(walk, asks) {
    if (walk !== this.#walk) return
    this.#changed(true)
    if (asks) this.#channel?.postMessage({ walk, asks: false })
  }
}
