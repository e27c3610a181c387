// Makes the parts of a pack as an edition does, for tests.

import { createHash } from "node:crypto"

/** @param {string | Uint8Array} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/**
 * Write files as one part: a line that two files have is a block.
 * @param {Record<string, string>} files text by path
 */
export function writePart(files) {
  const count = new Map()
  for (const text of Object.values(files)) for (const line of new Set(text.split("\n"))) count.set(line, (count.get(line) ?? 0) + 1)
  const shared = [...count].filter(([, times]) => times > 1).map(([line]) => line)
  const blocks = shared.flatMap((line, n) => [`@b${n}`, `=${line}`])
  const records = (text) => text.split("\n").map((line) => (shared.includes(line) ? `@b${shared.indexOf(line)}` : `=${line}`))
  const rows = Object.entries(files).map(([path, text]) => rowOf(path, text))
  return [JSON.stringify({ format: 1, files: rows, blocks: blocks.length }), ...blocks, ...Object.values(files).flatMap(records)].join("\n")
}

/** @param {string} path @param {string} text */
function rowOf(path, text) {
  const type = path.endsWith(".json") ? "application/json" : "text/html; charset=utf-8"
  return [path, type, path.split("/")[0], text.split("\n").length, sha256(text).slice(0, 20)]
}
