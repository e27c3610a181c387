// Sees to the packs of this phone on whatever page it opens: nothing is loaded when there are none.

import { recall, remember } from "./memory.js"
import { baseOf } from "./worker.js"

const CARD = "neighbourhood-pack"
/** The page comes first. */
const CARD_AFTER_MS = 200
const MEND_AFTER_MS = 2500

/** Give the page's card its script, mend packs once the page is at rest and whenever the worker finds one damaged. */
export function watchPacks() {
  atRest(CARD_AFTER_MS, () => document.querySelector(CARD) && defineCard())
  if (!("caches" in globalThis)) return
  atRest(MEND_AFTER_MS, mendIfAny)
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.type === "PACK_DAMAGED" && mend())
}

// Private

/** @param {number} delayMs after the page has loaded @param {() => unknown} act */
function atRest(delayMs, act) {
  const start = () => setTimeout(act, delayMs)
  if (document.readyState === "complete") start()
  else addEventListener("load", start, { once: true })
}

/** What the scripts of packs need of the others; lent, so that no page loads one chunk more. */
function phone() {
  return { base: baseOf(), recall, remember }
}

async function defineCard() {
  const { NeighbourhoodPack } = await import("./pack.js")
  NeighbourhoodPack.phone = phone()
  customElements.define(CARD, NeighbourhoodPack)
}

async function mendIfAny() {
  const isAny = (await caches.keys()).some((name) => name.startsWith(`adeuxpas ${baseOf()} pack `))
  if (isAny || recall("packs")) await mend()
}

async function mend() {
  const { mendPacks } = await import("./pack.js")
  await mendPacks(phone())
}
