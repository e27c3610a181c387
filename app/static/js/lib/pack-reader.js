// Reading files out of a pack: parts are opened once, leaves cut out of them, and nothing handed out that is not whole.

import { digestOf } from "./gzip.js"
import { PackFault } from "./pack-faults.js"
import { leavesOf, openPart } from "./pack-part.js"

/** Parts opened last that are held on to. */
const MOST_OPENED = 6

/**
 * @typedef {import("./pack-manifest.js").Entry} Entry
 * @typedef {{ body: Uint8Array, type: string, lang: string }} File
 */

export class PackReader {
  /** @param {import("./pack-store.js").PackStore} store @param {import("./pack-manifest.js").Manifest} manifest */
  constructor(store, manifest) {
    this.#store = store
    this.#manifest = manifest
  }

  #store
  #manifest
  /** @type {Map<string, Promise<any>>} by SHA-256 */
  #opened = new Map()

  /** @param {Entry} entry @param {string} path one of its addresses @returns {Promise<File>} @throws {PackFault} damaged */
  async read(entry, path) {
    if (entry.kind === "file") return { body: await this.#openFile(entry), type: entry.type ?? "", lang: "" }
    const leaves = await this.#openLeaves(entry)
    const { type, lang, sha } = leaves.find(path) ?? lost(path)
    const body = new TextEncoder().encode(leaves.cut(path))
    return (await digestOf(body)).startsWith(sha) ? { body, type, lang } : lost(path)
  }

  /** @param {Entry} entry @returns {Promise<string[]>} the addresses that it answers for @throws {PackFault} damaged */
  async addresses(entry) {
    if (entry.kind === "leaves") return (await this.#openLeaves(entry)).paths
    await this.#openFile(entry)
    return [entry.target ?? ""]
  }

  /** @param {Entry} entry @returns {Promise<Uint8Array>} */
  #openFile(entry) {
    return this.#once(entry, () => this.#bytes(entry))
  }

  /** @param {Entry} entry @returns {Promise<import("./leaves.js").Leaves>} */
  #openLeaves(entry) {
    return this.#once(entry, async () => {
      const leaves = leavesOf(await this.#bytes(entry))
      const before = leaves.after && this.#manifest.shared.find(({ name }) => name === leaves.after)
      if (before) leaves.follow(await this.#openLeaves(before))
      return leaves
    })
  }

  /** @param {Entry} entry */
  async #bytes(entry) {
    return openPart(entry, await this.#store.part(entry.sha256))
  }

  /** @template T @param {Entry} entry @param {() => Promise<T>} open @returns {Promise<T>} */
  #once({ sha256 }, open) {
    const known = this.#opened.get(sha256) ?? open()
    this.#opened.delete(sha256)
    this.#opened.set(sha256, known)
    known.catch(() => this.#opened.delete(sha256))
    if (this.#opened.size > MOST_OPENED) this.#opened.delete(/** @type {string} */ (this.#opened.keys().next().value))
    return known
  }
}

// Private

/** @param {string} path @returns {never} */
function lost(path) {
  throw new PackFault("damaged", `The leaf ${path} is not whole.`)
}
