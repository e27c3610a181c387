import assert from "node:assert/strict"
import { test } from "node:test"

import { gather, membersOf } from "../../../app/static/js/map/pins/clusters.js"

/** A repeatable scatter. @param {number} count */
function scatter(count) {
  let seed = 7
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  return [Float64Array.from({ length: count }, () => next() * 900), Float64Array.from({ length: count }, () => next() * 900)]
}

const [xs, ys] = scatter(1_200)
const groups = gather(xs, ys, 30)
const between = (/** @type {number} */ i, /** @type {number} */ k) => Math.hypot(xs[i] - xs[k], ys[i] - ys[k])

test("every point is in one group", () => {
  const all = groups.firsts.flatMap((first) => membersOf(groups, first)).sort((a, b) => a - b)
  assert.deepEqual(all, [...xs.keys()])
})

test("the firsts are farther apart than the reach", () => {
  const { firsts } = groups
  assert.ok(firsts.every((one, n) => firsts.slice(n + 1).every((other) => between(one, other) >= 30)))
})

test("a group stays within the reach of its first", () => {
  assert.ok([...xs.keys()].every((i) => between(i, groups.leader[i]) < 30))
})

test("it counts the points of a group", () => {
  assert.ok(groups.firsts.every((first) => groups.sizes[first] === membersOf(groups, first).length))
})

test("points on one spot make one group, led by the first", () => {
  const spot = new Float64Array(5).fill(12.5)
  assert.deepEqual(gather(spot, spot, 1).firsts, [0])
})

test("points left of and above the origin are gathered too", () => {
  const { firsts } = gather(Float64Array.of(-0.4, 0.4, -200), Float64Array.of(-0.4, 0.4, -200), 2)
  assert.deepEqual(firsts, [0, 2])
})

test("no point, no group", () => {
  assert.deepEqual(gather(new Float64Array(), new Float64Array(), 30).firsts, [])
})
