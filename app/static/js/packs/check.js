// Whether what the phone keeps of a territory is there and is what it should be.

import { PackFault } from "./faults.js"
import { entriesOf } from "./manifest.js"
import { PackReader } from "./reader.js"

const DAY_MS = 86_400_000

/**
 * @typedef {import("./manifest.js").Entry} Entry
 * @typedef {import("./store.js").PackStore} PackStore
 */

/** @param {PackStore} store @param {import("./store.js").Kept} kept @returns {Promise<boolean>} by the names of the parts alone */
export async function isWhole(store, { manifest, languages }) {
  const here = await store.shas()
  return entriesOf(manifest, languages).every(({ sha256 }) => here.has(sha256))
}

/**
 * Read every file of every part again as it lies there. Damaged parts are dropped, so that they are fetched again.
 * @param {PackStore} store
 * @param {{ manifest: import("./manifest.js").Manifest, languages: string[] }} pack
 * @returns {Promise<Record<string, string[]>>} the addresses that each part answers for
 * @throws {PackFault} damaged
 */
export async function verify(store, { manifest, languages }) {
  const [reader, entries] = [new PackReader(store, manifest), entriesOf(manifest, languages)]
  /** @type {Record<string, string[]>} */
  const contents = {}
  /** @type {Set<string>} */
  const bad = new Set()
  for (const entry of entries) {
    try {
      contents[entry.sha256] = await readAll(reader, entry)
    } catch (error) {
      bad.add(damagedPart(error, entry))
    }
  }
  await store.drop(bad)
  if (bad.size) throw new PackFault("damaged", `${bad.size} of ${entries.length} parts are damaged.`)
  return contents
}

/** Read what is kept again, and note that it is good. @param {PackStore} store @throws {PackFault} damaged */
export async function verifyKept(store) {
  const kept = await store.current()
  if (!kept) return
  await verify(store, kept)
  await store.putCurrent({ ...kept, verifiedAt: Date.now() })
}

/** @param {import("./store.js").Kept} kept @returns {boolean} once a day, also when the clock was set back */
export function isCheckDue({ verifiedAt }) {
  return Math.abs(Date.now() - verifiedAt) > DAY_MS
}

// Private

/** @param {PackReader} reader @param {Entry} entry */
async function readAll(reader, entry) {
  const addresses = await reader.addresses(entry)
  for (const address of addresses) await reader.read(entry, address)
  return addresses
}

/** @param {unknown} error @param {Entry} entry that was read @returns {string} the SHA-256 of this part, or of the one that it follows */
function damagedPart(error, { sha256 }) {
  if (error instanceof PackFault) return error.part ?? sha256
  if (error instanceof RangeError) return sha256
  throw error
}
