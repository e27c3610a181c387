import assert from "node:assert/strict"
import { test } from "node:test"

import { faultOf } from "../../../app/static/js/map/tiles/archive-fault.js"

/** The head of an archive whose last part ends at `end`. @param {number} end @param {number} length */
function archive(end, length, magic = "PMTiles\u0003") {
  const bytes = new DataView(new ArrayBuffer(length))
  for (let i = 0; i < magic.length; i++) bytes.setUint8(i, magic.charCodeAt(i))
  bytes.setBigUint64(56, 127n, true)
  bytes.setBigUint64(64, BigInt(end - 127), true)
  return bytes.buffer
}

test("a whole archive has no fault", () => assert.equal(faultOf(archive(500, 500)), ""))

test("an archive cut short is told with both lengths", () => {
  assert.equal(faultOf(archive(500, 420)), "has 420 bytes when expected 500")
})

test("a page of an inn's network is not an archive", () => {
  assert.match(faultOf(archive(500, 500, "<!doctype html>")), /is not a PMTiles archive/)
})

test("neither is one of another version", () => assert.match(faultOf(archive(500, 500, "PMTiles\u0002")), /version 3/))

test("nor a few bytes", () => assert.match(faultOf(new ArrayBuffer(9)), /has 9 bytes/))
