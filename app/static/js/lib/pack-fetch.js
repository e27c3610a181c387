// Fetching the files of a pack over a network that may stop, hang or lie.

import { PackFault, faultOf } from "./pack-faults.js"
import { joined } from "./patch.js"

/** How long nothing may come before the network counts as gone. */
const SILENCE_MS = 10_000
const AGAIN_MS = 1000

/**
 * @typedef {object} Asking
 * @property {AbortSignal} signal
 * @property {(bytes: number) => void} [onBytes] hears of every piece, and of what is given back before a second try
 * @property {RequestCache} [cache]
 */

/**
 * Fetch a file whole, a second time when the first one breaks.
 * @param {string} url
 * @param {Asking} asking
 * @returns {Promise<{ bytes: Uint8Array, response: Response }>}
 * @throws {PackFault}
 */
export async function fetchWhole(url, asking) {
  try {
    return await fetchOnce(url, asking)
  } catch (error) {
    const fault = faultOf(error)
    if (fault.reason !== "network" || asking.signal.aborted) throw fault
    await pause(AGAIN_MS)
    return fetchOnce(url, asking).catch((again) => Promise.reject(faultOf(again)))
  }
}

// Private

/** @param {string} url @param {Asking} asking */
async function fetchOnce(url, { signal, onBytes = () => undefined, cache = "default" }) {
  const patience = new Patience(signal)
  let got = 0
  try {
    const response = await fetch(url, { signal: patience.signal, cache })
    check(response)
    const pieces = []
    for await (const piece of piecesOf(response)) {
      patience.renew()
      got += piece.length
      onBytes(piece.length)
      pieces.push(piece)
    }
    return { response, bytes: joined(pieces, got) }
  } catch (error) {
    onBytes(-got)
    throw patience.isOver ? new PackFault("network", `${url} fell silent for ${SILENCE_MS} ms.`, error) : error
  } finally {
    patience.end()
  }
}

/** @param {Response} response */
async function* piecesOf(response) {
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value
}

/** @param {Response} response */
function check({ ok, status, url }) {
  if (ok) return
  throw new PackFault([404, 410].includes(status) ? "gone" : "network", `${url} answered ${status} when expected 200.`)
}

/** Lets a request go on as long as something comes. */
class Patience {
  /** @param {AbortSignal} asked ends it too */
  constructor(asked) {
    this.#asked = asked
    if (asked.aborted) this.#giveUp()
    asked.addEventListener("abort", this.#giveUp)
    this.renew()
  }

  #asked
  #request = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer
  isOver = false
  #giveUp = () => this.#request.abort()

  get signal() {
    return this.#request.signal
  }

  renew() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.isOver = true
      this.#giveUp()
    }, SILENCE_MS)
  }

  end() {
    clearTimeout(this.#timer)
    this.#asked.removeEventListener("abort", this.#giveUp)
  }
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
