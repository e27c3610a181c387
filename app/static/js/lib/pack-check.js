// Whether what the phone keeps of a territory is there and is what it should be.

import { PackFault } from "./pack-faults.js"
import { entriesOf } from "./pack-manifest.js"
import { addressesOf, openPart } from "./pack-part.js"

const DAY_MS = 86_400_000

/**
 * @typedef {import("./pack-manifest.js").Entry} Entry
 * @typedef {import("./pack-store.js").PackStore} PackStore
 */

/** @param {PackStore} store @param {import("./pack-store.js").Kept} kept @returns {Promise<boolean>} by the names of the parts alone */
export async function isWhole(store, { manifest, languages }) {
  const here = await store.shas()
  return entriesOf(manifest, languages).every(({ sha256 }) => here.has(sha256))
}

/**
 * Read every part again as it lies there. Damaged ones are dropped, so that they are fetched again.
 * @param {PackStore} store
 * @param {Entry[]} entries
 * @returns {Promise<Record<string, string[]>>} the addresses that each part answers for
 * @throws {PackFault} damaged
 */
export async function verify(store, entries) {
  /** @type {Record<string, string[]>} */
  const contents = {}
  const bad = []
  for (const entry of entries) {
    const addresses = await addressesIn(store, entry)
    if (addresses) contents[entry.sha256] = addresses
    else bad.push(entry.sha256)
  }
  await store.drop(bad)
  if (bad.length) throw new PackFault("damaged", `${bad.length} of ${entries.length} parts are damaged.`)
  return contents
}

/** Read what is kept again, and note that it is good. @param {PackStore} store @throws {PackFault} damaged */
export async function verifyKept(store) {
  const kept = await store.current()
  if (!kept) return
  await verify(store, entriesOf(kept.manifest, kept.languages))
  await store.putCurrent({ ...kept, verifiedAt: Date.now() })
}

/** @param {import("./pack-store.js").Kept} kept @returns {boolean} once a day, also when the clock was set back */
export function isCheckDue({ verifiedAt }) {
  return Math.abs(Date.now() - verifiedAt) > DAY_MS
}

// Private

/** @param {PackStore} store @param {Entry} entry @returns {Promise<string[] | undefined>} */
async function addressesIn(store, entry) {
  try {
    return addressesOf(entry, await openPart(entry, await store.part(entry.sha256)))
  } catch (error) {
    if (error instanceof PackFault) return undefined
    throw error
  }
}
