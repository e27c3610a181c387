// Entry point of handing a walk over: a code drawn, or one read by the camera. Fetched when somebody asks for it.

export { drawCode } from "./page/code-drawing.js"
export { readCode } from "./leading/code-reading.js"
