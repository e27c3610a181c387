// Pages and data out of the packs that this phone keeps: a part is opened, a file cut out of it, its response rebuilt
// with the headers that the server gives.

import { PackFault } from "../packs/faults.js"
import { entriesOf } from "../packs/manifest.js"
import { PackReader } from "../packs/reader.js"
import { PackStore, territoriesKept } from "../packs/store.js"
import { LINE } from "./editions.js"
import { pathOf } from "./names.js"

/**
 * @typedef {import("../packs/manifest.js").Entry} Entry
 * @typedef {import("../packs/store.js").Kept} Kept
 * @typedef {{ store: PackStore, reader: PackReader, stamp: string, kept: Kept, index: Map<string, { entry: Entry, path: string }> }} Pack
 * @typedef {import("./copies.js").Copy} Copy
 */

/** The data of a territory, which each territory has: hours, paths, the places of a language. */
const OF_TERRITORY = /^([^/]+\/)[^/]+(?=\.json$|\.bin$|\/places\.json$)/

/** @type {Map<string, Pack>} as they were last read, by territory */
const packs = new Map()

/**
 * What packs hold for an address; nothing is opened yet. A place beyond the outline has its page in the pack, and that page
 * asks for the data of the quarter that the place lies in: the pack's own know the place too, and stand in for them.
 * @param {string} url @param {string} [from] the page that asks
 * @returns {Promise<Copy[]>}
 */
export async function fromPacks(url, from = "") {
  const [kept, path] = [await keptPacks(), plain(pathOf(url))]
  const found = kept.filter(({ index }) => path === LINE || index.has(path)).map((pack) => copyOf(pack, path))
  if (found.length > 0 || !from) return found
  const asking = kept.filter(({ index }) => index.has(plain(pathOf(from))))
  return asking.flatMap((pack) => {
    const own = path.replace(OF_TERRITORY, `$1${pack.store.territory}`)
    return pack.index.has(own) ? [{ ...copyOf(pack, own), isStandIn: true }] : []
  })
}

// Private

/** @param {Pack} pack @param {string} path @returns {Copy} */
function copyOf(pack, path) {
  return {
    territory: pack.store.territory,
    edition: pack.kept.manifest.edition.number,
    servedAt: pack.kept.servedAt,
    open: () => (path === LINE ? lineOf(pack.kept) : open(pack, path)),
  }
}

async function keptPacks() {
  const found = await Promise.all((await territoriesKept(EDITION.base)).map(readPack))
  return found.filter((pack) => pack !== null)
}

/** @param {string} territory @returns {Promise<Pack | null>} read again when its record is another one */
async function readPack(territory) {
  const store = new PackStore(EDITION.base, territory)
  const stamp = await store.stamp()
  const known = packs.get(territory)
  if (stamp === null || known?.stamp === stamp) return stamp === null ? null : (known ?? null)
  const kept = await store.current()
  if (!kept) return null
  const pack = { store, reader: new PackReader(store, kept.manifest), stamp, kept, index: indexOf(kept) }
  packs.set(territory, pack)
  return pack
}

/** @param {Kept} kept */
function indexOf({ manifest, languages, contents }) {
  const entries = entriesOf(manifest, languages)
  return new Map(entries.flatMap((entry) => (contents[entry.sha256] ?? []).map((path) => [plain(path), { entry, path }])))
}

/** `x`, `x/` and `x/index.html` are one page; the hours of a territory have what each part of them has. @param {string} path */
function plain(path) {
  return path.replace(/(^|\/)index\.html$/, "").replace(/\/$/, "").replace(/^(hours\/[^/]+)\/\d+\.json$/, "$1.json")
}

/** @param {Pack} pack @param {string} plainPath @returns {Promise<Response>} rejected when the part is damaged */
async function open({ store, reader, index, kept }, plainPath) {
  const { entry, path } = /** @type {{ entry: Entry, path: string }} */ (index.get(plainPath))
  try {
    return rebuilt(await reader.read(entry, path), kept)
  } catch (error) {
    await dropDamaged(store, (error instanceof PackFault && error.part) || entry.sha256)
    throw error
  }
}

/** A part that is damaged counts as missing from now on, and pages are told. @param {PackStore} store @param {string} sha */
async function dropDamaged(store, sha) {
  await store.drop([sha])
  for (const client of await clientsOf()) client.postMessage({ type: "PACK_DAMAGED", territory: store.territory })
}

function clientsOf() {
  const { clients } = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis))
  return clients.matchAll()
}

/** Made from the manifest. @param {Kept} kept @returns {Promise<Response>} of which edition the pages are */
async function lineOf(kept) {
  const { number, digest, date, version } = kept.manifest.edition
  const body = new TextEncoder().encode(JSON.stringify({ number, digest, date, version }))
  return rebuilt({ body, type: "application/json", lang: "" }, kept)
}

/** @param {import("../packs/reader.js").File} file @param {Kept} kept */
function rebuilt({ body, type, lang }, { servedAt }) {
  const headers = new Headers(EDITION.headers ?? {})
  headers.set("Content-Type", type)
  if (lang) headers.set("Content-Language", lang)
  headers.set("Date", new Date(servedAt).toUTCString())
  headers.set("X-Kept", "1")
  return new Response(/** @type {Uint8Array<ArrayBuffer>} */ (body), { headers })
}
