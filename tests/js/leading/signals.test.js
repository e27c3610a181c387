import assert from "node:assert/strict"
import { test } from "node:test"
import { Following } from "../../../app/static/js/leading/following.js"
import { gpsOf } from "../../../app/static/js/leading/signals.js"
import { legTo } from "./leader.js"
import { fixAt, position } from "./walker.js"
import { OUT_AND_BACK } from "./walks.js"

/** @param {string} state @param {{ isPoor?: boolean, ageS?: number }} [fix] @param {boolean} [isStill] */
function gps(state, fix, isStill = false) {
  const last = fix && { position: position([0, 0]), accuracy: 12, isPoor: fix.isPoor ?? false, wall: 1e6 - 1000 * (fix.ageS ?? 0) }
  return gpsOf(/** @type {any} */ ({ state, last: last ?? null }), { isStill, wall: 1e6 })
}

test("the position is off where nobody asked for it, or the phone refuses", () => {
  assert.deepEqual([gps("off"), gps("refused", {})], ["off", "off"])
})

test("a good one is ok, an uncertain one poor", () => {
  assert.deepEqual([gps("found", {}), gps("found", { isPoor: true })], ["ok", "poor"])
})

test("what is asked for and not known is lost", () => {
  assert.deepEqual([gps("searching"), gps("searching", {}), gps("found", { ageS: 121 })], ["lost", "lost", "lost"])
})

test("silence at a stop is no loss", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  following.hear(fixAt([95, 0]), 0)
  assert.equal(gps("found", { ageS: 600 }, following.seen(600_000).isAtStop), "ok")
})
