// The stamps that children were given: kept on this phone after the walk is over, and after another one of it is begun.

import { WalkRows } from "./walk-rows.js"

/** @typedef {{ walk: string, stamps: Record<string, number> }} Card when each stop was stamped, by what it is known by */

const cards = () => new WalkRows("stamps", "cards")

/** @param {import("./walk.js").Stop} stop @param {number} i @returns {string} what a stop is known by, whatever edition it is of */
export function stampOf({ place }, i) {
  return place || String(i + 1)
}

/** @param {string} walk @returns {Promise<Card["stamps"]>} none where the phone keeps nothing */
export async function readStamps(walk) {
  const card = await cards().get(walk).catch(() => undefined)
  return card?.stamps ?? {}
}

/** A stop is stamped once: a second one leaves the first. @param {string} walk @param {string} stamp @param {number} at */
export async function addStamp(walk, stamp, at) {
  await cards().run("readwrite", (store) => {
    const held = store.get(walk)
    held.onsuccess = () => store.put({ walk, stamps: { [stamp]: at, ...held.result?.stamps } })
    return held
  })
}
