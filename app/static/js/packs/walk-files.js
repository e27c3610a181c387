// All that one walk needs of a pack, read again from where it lies, as if the network were gone.

import { PackFault, faultOf } from "./faults.js"
import { entriesOf } from "./manifest.js"
import { PackReader } from "./reader.js"
import { waitForShell } from "./shell.js"

/**
 * @typedef {{ files: number, bytes: number, missing: string[] }} Read `bytes` as they lie open; `missing`: addresses that
 *   are not kept, or are not whole
 */

/**
 * @param {import("./store.js").PackStore} store
 * @param {{ paths: string[], shell: string[] }} needs addresses below the base: of the pack, and of what pages are dressed in
 * @returns {Promise<Read>}
 * @throws {PackFault} shell: the worker is not there, or lacks something
 */
export async function readWalkFiles(store, { paths, shell }) {
  const kept = await store.current()
  const sizes = kept ? await readEach(store, kept, paths) : paths.map(() => null)
  await waitForShell()
  const dressed = await Promise.all(shell.map(readShell))
  const all = [...sizes, ...dressed]
  const missing = [...paths, ...shell].filter((_, i) => all[i] === null)
  const read = all.filter((size) => size !== null)
  return { files: read.length, bytes: read.reduce((sum, size) => sum + size, 0), missing }
}

// Private

/** @param {import("./store.js").PackStore} store @param {import("./store.js").Kept} kept @param {string[]} paths */
async function readEach(store, { manifest, languages, contents }, paths) {
  const reader = new PackReader(store, manifest)
  const entries = entriesOf(manifest, languages)
  /** @type {(number | null)[]} */
  const sizes = []
  for (const path of paths) {
    const entry = entries.find(({ sha256 }) => contents[sha256]?.includes(path))
    sizes.push(entry ? await sizeOf(reader, entry, path) : null)
  }
  return sizes
}

/** @param {PackReader} reader @param {import("./manifest.js").Entry} entry @param {string} path */
async function sizeOf(reader, entry, path) {
  try {
    return (await reader.read(entry, path)).body.length
  } catch (error) {
    if (error instanceof RangeError || faultOf(error) instanceof PackFault) return null
    throw error
  }
}

/** @param {string} url */
async function readShell(url) {
  const kept = await caches.match(new URL(url, location.href).href)
  return kept ? (await kept.arrayBuffer()).byteLength : null
}
