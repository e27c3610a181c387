// The outbox: what is typed on this phone waits here until the server says that it has it, exactly once.
// Pages and the worker share it; one of them sends at a time.

import { Letters } from "./letters.js"
import { DOOR, isDue, post, waitAfter } from "./post.js"

/**
 * @typedef {import("./letters.js").Letter} Letter
 * @typedef {import("./post.js").Verdict} Verdict
 * @typedef {"due" | "now" | "asked"} Urgency letters whose wait is over, all that may still arrive, or refused ones too
 */

export class Outbox {
  /** @param {string} base of the site */
  constructor(base) {
    this.#name = `adeuxpas ${base} outbox`
    this.#url = `${base}${DOOR}`
    this.#letters = new Letters(base)
  }

  #name
  #url
  #letters

  /** @returns {Promise<Letter[]>} */
  all() {
    return this.#letters.all()
  }

  /** @param {Letter} letter @returns {Promise<void>} rejected when this phone keeps nothing */
  async keep(letter) {
    await this.#letters.put(letter)
    this.#tell(null)
  }

  /** @param {string} key */
  async remove(key) {
    await this.#letters.remove(key)
    this.#tell(null)
  }

  /**
   * Hear of every change, made by whichever page or worker.
   * @param {(arrived: string | null) => void} changed told the key of a letter that the server has now
   * @returns {() => void} stops it
   */
  watch(changed) {
    const channel = new BroadcastChannel(this.#name)
    channel.onmessage = ({ data }) => changed(data)
    return () => channel.close()
  }

  /** Send once without keeping: what a phone that keeps nothing can still do. @param {Letter} letter */
  post(letter) {
    return post(this.#addressFor(letter), letter)
  }

  /** Send what there is, the oldest first, until the network fails. @param {Urgency} urgency */
  async sendAll(urgency) {
    await this.#alone(async () => {
      const now = Date.now()
      for (const letter of await this.all()) {
        if (isWanted(letter, urgency, now) && !(await this.#send(letter))) break
      }
    })
    return this.all()
  }

  /** @param {Letter} letter @returns {Promise<boolean>} whether to go on: a letter that fails alone holds up no other */
  async #send(letter) {
    const verdict = await this.post(letter)
    if (verdict.outcome === "arrived") await this.#letters.remove(letter.key)
    else await this.#letters.change(marked(letter, verdict))
    this.#tell(verdict.outcome === "arrived" ? letter.key : null)
    return verdict.outcome !== "away" && verdict.waitMs === 0
  }

  /** Refusals come in the language of the page. @param {Letter} letter */
  #addressFor({ body }) {
    return body.lang ? `${this.#url}?lang=${body.lang}` : this.#url
  }

  /** @param {() => Promise<void>} act */
  async #alone(act) {
    if (navigator.locks) return navigator.locks.request(this.#name, act)
    if (!(await this.#letters.sitDown())) return
    await act().finally(() => this.#letters.getUp())
  }

  /** @param {string | null} arrived */
  #tell(arrived) {
    const channel = new BroadcastChannel(this.#name)
    channel.postMessage(arrived)
    channel.close()
  }
}

/** @param {Letter} letter @param {Urgency} urgency @param {number} now */
export function isWanted(letter, urgency, now) {
  if (urgency === "asked") return true
  return !letter.refused && (urgency === "now" || isDue(letter, now))
}

/** @returns {string} a UUID, on addresses without https too */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

// Private

/** @param {Letter} letter @param {Verdict} verdict @returns {Letter} */
function marked(letter, { sentence, waitMs }) {
  const tries = letter.tries + 1
  return { ...letter, tries, refused: sentence, next: Date.now() + Math.max(waitMs, waitAfter(tries - 1)) }
}
