// What a pack is made of, and what a phone still lacks of it.

/**
 * @typedef {object} Entry one part: many files (`leaves`), or a single one
 * @property {string} name stable from edition to edition
 * @property {string} path where it is fetched, below the base
 * @property {string} sha256 of its decoded bytes
 * @property {number} size of its decoded bytes
 * @property {number} bytes on the wire
 * @property {"gzip" | ""} coding
 * @property {"leaves" | "file"} kind
 * @property {string} [target] the address that a file answers for
 * @property {string} [type] its media type
 * @property {Record<string, { path: string, bytes: number }>} [patches] by the start of the SHA-256 that they begin from
 *
 * @typedef {object} Manifest
 * @property {number} format
 * @property {string} territory
 * @property {{ number: number, digest: string, date: string, version: string }} edition
 * @property {Record<string, Entry[]>} languages
 * @property {Entry[]} shared
 *
 * @typedef {{ entry: Entry, bytes: number, patch?: { path: string, from: string } }} Lack
 */

const FORMAT = 1

/** @param {any} manifest as it came @returns {Manifest} @throws SyntaxError when it is something else */
export function manifestOf(manifest) {
  if (manifest?.format !== FORMAT) throw new SyntaxError(`The manifest has format ${manifest?.format} when expected ${FORMAT}.`)
  return manifest
}

/** @param {Manifest} manifest @param {readonly string[]} languages @returns {Entry[]} each content once */
export function entriesOf({ shared, languages: known }, languages) {
  const all = [...shared, ...languages.flatMap((lang) => known[lang] ?? [])]
  return [...new Map(all.map((entry) => [entry.sha256, entry])).values()]
}

/**
 * @param {Entry[]} entries
 * @param {Iterable<string>} here SHA-256 of the parts that the phone has
 * @returns {Lack[]} what must be fetched: a patch where an older part is there
 */
export function lacksOf(entries, here) {
  const has = new Map([...here].map((sha) => [sha.slice(0, 20), sha]))
  return entries.filter(({ sha256 }) => !has.has(sha256.slice(0, 20))).map((entry) => lackOf(entry, has))
}

/** @param {{ bytes: number }[]} parts entries or lacks */
export function bytesOf(parts) {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0)
}

// Private

/** @param {Entry} entry @param {Map<string, string>} has @returns {Lack} */
function lackOf(entry, has) {
  for (const [start, { path, bytes }] of Object.entries(entry.patches ?? {})) {
    const from = has.get(start)
    if (from && bytes < entry.bytes) return { entry, bytes, patch: { path, from } }
  }
  return { entry, bytes: entry.bytes }
}
