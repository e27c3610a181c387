// Entry point of the page that a walk is led with: loaded there and nowhere else.

import { WalkLeading } from "./leading/walk-leading.js"

customElements.define("walk-leading", WalkLeading)
