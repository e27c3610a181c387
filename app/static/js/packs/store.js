// Where a pack lies on the phone: one Cache a territory. Its record `current` says what is kept, `next` what a
// download wants; each part lies under its SHA-256. One put of `current` swaps the old pack for the new.

/**
 * @typedef {object} Kept what the phone keeps of a territory
 * @property {import("./manifest.js").Manifest} manifest
 * @property {string[]} languages
 * @property {number} keptAt by the phone's clock
 * @property {number} servedAt by the server's clock: what pages seen elsewhere are compared with
 * @property {number} verifiedAt by the phone's clock
 * @property {Record<string, string[]>} contents the addresses that each part answers for, by its SHA-256
 *
 * @typedef {{ manifest: import("./manifest.js").Manifest, languages: string[], servedAt: number }} Next
 */

/** Tells a reader that has read the record already whether it is still the same. */
const STAMP = "X-Stamp"

/** @param {string} base @returns {Promise<string[]>} the territories that this phone keeps something of */
export async function territoriesKept(base) {
  const prefix = nameOf(base, "")
  return (await caches.keys()).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
}

export class PackStore {
  /** @param {string} base @param {string} territory */
  constructor(base, territory) {
    this.territory = territory
    this.#name = nameOf(base, territory)
    this.#root = new URL(`${base}_pack/${territory}/`, location.origin).href
  }

  #name
  #root

  /** @returns {Promise<Kept | null>} */
  current() {
    return this.#record("current")
  }

  /** @returns {Promise<Next | null>} */
  next() {
    return this.#record("next")
  }

  /** @returns {Promise<string | null>} another one whenever `current` is */
  async stamp() {
    return (await this.#match("current"))?.headers.get(STAMP) ?? null
  }

  /** @param {Kept} kept */
  putCurrent(kept) {
    return this.#put("current", JSON.stringify(kept), { [STAMP]: `${kept.keptAt} ${kept.verifiedAt} ${kept.languages}` })
  }

  /** @param {Next} next */
  putNext(next) {
    return this.#put("next", JSON.stringify(next))
  }

  /** @param {string} sha @returns {Promise<Uint8Array | undefined>} as they lie there */
  async part(sha) {
    const found = await this.#match(sha)
    return found && new Uint8Array(await found.arrayBuffer())
  }

  /** @param {string} sha @param {Uint8Array} bytes */
  putPart(sha, bytes) {
    return this.#put(sha, /** @type {Uint8Array<ArrayBuffer>} */ (bytes))
  }

  /** @returns {Promise<Set<string>>} the SHA-256 of every part that is there */
  async shas() {
    if (!(await caches.has(this.#name))) return new Set()
    const keys = await (await caches.open(this.#name)).keys()
    return new Set(keys.map(({ url }) => url.slice(this.#root.length)).filter((key) => /^[0-9a-f]{64}$/.test(key)))
  }

  /** @param {Iterable<string>} keys SHA-256 of parts, or `next` */
  async drop(keys) {
    if (!(await caches.has(this.#name))) return
    const cache = await caches.open(this.#name)
    await Promise.all([...keys].map((key) => cache.delete(this.#root + key)))
  }

  /** Forget the whole pack. */
  delete() {
    return caches.delete(this.#name)
  }

  /** @param {string} key @returns {Promise<any>} a record that cannot be read is no record */
  async #record(key) {
    const found = await this.#match(key)
    return found ? found.json().catch(() => null) : null
  }

  /** @param {string} key */
  #match(key) {
    return caches.match(this.#root + key, { cacheName: this.#name })
  }

  /** @param {string} key @param {BodyInit} body @param {Record<string, string>} [headers] */
  async #put(key, body, headers) {
    const cache = await caches.open(this.#name)
    await cache.put(this.#root + key, new Response(body, { headers }))
  }
}

// Private

/** @param {string} base @param {string} territory */
function nameOf(base, territory) {
  return `adeuxpas ${base} pack ${territory}`
}
