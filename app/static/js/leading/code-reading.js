// A code read by the camera, inside the page. Nothing is kept of what it sees.

import { assetOf } from "../page/addresses.js"
import { openCamera } from "./camera.js"

/** Eight looks a second are enough, and leave a cheap phone some breath. */
const LOOK_MS = 125

/** @typedef {(video: HTMLVideoElement) => Promise<string>} Look "" when nothing is seen */

/**
 * @param {HTMLVideoElement} video shown while it looks
 * @param {AbortSignal} stop
 * @returns {Promise<string>} what the code says; "" when it was stopped
 * @throws {DOMException} no camera, or none for us
 */
export async function readCode(video, stop) {
  const close = await openCamera(video, 1280)
  try {
    const look = await lookOf()
    while (!stop.aborted) {
      const found = await look(video)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    return ""
  } finally {
    close()
  }
}

// Private

/** @returns {Promise<Look>} by the browser itself where it can */
async function lookOf() {
  const Detector = /** @type {any} */ (globalThis).BarcodeDetector
  const formats = await Detector?.getSupportedFormats?.().catch(() => [])
  if (formats?.includes("qr_code")) return lookWith(new Detector({ formats: ["qr_code"] }))
  /** @type {typeof import("../qr-reader.js")} */
  const { readPicture } = await import(assetOf("qr-reader.js"))
  return async (video) => {
    const picture = middleOf(video)
    return picture ? readPicture(picture) : ""
  }
}

/** @param {any} detector @returns {Look} */
function lookWith(detector) {
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? ""
}

/** The square in the middle, where the code is held. @param {HTMLVideoElement} video @returns {ImageData | null} */
function middleOf(video) {
  const { videoWidth: width, videoHeight: height } = video
  const side = Math.min(width, height)
  if (!side) return null
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side })
  const pen = canvas.getContext("2d", { willReadFrequently: true })
  pen?.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, side, side)
  return pen?.getImageData(0, 0, side, side) ?? null
}
