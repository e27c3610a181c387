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

/** @param {[import("../../../app/static/js/leading/state.js").Act, number, number?][]} acts with the minute @param {number} minute now @param {number[]} [sessions] */
function timing(acts, minute, sessions) {
  const entries = acts.map(([act, at, stop]) => ({ do: act, at: at * MINUTE, stop }))
  const found = timingOf({ stops: PLAN, sessions }, ledBy(PLAN.length, entries), minute * MINUTE)
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

test("who set out late for an announced session is late, and one of the evening before is not meant", () => {
  assert.deepEqual(timing([["start", 10]], 10, [0, -1440 * MINUTE]), [10, 60])
  assert.deepEqual(timing([["start", 10]], 10, [-120 * MINUTE]), [0, 60])
})

test("each stop still to be done is known by when they come to it", () => {
  const led = ledBy(3, [{ do: "start", at: 0 }, { do: "here", stop: 0, at: 0 }, { do: "drop", stops: [1], at: 1 }])
  assert.deepEqual(timingOf({ stops: PLAN }, led, 0)?.reaches, [null, null, 14 * MINUTE])
})
