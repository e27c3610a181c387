// What each thing of a map archive is drawn as: the layers and kinds of the Protomaps basemap in our own few words.

/** Kinds of the Protomaps basemap that are drawn, by layer, and what as. @type {Record<string, Record<string, string>>} */
const DRAWN = {
  boundaries: { county: "boundary", locality: "boundary", region: "boundary" },
  buildings: { building: "building", building_part: "building" },
  landuse: {
    allotments: "park", cemetery: "park", forest: "park", garden: "park", grass: "park", meadow: "park", park: "park",
    nature_reserve: "park", recreation_ground: "park", scrub: "park", village_green: "park", wood: "park",
    pitch: "play", playground: "play", sports_centre: "play", stadium: "play",
    college: "civic", hospital: "civic", kindergarten: "civic", school: "civic", university: "civic",
    pedestrian: "square",
  },
  roads: {
    highway: "motorway", major_road: "major", medium_road: "major", minor_road: "minor", other: "path", path: "path",
    rail: "rail",
  },
}
/** Roads whose detail says more than their kind. @type {Record<string, string>} */
const DETAILS = { link: "link", pedestrian: "minor", service: "service", steps: "steps" }
/** Types of geometry in a tile. */
const POINT = 1
const LINE = 2
export const POLYGON = 3

/**
 * @param {string} layer of a tile
 * @param {Record<string, unknown>} properties
 * @param {number} geometry its type in the tile: 1 point, 2 line, 3 polygon
 * @returns {string} what a thing is drawn as, or "" when it is not
 */
export function drawnAs(layer, { kind, kind_detail: detail }, geometry) {
  if (layer === "labels") return geometry === POINT ? "labels" : ""
  if (layer === "water") return geometry === POLYGON ? "water" : geometry === LINE ? "canal" : ""
  const found = DRAWN[layer]?.[String(kind)] ?? ""
  const isArea = layer === "landuse" || layer === "buildings"
  if (geometry !== (isArea ? POLYGON : LINE)) return ""
  return layer === "roads" && found !== "motorway" ? (DETAILS[String(detail)] ?? found) : found
}
