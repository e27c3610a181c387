// The outbox: what is typed on this phone waits here until the server says that it has it, exactly once.
// Pages and the worker share it; one of them sends at a time.

import { putPhoto } from "./photo.js"
import { ENDPOINT, post, waitAfter } from "./post.js"
import { ReceivedStore } from "./received.js"
import { Seat } from "./seat.js"
import { SuggestionStore } from "./store.js"
import { inTurn, isWanted } from "./turn.js"

/**
 * @typedef {import("./store.js").Suggestion} Suggestion
 * @typedef {import("./post.js").Verdict} Verdict
 * @typedef {import("./turn.js").Urgency} Urgency
 * @typedef {{ arrived: string, said: string, leaving: string }} News the key of a suggestion that the server has now, and what
 *   it made of it; the key of one that is being sent
 */

/** @type {News} */
const NO_NEWS = { arrived: "", said: "", leaving: "" }
/** Of one whose record this release cannot read. @type {Verdict & { sent: boolean }} */
const UNSENDABLE = { outcome: "later", sentence: "", waitMs: 0, sent: false }

export class Outbox {
  /** @param {string} base of the site */
  constructor(base) {
    this.#name = `adeuxpas ${base} outbox`
    this.#url = `${base}${ENDPOINT}`
    this.#suggestions = new SuggestionStore(base)
    this.#seat = new Seat(this.#name, this.#suggestions)
    this.received = new ReceivedStore(base)
  }

  #name
  #url
  #suggestions
  #seat

  /** @returns {Promise<Suggestion[]>} */
  all() {
    return this.#suggestions.all()
  }

  /** @param {Suggestion} suggestion @returns {Promise<void>} rejected when this phone keeps nothing */
  async keep(suggestion) {
    await this.#suggestions.put(suggestion)
    this.#tell({})
  }

  /** @param {string} key */
  async remove(key) {
    await this.#suggestions.remove(key)
    this.#tell({})
  }

  /** Take a suggestion back, while nobody sends. @param {string} key @returns {Promise<boolean>} false: it has left, or is leaving */
  async withdraw(key) {
    let isBack = false
    await this.#alone(async () => {
      isBack = (await this.all()).some((suggestion) => suggestion.key === key && !suggestion.sent)
      if (isBack) await this.#suggestions.remove(key)
    })
    if (isBack) this.#tell({})
    return isBack
  }

  /**
   * Hear of every change, made by whichever page or worker.
   * @param {(news: News) => void} changed
   * @returns {() => void} stops it
   */
  watch(changed) {
    const channel = new BroadcastChannel(this.#name)
    channel.onmessage = ({ data }) => changed({ ...NO_NEWS, ...data })
    return () => channel.close()
  }

  /** Send once without keeping: what a phone that keeps nothing can still do. @param {Suggestion} suggestion */
  post(suggestion) {
    return post(this.#addressFor(suggestion), suggestion)
  }

  /** Send what there is, until the network fails. @param {Urgency} urgency */
  async sendAll(urgency) {
    await this.#alone(async () => {
      const now = Date.now()
      for (const suggestion of inTurn(await this.all())) {
        if (isWanted(suggestion, urgency, now) && !(await this.#send(suggestion))) break
      }
    })
    return this.all()
  }

  /** @param {Suggestion} suggestion @returns {Promise<boolean>} whether to go on: a suggestion that fails alone holds up no other */
  async #send(suggestion) {
    this.#tell({ leaving: suggestion.key })
    const { sent, ...verdict } = await this.#deliver(suggestion).catch(() => UNSENDABLE)
    await this.received.hear(suggestion, verdict)
    if (verdict.outcome === "arrived") await this.#suggestions.remove(suggestion.key)
    else await this.#suggestions.change(marked({ ...suggestion, sent, ...(sent && { ticket: verdict.ticket }) }, verdict))
    this.#tell(verdict.outcome === "arrived" ? { arrived: suggestion.key, said: verdict.said } : {})
    return verdict.outcome !== "away" && verdict.waitMs === 0
  }

  /** Its words, then its photo: cut off between the two, only the photo goes again. @param {Suggestion} suggestion @returns {Promise<Verdict & { sent: boolean }>} */
  async #deliver(suggestion) {
    const verdict = suggestion.sent ? null : await this.post(suggestion)
    if (verdict && (verdict.outcome !== "arrived" || !suggestion.photo)) return { ...verdict, sent: false }
    const { ticket } = verdict ?? suggestion
    if (verdict) await this.#suggestions.change({ ...suggestion, sent: true, ticket }).then(() => this.#tell({}))
    const { isUnknown, ...photo } = await putPhoto(this.#addressFor(suggestion, `/${suggestion.key}/photo`), suggestion)
    return { ...photo, ticket, said: verdict?.said, sent: !isUnknown }
  }

  /** Refusals come in the language of the page. @param {Suggestion} suggestion @param {string} [part] */
  #addressFor({ body }, part = "") {
    return body.lang ? `${this.#url}${part}?lang=${body.lang}` : `${this.#url}${part}`
  }

  /** @param {() => Promise<void>} act */
  #alone(act) {
    return navigator.locks ? navigator.locks.request(this.#name, act) : this.#seat.take(act)
  }

  /** @param {Partial<News>} news */
  #tell(news) {
    const channel = new BroadcastChannel(this.#name)
    channel.postMessage(news)
    channel.close()
  }
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

/** @param {Suggestion} suggestion @param {Verdict} verdict @returns {Suggestion} */
function marked(suggestion, { sentence, waitMs }) {
  const tries = (suggestion.tries || 0) + 1
  return { ...suggestion, tries, refused: sentence, next: Date.now() + Math.max(waitMs, waitAfter(tries - 1)) }
}
