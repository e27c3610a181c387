import assert from "node:assert/strict"
import { test } from "node:test"

import { namesIn } from "../../../app/static/js/map/tiles/names.js"

const EVERYWHERE = { minX: -10_000, minY: -10_000, maxX: 10_000, maxY: 10_000 }
const line = (/** @type {number[][]} */ corners) => corners.map(([x, y]) => ({ x, y }))

/** @param {string} name @param {number[][]} corners */
function street(name, corners) {
  const xs = corners.map(([x]) => x)
  const bbox = { minX: Math.min(...xs), minY: 0, maxX: Math.max(...xs), maxY: 100 }
  return { props: { name, kind: "minor_road" }, geomType: 2, geom: [line(corners)], bbox, numVertices: corners.length }
}

/** @param {string} name @param {number} zoom */
const anchor = (name, zoom, x = 50) => ({
  props: { name, kind: "park", angle: 0, min_zoom: zoom, drop: 13 }, geomType: 1, geom: [line([[x, 50]])], bbox: EVERYWHERE, numVertices: 1,
})

/** @param {Record<string, any[]>} data @param {number} x @param {number} scale */
const tile = (data, x = 0, scale = 1) => /** @type {any} */ ({ data: new Map(Object.entries(data)), origin: { x, y: 0 }, scale })
const wordsOf = (/** @type {{ words: string }[]} */ names) => names.map(({ words }) => words)

test("a name waits for the zoom that the archive gives it", () => {
  const tiles = [tile({ labels: [anchor("Jardin Curial", 14), anchor("Square Amadou Hampâté Bâ", 16, 400)] })]
  assert.deepEqual(wordsOf(namesIn(tiles, 14.4, EVERYWHERE)), ["Jardin Curial"])
  assert.equal(namesIn(tiles, 16, EVERYWHERE).length, 2)
})

test("a name that two tiles know is there once", () => {
  const tiles = [tile({ labels: [anchor("Jardin Curial", 14, 510)] }), tile({ labels: [anchor("Jardin Curial", 14, -2)] }, 512)]
  assert.equal(namesIn(tiles, 15, EVERYWHERE).length, 1)
})

test("without anchors, names stand along the streets", () => {
  const [name] = namesIn([tile({ minor: [street("Rue Riquet", [[0, 10], [80, 10]])] }, 512, 2)], 16, EVERYWHERE)
  assert.deepEqual([name.words, name.x, name.room], ["Rue Riquet", 512 + 40, 160])
})

test("what the archive places comes before what stands along the streets", () => {
  const tiles = [tile({ minor: [street("Rue Riquet", [[0, 10], [80, 10]])], labels: [anchor("Jardin Curial", 14)] })]
  const names = namesIn(tiles, 16, EVERYWHERE).sort((one, other) => one.firstZoom - other.firstZoom)
  assert.deepEqual(wordsOf(names), ["Jardin Curial", "Rue Riquet"])
})

test("streets out of sight and streets without a name are left alone", () => {
  const box = { minX: 300, minY: 0, maxX: 400, maxY: 100 }
  const tiles = [tile({ minor: [street("Rue Riquet", [[0, 10], [80, 10]]), street("", [[300, 10], [380, 10]])] })]
  assert.deepEqual(namesIn(tiles, 16, box), [])
})
