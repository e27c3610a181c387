import assert from "node:assert/strict"
import { test } from "node:test"

import { drawnAs } from "../../../app/static/js/map/tiles/kinds.js"

const [POINT, LINE, POLYGON] = [1, 2, 3]

const CASES = /** @type {const} */ ([
  ["roads", { kind: "major_road" }, LINE, "major"],
  ["roads", { kind: "minor_road", kind_detail: "residential" }, LINE, "minor"],
  ["roads", { kind: "minor_road", kind_detail: "service" }, LINE, "service"],
  ["roads", { kind: "path", kind_detail: "footway" }, LINE, "path"],
  ["roads", { kind: "path", kind_detail: "steps" }, LINE, "steps"],
  ["roads", { kind: "path", kind_detail: "pedestrian" }, LINE, "minor"],
  ["roads", { kind: "highway", kind_detail: "motorway" }, LINE, "motorway"],
  ["roads", { kind: "other", kind_detail: "link" }, LINE, "link"],
  ["roads", { kind: "rail" }, LINE, "rail"],
  ["roads", { kind: "ferry" }, LINE, ""],
  ["landuse", { kind: "park" }, POLYGON, "park"],
  ["landuse", { kind: "school" }, POLYGON, "civic"],
  ["landuse", { kind: "park" }, POINT, ""],
  ["water", { kind: "canal" }, POLYGON, "water"],
  ["water", { kind: "canal" }, LINE, "canal"],
  ["water", { kind: "lake", name: "Bassin de la Villette" }, POINT, ""],
  ["buildings", { kind: "building_part" }, POLYGON, "building"],
  ["labels", { kind: "major_road", name: "Rue Riquet" }, POINT, "labels"],
  ["unheard_of", { kind: "park" }, POLYGON, ""],
])

for (const [layer, properties, geometry, expected] of CASES) {
  test(`${layer} ${Object.values(properties).join(" ")} of type ${geometry} is drawn as ${expected || "nothing"}`, () => {
    assert.equal(drawnAs(layer, properties, geometry), expected)
  })
}
