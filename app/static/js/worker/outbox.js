// The worker's share of the outbox: it sends on when the page is gone, when the browser says that the network is back, and
// answers a page whose suggestion met nobody.

import { Outbox } from "../outbox/outbox.js"
import { NOBODY } from "../outbox/post.js"

/** @returns {Promise<void>} rejected while something waits: the browser then tries again */
export async function sendOutbox() {
  const left = await new Outbox(EDITION.base).sendAll("now")
  if (left.some((suggestion) => !suggestion.refused)) throw new Error("The network is not there yet.")
}

/** @param {Request} request that hands over a suggestion @returns {Promise<Response>} */
export function handOn(request) {
  return fetch(request).catch(() => new Response(null, { status: NOBODY }))
}
