import assert from "node:assert/strict"
import { test } from "node:test"

import { TILE_PX, sortOut, tilesOver } from "../../../app/static/js/map/tiles/grid.js"

const ARCHIVE = { first: 12, last: 15 }
const boxOf = (/** @type {number} */ minX, /** @type {number} */ minY, side = 300) => ({ minX, minY, maxX: minX + side, maxY: minY + side })
const ring = (/** @type {number[][]} */ corners) => corners.map(([x, y]) => ({ x, y }))
const SQUARE = ring([[0, 0], [8, 0], [8, 8], [0, 8], [0, 0]])
const HOLE = ring([[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]])
const FAR = ring([[20, 20], [28, 20], [28, 28], [20, 28], [20, 20]])

/** @param {string} kind @param {number} geomType @param {{ x: number, y: number }[][]} geom */
const feature = (kind, geomType, geom) => /** @type {any} */ ({ props: { kind }, geomType, geom, bbox: {}, numVertices: 0 })

for (const zoom of [13, 14, 14.36, 15.99, 16, 17.2, 18, 19]) {
  test(`tiles cover the box at zoom ${zoom}, side by side`, () => {
    const box = boxOf(137.2 * 2 ** zoom, 88.01 * 2 ** zoom)
    const tiles = tilesOver(zoom, box, ARCHIVE)
    const edges = tiles.map(({ origin, dim }) => [origin.x, origin.y, origin.x + dim, origin.y + dim])
    assert.ok(Math.min(...edges.map(([left]) => left)) <= box.minX && Math.max(...edges.map(([, , right]) => right)) >= box.maxX)
    assert.ok(Math.min(...edges.map(([, top]) => top)) <= box.minY && Math.max(...edges.map(([, , , bottom]) => bottom)) >= box.maxY)
    assert.ok(tiles.every(({ dataTile, origin, dim }) => origin.x === dataTile.x * dim && origin.y === dataTile.y * dim))
  })
}

test("tiles are shown at most as wide as they are made for, until the last zoom is stretched", () => {
  const scaleAt = (/** @type {number} */ zoom) => tilesOver(zoom, boxOf(1, 1), ARCHIVE)[0].scale
  assert.deepEqual([13.5, 14, 16, 17, 19].map(scaleAt), [Math.SQRT1_2, 1, 1, 2, 8])
})

test("below its first zoom an archive is shrunk, not left blank", () => {
  const [{ dataTile, dim }] = tilesOver(11, boxOf(1, 1), ARCHIVE)
  assert.deepEqual([dataTile.z, dim], [12, TILE_PX / 4])
})

test("every part of a thing of many parts stands by itself, a hole with its own ring", () => {
  const buildings = sortOut(new Map([["buildings", [feature("building", 3, [SQUARE, HOLE, FAR])]]])).get("building") ?? []
  assert.deepEqual(buildings.map(({ geom }) => geom), [[SQUARE, HOLE], [FAR]])
  assert.deepEqual(buildings[1].bbox, { minX: 20, minY: 20, maxX: 28, maxY: 28 })
})

test("a building has no wall where its tile was cut", () => {
  const cut = ring([[500, 10], [520, 10], [520, 90], [500, 90], [500, 10]])
  const walls = sortOut(new Map([["buildings", [feature("building", 3, [cut])]]])).get("wall") ?? []
  assert.deepEqual(walls.map(({ geom }) => geom[0].map(({ x, y }) => [x, y])), [[[500, 10], [520, 10]], [[520, 90], [500, 90], [500, 10]]])
})

test("what is not drawn is not kept", () => {
  const sorted = sortOut(new Map([["landuse", [feature("military", 3, [SQUARE])]], ["places", [feature("city", 1, [[SQUARE[0]]])]]]))
  assert.equal(sorted.size, 0)
})
