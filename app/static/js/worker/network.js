// The network with a limit to patience, and a memory of its slowness: a server that hangs costs its wait once,
// not at each file.

import { keep } from "./visited.js"

/** How long to wait when there is something kept to show, and when there is nothing. */
const PATIENCE_MS = { kept: 2500, keptWhileSlow: 300, nothing: 8000, nothingWhileSlow: 4000 }
const MEMORY_MS = 60_000

let slowUntil = 0

/**
 * Ask the network at once and keep what it answers, also when the answer comes after we stopped waiting.
 * @param {FetchEvent} event
 * @returns {(hasKept: boolean) => Promise<Response>} waits for the answer: rejected when the network is away, or too slow for
 *   somebody who has something kept to show, or nothing
 */
export function askNetwork(event) {
  const asked = fetch(event.request)
  const kept = asked.then((response) => keep(event.request.url, response.clone()))
  // Away is not an error here: whoever asked is told by `asked` itself.
  event.waitUntil(kept.catch(() => undefined))
  return (hasKept) => inTime(hasKept ? asked.then(whole) : asked, patience(hasKept, Date.now() < slowUntil))
}

/**
 * Ask the network for what there is another answer to.
 * @param {Request} request
 * @returns {Promise<Response>} rejected when the network is away or too slow
 */
export function askBriefly(request) {
  return inTime(fetch(request), patience(true, Date.now() < slowUntil))
}

// Private

/** @param {boolean} hasKept @param {boolean} isSlow */
function patience(hasKept, isSlow) {
  if (hasKept) return isSlow ? PATIENCE_MS.keptWhileSlow : PATIENCE_MS.kept
  return isSlow ? PATIENCE_MS.nothingWhileSlow : PATIENCE_MS.nothing
}

/** @param {Promise<Response>} asked @param {number} delayMs @returns {Promise<Response>} */
function inTime(asked, delayMs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      slowUntil = Date.now() + MEMORY_MS
      reject(new Error(`No answer in ${delayMs} ms.`))
    }, delayMs)
    const arrived = (/** @type {Response} */ response) => {
      slowUntil = 0
      resolve(response)
    }
    asked.then(arrived, reject).finally(() => clearTimeout(timer))
  })
}

/** A body may stop half-way: where something is kept, the answer counts once all of it is here. @param {Response} response */
async function whole(response) {
  await response.clone().arrayBuffer()
  return response
}
