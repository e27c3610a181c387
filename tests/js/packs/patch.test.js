// A patch makes the next bytes, or says why not.

import assert from "node:assert/strict"
import { test } from "node:test"
import { gzipSync } from "node:zlib"

import { deflate, digestOf, inflate, isGzip } from "../../../app/static/js/packs/gzip.js"
import { applyPatch } from "../../../app/static/js/packs/patch.js"
import { sha256 } from "./part.js"

const BEFORE = new TextEncoder().encode("La bibliothèque ouvre à 10 h.")
const patch = (ops, size) => ({ format: 1, from: "", to: "", size, ops })

test("a patch copies and inserts bytes", () => {
  const made = applyPatch(BEFORE, patch([[0, 17], "مغلقة ", [26, 5]], 33))
  assert.equal(new TextDecoder().decode(made), "La bibliothèque مغلقة 10 h.")
})

for (const [name, bad] of Object.entries({
  "copies past the end": patch([[0, 999]], 999),
  "copies from before the start": patch([[-1, 4]], 4),
  "makes another length": patch([[0, 4]], 5),
  "has another format": { ...patch([], 0), format: 2 },
})) {
  test(`a patch that ${name} is refused`, () => assert.throws(() => applyPatch(BEFORE, bad)))
}

test("what is packed comes out the same, and is known by its first bytes", async () => {
  const packed = await deflate(BEFORE)
  assert.deepEqual([isGzip(packed), isGzip(BEFORE), await inflate(packed)], [true, false, BEFORE])
})

test("a damaged part does not come out", async () => {
  const packed = new Uint8Array(gzipSync("x".repeat(1000)))
  packed[packed.length - 6] ^= 1
  await assert.rejects(inflate(packed))
})

test("the digest is the SHA-256", async () => assert.equal(await digestOf(BEFORE), sha256(BEFORE)))
