// Bringing the parts that a phone lacks: a patch of an older part where there is one, else the whole part.

import { PackFault } from "./faults.js"
import { fetchWhole } from "./fetch.js"
import { deflate, inflate, isGzip } from "./gzip.js"
import { bytesOf, lacksOf } from "./manifest.js"
import { openPart } from "./part.js"
import { applyPatch } from "./patch.js"

/** Files under way at the same time: enough to hide the way there and back. */
const LANES = 3

/**
 * @typedef {import("./manifest.js").Entry} Entry
 * @typedef {import("./manifest.js").Lack} Lack
 */

export class PackDownload {
  /**
   * @param {string} base
   * @param {import("./store.js").PackStore} store
   * @param {{ signal: AbortSignal, cache: RequestCache, tell: (bytes: number, total: number) => void }} given
   */
  constructor(base, store, { signal, cache, tell }) {
    this.#base = base
    this.#store = store
    this.#cache = cache
    this.#tell = tell
    // One lane that fails ends the others.
    signal.addEventListener("abort", () => this.#end.abort(), { signal: this.#end.signal })
    if (signal.aborted) this.#end.abort()
  }

  #base
  #store
  #cache
  #tell
  #end = new AbortController()
  #bytes = 0
  #total = 0

  /** Fetch what the phone lacks of these parts; each is verified before it is put away. @param {Entry[]} entries */
  async bring(entries) {
    const lacks = lacksOf(entries, await this.#store.shas())
    this.#count(0, bytesOf(lacks))
    const lanes = Array.from({ length: LANES }, () => this.#lane(lacks))
    const ends = await Promise.allSettled(lanes)
    const faults = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))
    if (faults.length) throw faults.find(({ reason }) => reason !== "stopped") ?? faults[0]
  }

  /** @param {Lack[]} lacks shared with the other lanes */
  async #lane(lacks) {
    try {
      for (let lack = lacks.shift(); lack; lack = lacks.shift()) await this.#bringOne(lack)
    } catch (error) {
      lacks.length = 0
      this.#end.abort()
      throw error
    }
  }

  /** @param {Lack} lack */
  async #bringOne(lack) {
    const bytes = (await this.#patched(lack)) ?? (await this.#whole(lack.entry))
    await this.#store.putPart(lack.entry.sha256, bytes)
  }

  /** @param {Lack} lack @returns {Promise<Uint8Array | undefined>} nothing when the patch leads elsewhere */
  async #patched({ entry, patch, bytes }) {
    if (!patch) return undefined
    try {
      const [before, told] = [await this.#store.part(patch.from), await this.#fetch(patch.path)]
      const made = applyPatch(await unpacked(before), JSON.parse(new TextDecoder().decode(await unpacked(told))))
      return await deflate(await openPart(entry, made))
    } catch (error) {
      if (error instanceof PackFault && ["network", "stopped"].includes(error.reason)) throw error
      this.#count(-bytes, entry.bytes - bytes)
      return undefined
    }
  }

  /** @param {Entry} entry */
  async #whole(entry) {
    const bytes = await this.#fetch(entry.path)
    const opened = await openPart(entry, bytes).catch((fault) => Promise.reject(new PackFault("garbled", fault.message, fault)))
    return entry.coding === "gzip" && !isGzip(bytes) ? deflate(opened) : bytes
  }

  /** @param {string} path */
  async #fetch(path) {
    const asking = { signal: this.#end.signal, cache: this.#cache, onBytes: (/** @type {number} */ more) => this.#count(more, 0) }
    return (await fetchWhole(this.#base + path, asking)).bytes
  }

  /** @param {number} bytes @param {number} total more than before */
  #count(bytes, total) {
    this.#bytes = Math.max(0, this.#bytes + bytes)
    this.#total += total
    this.#tell(Math.min(this.#bytes, this.#total), this.#total)
  }
}

// Private

/** @param {Uint8Array | undefined} bytes */
async function unpacked(bytes = new Uint8Array()) {
  return isGzip(bytes) ? inflate(bytes) : bytes
}
