// Routes on a phone, in the village of `tests/domain/routing/village.py`. That they are the server's to the last bit,
// in the 9e and on our street plan, is `tests/domain/routing/test_twin.py`.

import assert from "node:assert/strict"
import { test } from "node:test"

import { decodePaths } from "../../../app/static/js/routing/graph.js"
import { Router } from "../../../app/static/js/routing/router.js"
import { VILLAGE, at, bytesOf } from "./village.js"

const router = new Router(decodePaths(bytesOf(VILLAGE)))
const [SQUARE, ABOVE, STREET_END] = [at(1, 0), at(1, 1), at(0, -1)]
const WHEELS = /** @type {const} */ (["stroller", "wheelchair"])

/** @param {import("../../../app/static/js/routing/router.js").Route | null} route */
const names = (route) => route?.pieces.map(({ name, kind }) => name || kind)

test("everyone takes the stairs", () => {
  const route = router.route(SQUARE, ABOVE)
  assert.deepEqual(names(route), ["steps"])
  assert.deepEqual([route?.stepCount, route?.minutes, route?.knowsSteps], [20, 3, true])
  assert.deepEqual(route?.pieces[0].facts, { slope: "up", handrail: "yes" })
})

test("stairs walked down go down", () => {
  assert.equal(router.route(ABOVE, SQUARE)?.pieces[0].facts.slope, "down")
})

test("wheels go round the stairs", () => {
  for (const profile of WHEELS) {
    assert.deepEqual(names(router.route(SQUARE, ABOVE, profile)), ["Rue Basse", "Rue du Détour", "Rue Haute"])
  }
})

test("pieces share the point where they join", () => {
  const pieces = router.route(STREET_END, ABOVE, "wheelchair")?.pieces ?? []
  assert.ok(pieces.length > 3)
  pieces.slice(1).forEach((piece, n) => assert.deepEqual(piece.line[0], pieces[n].line.at(-1)))
})

test("a way and the way back are as long", () => {
  const there = router.route(at(0.2, 0.1), at(1.9, 0.9))
  const back = router.route(at(1.9, 0.9), at(0.2, 0.1))
  assert.ok(Math.abs((there?.metres ?? 0) - (back?.metres ?? 1)) < 1e-6)
})

test("one may stay on one edge", () => {
  const route = router.route(at(2, 0.25), at(2, 0.75))
  assert.deepEqual(names(route), ["Rue du Détour"])
  assert.ok(Math.abs((route?.metres ?? 0) - 50) < 0.5)
})

test("two entrances nearer to each other than to any street are joined straight", () => {
  assert.deepEqual(names(router.route(at(1.5, 0.5), at(1.52, 0.5))), ["link"])
})

test("it says why there is no way", () => {
  assert.equal(router.route(SQUARE, at(9, 9)), null)
  assert.equal(router.whyNot(SQUARE, at(9, 9)), "far")
})

test("a search leaves nothing behind for the next one", () => {
  const first = router.route(STREET_END, ABOVE)
  for (const profile of WHEELS) router.route(ABOVE, SQUARE, profile)
  assert.deepEqual(router.route(STREET_END, ABOVE), first)
})

test("a file that is cut, damaged or something else is refused with its reason", () => {
  const whole = new Uint8Array(bytesOf(VILLAGE))
  const damaged = whole.slice()
  damaged[40] ^= 1
  assert.throws(() => decodePaths(whole.slice(0, -3).buffer), /cut: \d+ bytes when expected \d+/)
  assert.throws(() => decodePaths(damaged.buffer), /damaged/)
  assert.throws(() => decodePaths(new TextEncoder().encode("<!doctype html>").buffer), /not a path graph/)
  assert.throws(() => decodePaths(new ArrayBuffer(0)), /not a path graph/)
})

test("a territory without any street leads nowhere, and says so", () => {
  const nowhere = new Router(decodePaths(bytesOf("QURQRwEBCQAAAIkBGQYAAAAAgICACAA=")))
  assert.equal(nowhere.route(SQUARE, ABOVE), null)
  assert.equal(nowhere.whyNot(SQUARE, ABOVE), "far")
})
