// Entry point of the page that a walk is led with: loaded there and nowhere else.

import { LeaderNotes } from "./leading/leader-notes.js"
import { WalkLeading } from "./leading/walk-leading.js"

customElements.define("walk-leading", WalkLeading)
customElements.define("leader-notes", LeaderNotes)
