// Sees to the packs of this phone on whatever page it opens: nothing is loaded when there are none.

import { assetOf, baseOf } from "../page/addresses.js"
import { recall } from "../page/memory.js"

/** One that is folded waits until somebody opens it. */
const CARD = "neighbourhood-pack:not(details:not([open]) *)"
/** The page comes first. */
const CARD_AFTER_MS = 200
const MEND_AFTER_MS = 2500

/** Give the page's card its script, mend packs once the page is at rest and whenever the worker finds one damaged. */
export function watchPacks() {
  atRest(CARD_AFTER_MS, () => document.querySelector(CARD) && loadPack())
  if (!("caches" in globalThis)) return
  atRest(MEND_AFTER_MS, mendIfAny)
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.type === "PACK_DAMAGED" && mend())
}

/** @returns {Promise<typeof import("../pack.js") | null>} the scripts of packs; nothing when they cannot be had */
export function loadPack() {
  return import(assetOf("pack.js")).catch(() => null)
}

// Private

/** @param {number} delayMs after the page has loaded @param {() => unknown} act */
function atRest(delayMs, act) {
  const start = () => setTimeout(act, delayMs)
  if (document.readyState === "complete") start()
  else addEventListener("load", start, { once: true })
}

async function mendIfAny() {
  // Private windows may refuse: then there is nothing to mend.
  const names = await caches.keys().catch(() => [])
  const isAny = names.some((name) => name.startsWith(`adeuxpas ${baseOf()} pack `))
  if (isAny || recall("packs")) await mend()
}

async function mend() {
  await (await loadPack())?.mendPacks()
}
