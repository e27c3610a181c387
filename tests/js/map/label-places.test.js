import assert from "node:assert/strict"
import { test } from "node:test"

import { chooseLabels, overlap, spotsAlong, straightRuns, uprightAngle } from "../../../app/static/js/map/tiles/label-places.js"

const QUARTER = Math.PI / 4
const label = (/** @type {string} */ words, x = 0, y = 0, more = {}) =>
  ({ words, kind: "minor", rank: 3, x, y, angle: 0, width: 80, height: 14, ...more })
const wordsOf = (/** @type {{ words: string }[]} */ labels) => labels.map(({ words }) => words)

test("names that would cover each other: the main one stays", () => {
  const found = chooseLabels([label("Rue Riquet"), label("Rue de Flandre", 30, 5, { rank: 1 })])
  assert.deepEqual(wordsOf(found), ["Rue de Flandre"])
})

test("names side by side both stay", () => {
  assert.equal(chooseLabels([label("Rue Riquet"), label("Rue Curial", 0, 15)]).length, 2)
})

test("the order of the tiles does not change what is chosen", () => {
  const labels = [label("Rue Riquet"), label("Rue Curial", 40, 3), label("Rue Archereau", 80, 6), label("Rue Labois", 120, 9)]
  assert.deepEqual(chooseLabels(labels), chooseLabels(labels.slice().reverse()))
})

test("a street is not named twice near itself, and again far away", () => {
  const found = chooseLabels([label("Rue Riquet"), label("Rue Riquet", 200), label("Rue Riquet", 300)])
  assert.deepEqual(found.map(({ x }) => x), [0, 300])
})

test("no name is written under a pin", () => {
  const pin = { x: 10, y: 0, angle: 0, width: 30, height: 36 }
  assert.deepEqual(chooseLabels([label("Rue Riquet")], [pin]), [])
})

test("turned names are compared as they lie, not by the box around them", () => {
  const [one, other] = [label("a", 0, 0, { angle: QUARTER }), label("b", 20, -20, { angle: QUARTER })]
  assert.equal(overlap(one, other), false)
  assert.equal(overlap(one, label("c", 20, 20, { angle: -QUARTER })), true)
})

for (const [degrees, expected] of [[0, 0], [80, 80], [100, -80], [180, 0], [-100, 80], [270, -90], [-90, -90]]) {
  test(`a name along ${degrees}° is turned by ${expected}°`, () => {
    assert.equal(Math.round((uprightAngle(degrees) * 180) / Math.PI), expected)
  })
}

test("names stand on the straight parts of a bent street", () => {
  const runs = straightRuns([{ x: 0, y: 0 }, { x: 0, y: 30 }, { x: 60, y: 31 }, { x: 120, y: 30 }])
  assert.deepEqual(runs.map(({ length, degrees }) => [Math.round(length), Math.round(degrees)]), [[30, 90], [120, 0]])
})

test("a long street is named again as one comes closer", () => {
  const [run] = straightRuns([{ x: 0, y: 0 }, { x: 100, y: 0 }])
  assert.deepEqual(spotsAlong(run, 1), [{ x: 50, y: 0 }])
  assert.deepEqual(spotsAlong(run, 2).map(({ x }) => x), [25, 75])
})
