// The worker's share of the outbox: it sends on when the page is gone, and when the browser says that the network is back.

import { Outbox } from "../lib/outbox.js"

/** @returns {Promise<void>} rejected while something waits: the browser then tries again */
export async function sendOutbox() {
  const left = await new Outbox(EDITION.base).sendAll("now")
  if (left.some((letter) => !letter.refused)) throw new Error("The network is not there yet.")
}
