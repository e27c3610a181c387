// A part of a pack, from the bytes that lie somewhere to the bytes that are meant, or a fault.

import { PackFault } from "./faults.js"
import { PackFiles } from "./files.js"
import { digestOf, inflate, isGzip } from "./gzip.js"

/** @typedef {import("./manifest.js").Entry} Entry */

/**
 * Decode a part and make sure that it is the one named: by its length and its SHA-256. Bytes that somebody on the way
 * has inflated already are taken as they are.
 * @param {Entry} entry
 * @param {Uint8Array | undefined} stored
 * @returns {Promise<Uint8Array>}
 * @throws {PackFault} damaged, when they are others
 */
export async function openPart(entry, stored) {
  const { coding, size, sha256 } = entry
  if (!stored) throw damage(entry, "is missing")
  const bytes = coding === "gzip" && isGzip(stored) ? await inflated(entry, stored) : stored
  if (bytes.length !== size) throw damage(entry, `has ${bytes.length} bytes when expected ${size}`)
  const found = await digestOf(bytes)
  if (found !== sha256) throw damage(entry, `has the digest ${found} when expected ${sha256}`)
  return bytes
}

/** @param {Uint8Array} bytes of a part with many files that was opened @returns {PackFiles} */
export function filesOf(bytes) {
  return new PackFiles(new TextDecoder().decode(bytes))
}

// Private

/** @param {Entry} entry @param {Uint8Array} stored */
async function inflated(entry, stored) {
  try {
    return await inflate(stored)
  } catch (error) {
    throw damage(entry, "does not unpack", error)
  }
}

/** @param {Entry} entry @param {string} what @param {unknown} [cause] */
function damage({ name, sha256 }, what, cause) {
  return Object.assign(new PackFault("damaged", `The part ${name} ${what}.`, cause), { part: sha256 })
}
