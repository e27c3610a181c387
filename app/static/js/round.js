// Entry point of a round on foot: fetched by its own page only.

import { StreetRound } from "./round/street-round.js"

customElements.define("street-round", StreetRound)
