// What the camera sees, as a photo that a slow line carries: drawn anew, it says nothing of when, where and with what.

/** Pixels on its long side: a notice on a door can be read. */
const MOST_SIDE = 1280
const MOST_BYTES = 300_000
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35]
/** Leaves of a photo that no quality makes light enough. */
const SMALLER = 0.7

/**
 * @param {HTMLVideoElement} video
 * @param {HTMLCanvasElement} canvas shows the photo
 * @returns {Promise<Blob | null>} null while the camera sees nothing
 */
export async function shoot(video, canvas) {
  const { videoWidth, videoHeight } = video
  if (!videoWidth) return null
  draw(video, canvas, Math.min(1, MOST_SIDE / Math.max(videoWidth, videoHeight)), [videoWidth, videoHeight])
  for (;;) {
    const photo = await lightOf(canvas)
    if (photo) return photo
    const small = document.createElement("canvas")
    draw(canvas, small, SMALLER, [canvas.width, canvas.height])
    draw(small, canvas, 1, [small.width, small.height])
  }
}

// Private

/** @param {CanvasImageSource} from @param {HTMLCanvasElement} canvas @param {number} scale @param {[number, number]} size */
function draw(from, canvas, scale, [width, height]) {
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext("2d")?.drawImage(from, 0, 0, canvas.width, canvas.height)
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} null when it is too heavy however it is written */
async function lightOf(canvas) {
  for (const quality of QUALITIES) {
    const photo = await written(canvas, quality)
    if (photo.size <= MOST_BYTES) return photo
  }
  return null
}

/** @param {HTMLCanvasElement} canvas @param {number} quality @returns {Promise<Blob>} */
function written(canvas, quality) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((photo) => (photo ? resolve(photo) : reject(new Error("The phone writes no photo."))), "image/jpeg", quality)
  })
}
