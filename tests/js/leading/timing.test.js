import assert from "node:assert/strict"
import { test } from "node:test"
import { ledBy } from "../../../app/static/js/leading/state.js"
import { timingOf } from "../../../app/static/js/leading/timing.js"

const MINUTE = 60_000
const PLAN = [
  { legMin: 0, stayMin: 10 },
  { legMin: 6, stayMin: 20 },
  { legMin: 4, stayMin: 10 },
]

/** @param {[import("../../../app/static/js/leading/state.js").Act, number, number?][]} acts with the minute @param {number} minute now */
function timing(acts, minute) {
  const entries = acts.map(([act, at, stop]) => ({ do: act, at: at * MINUTE, stop }))
  const found = timingOf(PLAN, ledBy(PLAN.length, entries), minute * MINUTE)
  return found && [found.lateMin, found.endsAt / MINUTE]
}

test("by the plan nobody is late, on the way or during a stay", () => {
  assert.deepEqual(timing([["start", 0]], 0), [0, 50])
  assert.deepEqual(timing([["start", 0], ["here", 0, 0]], 7), [0, 50])
  assert.deepEqual(timing([["start", 0], ["here", 0, 0]], 14), [0, 50])
})

test("a stay that lasts makes the walk late", () => {
  assert.deepEqual(timing([["start", 0], ["here", 0, 0]], 24), [8, 58])
})

test("who comes late to a stop stays late", () => {
  assert.deepEqual(timing([["start", 0], ["here", 0, 0], ["here", 28, 1]], 30), [12, 62])
})

test("who comes early is early", () => {
  assert.deepEqual(timing([["start", 0], ["here", 0, 0], ["here", 11, 1]], 12), [-5, 45])
})

test("a stop left out gives its stay back", () => {
  assert.deepEqual(timing([["start", 0], ["here", 0, 0], ["skip", 12, 1]], 12)?.[1], 24)
})

test("before the start and after the last stop there is nothing to say", () => {
  assert.equal(timing([], 0), null)
  assert.equal(timing([["start", 0], ["here", 0, 0], ["here", 16, 1], ["here", 40, 2]], 41), null)
})
