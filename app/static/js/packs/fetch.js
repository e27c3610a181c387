// Fetching the files of a pack over a network that may stop, hang or lie.

import { PackFault } from "./faults.js"
import { joined } from "./patch.js"

/** How long nothing may come before the network counts as gone. */
const SILENCE_MS = 10_000
const AGAIN_MS = 1000

/**
 * @typedef {object} Asking
 * @property {AbortSignal} signal
 * @property {(bytes: number) => void} [onBytes] hears of every piece, and of what is given back before a second try
 * @property {RequestCache} [cache]
 *
 * @typedef {{ bytes: Uint8Array, response: Response }} Fetched
 */

/**
 * Fetch a file whole, a second time when the first one breaks.
 * @param {string} url
 * @param {Asking} asking
 * @returns {Promise<Fetched>}
 * @throws {PackFault} network, gone or stopped
 */
export async function fetchWhole(url, asking) {
  try {
    return await fetchOnce(url, asking)
  } catch (error) {
    if (!(error instanceof PackFault) || error.reason !== "network") throw error
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    return fetchOnce(url, asking)
  }
}

// Private

/** @param {string} url @param {Asking} asking @returns {Promise<Fetched>} */
async function fetchOnce(url, { signal, onBytes = () => undefined, cache = "default" }) {
  const patience = new Patience(signal)
  const pieces = []
  let got = 0
  try {
    const response = await fetch(url, { signal: patience.signal, cache })
    check(response)
    for await (const piece of piecesOf(response)) {
      patience.renew()
      onBytes(piece.length)
      got += piece.length
      pieces.push(piece)
    }
    return { response, bytes: joined(pieces, got) }
  } catch (error) {
    onBytes(-got)
    throw error instanceof PackFault ? error : patience.fault(url, error)
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

/** Lets a request go on for as long as something comes. */
class Patience {
  /** @param {AbortSignal} asked ends it too */
  constructor(asked) {
    this.#asked = asked
    asked.addEventListener("abort", this.#giveUp)
    if (asked.aborted) this.#giveUp()
    this.renew()
  }

  #asked
  #request = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer
  #giveUp = () => this.#request.abort()

  get signal() {
    return this.#request.signal
  }

  renew() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#giveUp, SILENCE_MS)
  }

  end() {
    clearTimeout(this.#timer)
    this.#asked.removeEventListener("abort", this.#giveUp)
  }

  /** @param {string} url @param {unknown} error what ended the request */
  fault(url, error) {
    if (this.#asked.aborted) return new PackFault("stopped", `${url} is no longer wanted.`, error)
    return new PackFault("network", `${url} broke off, or fell silent for ${SILENCE_MS} ms.`, error)
  }
}
