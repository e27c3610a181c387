// The page's side of the outbox: one for the page, and the worker woken to send on when the page is left.

import { recall, remember } from "../page/memory.js"
import { baseOf } from "../page/addresses.js"
import { Outbox } from "./outbox.js"

const TAG = "adeuxpas-outbox"

/** @type {Outbox | null} */
let outbox = null

export function pageOutbox() {
  outbox ??= new Outbox(baseOf())
  return outbox
}

/** Pages without a form look into the outbox only when this says so. @param {number} count */
export function noteCount(count) {
  remember("outbox", count ? String(count) : "")
}

/** Whether it is worth opening the outbox: not when it was empty the last time. */
export function mayHoldSuggestions() {
  return recall("outbox") !== ""
}

/** Whether something waited the last time that anybody could look. */
export function hasNoted() {
  return Boolean(recall("outbox"))
}

/** Have the worker send as well: it outlives the page, and hears of the network's return. */
export async function wakeWorker() {
  const registration = await navigator.serviceWorker?.getRegistration(baseOf())
  if (!registration?.active) return
  try {
    // @ts-expect-error Background Sync: Chromium only, and a person may forbid it
    await registration.sync.register(TAG)
  } catch {
    registration.active.postMessage({ type: "SEND_OUTBOX" })
  }
}
