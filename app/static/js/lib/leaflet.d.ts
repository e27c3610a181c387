export { CRS, LatLng, LatLngBounds, SVGOverlay, DivIcon, Marker, Map as LeafletMap } from "leaflet"
