// Entry point of pages with a moving map.

import { PlaceMap } from "./elements/place-map.js"

customElements.define("place-map", PlaceMap)
