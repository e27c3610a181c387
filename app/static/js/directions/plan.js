// The line of a route where the page has a map: on the small plan of a place, as far as it goes; the large map is told.

import { boxOf, drawRoute, isInside } from "./line.js"

/**
 * @param {import("./line.js").DrawnRoute} route
 * @returns {boolean} whether the plan of the page shows all of it
 */
export function drawOnMaps(route) {
  const box = boxOf(route)
  tell({ svg: drawRoute(route, box), box })
  const plan = planOf()
  if (!plan) return true
  const [west, south, east, north] = (plan.dataset.bounds ?? "").split(",").map(Number)
  // Under the names: they have a halo.
  plan.insertBefore(drawRoute(route, { west, south, east, north }), plan.querySelector(".map-names"))
  return isInside(route, { west, south, east, north })
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

/** @param {{ svg: SVGElement, box: import("./line.js").Box } | null} detail */
function tell(detail) {
  document.dispatchEvent(new CustomEvent("adeuxpas:way", { detail }))
}
