// Pages and data out of the packs that this phone keeps: a part is opened, a leaf cut out of it, its response rebuilt
// with the headers that the server gives.

import { digestOf } from "../lib/gzip.js"
import { PackFault } from "../lib/pack-faults.js"
import { entriesOf } from "../lib/pack-manifest.js"
import { leavesOf, openPart } from "../lib/pack-part.js"
import { PackStore, territoriesKept } from "../lib/pack-store.js"
import { pathOf } from "./names.js"

/** The one file that says of which edition the others are: made from the manifest. */
const LINE = "edition-line.json"
const MOST_OPENED = 6

/**
 * @typedef {import("../lib/pack-manifest.js").Entry} Entry
 * @typedef {{ store: PackStore, stamp: string, kept: import("../lib/pack-store.js").Kept, index: Map<string, { entry: Entry, path: string }> }} Pack
 * @typedef {{ territory: string, servedAt: number, open: () => Promise<Response> }} Copy
 */

/** @type {Map<string, Pack>} as they were last read, by territory */
const packs = new Map()
/** The parts opened last, by their SHA-256. @type {Map<string, Promise<any>>} */
const opened = new Map()

/** @param {string} url @returns {Promise<Copy[]>} what packs hold for an address; nothing is opened yet */
export async function fromPacks(url) {
  const path = plain(pathOf(url))
  const found = (await keptPacks()).filter(({ index }) => path === LINE || index.has(path))
  return found.map((pack) => ({
    territory: pack.store.territory,
    servedAt: pack.kept.servedAt,
    open: () => (path === LINE ? lineOf(pack.kept) : open(pack, path)),
  }))
}

// Private

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
  const pack = { store, stamp, kept, index: indexOf(kept) }
  packs.set(territory, pack)
  return pack
}

/** @param {import("../lib/pack-store.js").Kept} kept */
function indexOf({ manifest, languages, contents }) {
  const entries = entriesOf(manifest, languages)
  return new Map(entries.flatMap((entry) => (contents[entry.sha256] ?? []).map((path) => [plain(path), { entry, path }])))
}

/** `x`, `x/` and `x/index.html` are one page. @param {string} path */
function plain(path) {
  return path.replace(/(^|\/)index\.html$/, "").replace(/\/$/, "")
}

/** @param {Pack} pack @param {string} plainPath @returns {Promise<Response>} rejected when the part is damaged */
async function open(pack, plainPath) {
  const { entry, path } = /** @type {{ entry: Entry, path: string }} */ (pack.index.get(plainPath))
  try {
    if (entry.kind === "file") return rebuilt(await once(entry, () => readPart(pack, entry)), entry.type ?? "", "", pack.kept)
    const leaves = await openLeaves(pack, entry)
    const { type, lang, sha } = /** @type {import("../lib/leaves.js").Leaf} */ (leaves.find(path))
    const body = new TextEncoder().encode(leaves.cut(path))
    if (!(await digestOf(body)).startsWith(sha)) throw new PackFault("damaged", `The leaf ${path} is not whole.`)
    return rebuilt(body, type, lang, pack.kept)
  } catch (error) {
    throw await damage(pack, entry, error)
  }
}

/** @param {Pack} pack @param {Entry} entry @returns {Promise<import("../lib/leaves.js").Leaves>} */
function openLeaves(pack, entry) {
  return once(entry, async () => {
    const leaves = leavesOf(await readPart(pack, entry))
    const before = leaves.after && pack.kept.manifest.shared.find(({ name }) => name === leaves.after)
    if (before) leaves.follow(await openLeaves(pack, before))
    return leaves
  })
}

/** @param {Pack} pack @param {Entry} entry */
async function readPart({ store }, entry) {
  return openPart(entry, await store.part(entry.sha256))
}

/** @template T @param {Entry} entry @param {() => Promise<T>} read @returns {Promise<T>} */
function once({ sha256 }, read) {
  const known = opened.get(sha256) ?? read()
  opened.delete(sha256)
  opened.set(sha256, known)
  known.catch(() => opened.delete(sha256))
  if (opened.size > MOST_OPENED) opened.delete(/** @type {string} */ (opened.keys().next().value))
  return known
}

/** Drop a damaged part, so that it counts as missing, and tell the pages. @param {Pack} pack @param {Entry} entry @param {unknown} error */
async function damage({ store }, entry, error) {
  await store.drop([entry.sha256])
  for (const client of await clientsOf()) client.postMessage({ type: "PACK_DAMAGED", territory: store.territory })
  return error
}

function clientsOf() {
  const { clients } = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis))
  return clients.matchAll()
}

/** @param {import("../lib/pack-store.js").Kept} kept */
async function lineOf(kept) {
  const { number, digest, date, version } = kept.manifest.edition
  return rebuilt(JSON.stringify({ number, digest, date, version }), "application/json", "", kept)
}

/** @param {string | Uint8Array} body @param {string} type @param {string} lang @param {{ servedAt: number }} kept */
function rebuilt(body, type, lang, { servedAt }) {
  const headers = new Headers(EDITION.headers ?? {})
  headers.set("Content-Type", type)
  if (lang) headers.set("Content-Language", lang)
  headers.set("Date", new Date(servedAt).toUTCString())
  headers.set("X-Kept", "1")
  return new Response(/** @type {BodyInit} */ (body), { headers })
}
