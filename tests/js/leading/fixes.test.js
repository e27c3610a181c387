import assert from "node:assert/strict"
import { test } from "node:test"
import { FixGate } from "../../../app/static/js/leading/fixes.js"
import { position } from "./walker.js"

const NOON = Date.UTC(2026, 5, 10, 12)

/** @param {import("./walker.js").Point} point @param {number} timestamp @param {number} [accuracy] */
function given(point, timestamp, accuracy = 12) {
  const [longitude, latitude] = position(point)
  return { timestamp, coords: { longitude, latitude, accuracy } }
}

test("a fix older than the resume is dropped, and the fresh one taken", () => {
  const gate = new FixGate(NOON)
  assert.equal(gate.take(given([0, 0], NOON - 240_000), NOON + 500), null)
  assert.notEqual(gate.take(given([50, 0], NOON + 1000), NOON + 1000), null)
})

test("the same old fix given again and again stays dropped", () => {
  const gate = new FixGate(NOON)
  for (let s = 1; s <= 30; s++) assert.equal(gate.take(given([0, 0], NOON - 240_000), NOON + s * 1000), null)
})

test("old fixes handed out in one go stay dropped", () => {
  const gate = new FixGate(NOON)
  for (let s = 0; s < 30; s++) assert.equal(gate.take(given([0, 0], NOON - 240_000 + s * 5000), NOON + 500), null)
})

test("on a phone whose clock goes two hours ahead positions are taken all the same", () => {
  const gate = new FixGate(NOON)
  const taken = [1, 2, 3].map((s) => gate.take(given([s, 0], NOON - 7_200_000 + s * 1000), NOON + s * 1000))
  assert.deepEqual(taken.map(Boolean), [false, true, true])
})

test("a leap of 500 m is not believed before it has lasted", () => {
  const gate = new FixGate(NOON)
  gate.take(given([0, 0], NOON), NOON)
  const taken = [1, 2, 5, 8, 9, 10].map((s) => gate.take(given([500, 0], NOON + s * 1000), NOON + s * 1000))
  assert.deepEqual(taken.map(Boolean), [false, false, false, false, true, true])
})

test("after one leap and back nothing is lost", () => {
  const gate = new FixGate(NOON)
  gate.take(given([0, 0], NOON), NOON)
  gate.take(given([500, 0], NOON + 1000), NOON + 1000)
  assert.notEqual(gate.take(given([2, 0], NOON + 2000), NOON + 2000), null)
})

test("who was far away when the phone woke is believed at once", () => {
  const gate = new FixGate(NOON)
  gate.take(given([0, 0], NOON), NOON)
  gate.resume(NOON + 60_000)
  assert.notEqual(gate.take(given([500, 0], NOON + 61_000), NOON + 61_000), null)
})

test("an accuracy of 200 m is told and marked", () => {
  assert.equal(new FixGate(NOON).take(given([0, 0], NOON, 200), NOON)?.isPoor, true)
})

test("numbers that are none are dropped", () => {
  assert.equal(new FixGate(NOON).take(given([0, 0], NOON, Number.NaN), NOON), null)
})
