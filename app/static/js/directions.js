// Entry point of what is fetched when somebody asks for directions.

export { openDirections } from "./directions/directions.js"
export { openWays } from "./directions/ways.js"
