// The line of a way where the page has a map: on the small plan of a place, as far as it goes; the large map is told.

import { boxOf, drawWay, isInside } from "./way-line.js"

/**
 * @param {import("./way-line.js").Way} way
 * @returns {boolean} whether the plan of the page shows all of it
 */
export function drawOnMaps(way) {
  const box = boxOf(way)
  tell({ svg: drawWay(way, box), box })
  const plan = planOf()
  if (!plan) return true
  const [west, south, east, north] = (plan.dataset.bounds ?? "").split(",").map(Number)
  // Under the names: they have a halo.
  plan.insertBefore(drawWay(way, { west, south, east, north }), plan.querySelector(".map-names"))
  return isInside(way, { west, south, east, north })
}

export function clearMaps() {
  planOf()?.querySelector(".map-way")?.remove()
  tell(null)
}

// Private

/** @returns {SVGSVGElement | null} */
function planOf() {
  return document.querySelector(".map-still .map-drawing")
}

/** @param {{ svg: SVGElement, box: import("./way-line.js").Box } | null} detail */
function tell(detail) {
  document.dispatchEvent(new CustomEvent("adeuxpas:way", { detail }))
}
