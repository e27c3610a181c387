export { CRS, LatLng, LatLngBounds, SVGOverlay, Map as LeafletMap } from "leaflet"
