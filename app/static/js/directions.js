// Entry point of what is fetched when somebody asks for the way.

export { openDirections } from "./directions/directions.js"
