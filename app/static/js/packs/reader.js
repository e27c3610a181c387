// Reading files out of a pack: parts are opened once, files cut out of them, and nothing handed out that is not whole.

import { PackFault } from "./faults.js"
import { digestOf } from "./gzip.js"
import { filesOf, openPart } from "./part.js"

/** Parts opened last that are held on to. */
const MOST_OPENED = 6

/**
 * @typedef {import("./manifest.js").Entry} Entry
 * @typedef {{ body: Uint8Array, type: string, lang: string }} File
 */

export class PackReader {
  /** @param {import("./store.js").PackStore} store @param {import("./manifest.js").Manifest} manifest */
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
    const files = await this.#openFiles(entry)
    const { type, lang, sha } = files.find(path) ?? lost(path)
    const body = new TextEncoder().encode(files.cut(path))
    return (await digestOf(body)).startsWith(sha) ? { body, type, lang } : lost(path)
  }

  /** @param {Entry} entry @returns {Promise<string[]>} the addresses that it answers for @throws {PackFault} damaged */
  async addresses(entry) {
    if (entry.kind === "leaves") return (await this.#openFiles(entry)).paths
    await this.#openFile(entry)
    return [entry.target ?? ""]
  }

  /** @param {Entry} entry @returns {Promise<Uint8Array>} */
  #openFile(entry) {
    return this.#once(entry, () => this.#bytes(entry))
  }

  /** @param {Entry} entry @returns {Promise<import("./files.js").PackFiles>} */
  #openFiles(entry) {
    return this.#once(entry, async () => {
      const files = filesOf(await this.#bytes(entry))
      const before = files.after && this.#manifest.shared.find(({ name }) => name === files.after)
      if (before) files.follow(await this.#openFiles(before))
      return files
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
  throw new PackFault("damaged", `The file ${path} is not whole.`)
}
