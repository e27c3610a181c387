// The parts of Leaflet 1.9.4 that we use, from its sources: 17 kB (br) instead of 37 for the whole.
// No marker, popup, tooltip or control of Leaflet: those write HTML strings, which Trusted Types refuse.

import "./leaflet-gate.js"

// The map comes first: Leaflet's modules import each other in circles that only open from there.
export { Map as LeafletMap } from "leaflet/src/map/index.js"
export { CRS } from "leaflet/src/geo/crs/index.js"
export { LatLng, LatLngBounds } from "leaflet/src/geo/index.js"
export { SVGOverlay } from "leaflet/src/layer/SVGOverlay.js"

Reflect.deleteProperty(HTMLDivElement.prototype, "innerHTML")
