// Entry point of taking a photo for a note: the camera inside the page, and what it sees as a photo. Fetched when somebody
// asks for it.

export { openCamera } from "./leading/camera.js"
export { shoot } from "./leading/shot.js"
