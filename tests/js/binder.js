// Makes the parts of a pack as an edition does, for tests: leaves, gzip, digests, patches.

import { createHash } from "node:crypto"
import { gzipSync } from "node:zlib"

/** @param {string | Uint8Array} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/**
 * Bind files as loose leaves: lines that two files have are shared.
 * @param {Record<string, string>} files text by path
 */
export function bind(files) {
  const count = new Map()
  for (const text of Object.values(files)) for (const line of new Set(text.split("\n"))) count.set(line, (count.get(line) ?? 0) + 1)
  const shared = [...count].filter(([, times]) => times > 1).map(([line]) => line)
  const records = Object.entries(files).map(([path, text]) => [path, text, recordsOf(text.split("\n"), shared)])
  const head = { format: 1, shared: shared.length, files: records.map(([path, text, lines]) => leaf(path, text, lines)) }
  return [JSON.stringify(head), ...shared, ...records.flatMap(([, , lines]) => lines)].join("\n")
}

/** @param {string[]} lines @param {string[]} shared */
function recordsOf(lines, shared) {
  const records = []
  for (let i = 0; i < lines.length; i++) {
    const first = shared.indexOf(lines[i])
    let more = 0
    while (first >= 0 && i + more < lines.length && shared[first + more] === lines[i + more]) more++
    records.push(first < 0 ? `=${lines[i]}` : more > 1 ? `@${first}+${more}` : `@${first}`)
    i += Math.max(0, more - 1)
  }
  return records
}

/** @param {string} path @param {string} text @param {string[]} lines */
function leaf(path, text, lines) {
  const type = path.endsWith(".json") ? "application/json" : "text/html; charset=utf-8"
  return [path, type, path.split("/")[0], lines.length, sha256(text).slice(0, 20)]
}

/** @param {string} name @param {string | Uint8Array} content @param {object} [more] @returns {any} an entry of a manifest */
export function entryOf(name, content, more = {}) {
  const bytes = gzipSync(content)
  const sha = sha256(content)
  return {
    name, path: `packs/t/${sha.slice(0, 20)}.gz`, sha256: sha, size: Buffer.byteLength(content), bytes: bytes.length,
    coding: "gzip", kind: "leaves", patches: {}, ...more,
  }
}
