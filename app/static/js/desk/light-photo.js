// A photo made light before it is sent: a telephone shoots megabytes, which a yard's network carries in minutes. What is sent
// is drawn anew here too, without where and when; the server draws it once more, whatever comes.

/** Pixels on its long side: what the library keeps, and a little more. */
const MOST_SIDE = 1600
/** Bytes below which a photo goes as it is. */
const LIGHT = 400_000
const QUALITY = 0.85

/** @param {HTMLFormElement} form with one file to send */
export function lightenPhoto(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"))
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[name=do]"))
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (!file || file.size <= LIGHT) return
    button.disabled = true
    const photo = await lighter(file).catch(() => null)
    button.disabled = false
    // A picture that this browser cannot open goes as it is: the server says what it thinks of it.
    if (photo && photo.size < file.size && input.files?.[0] === file) input.files = filesOf(photo)
  })
}

// Private

/** @param {File} file @returns {Promise<File | null>} */
async function lighter(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" })
  const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => {
    canvas.toBlob(resolve, "image/jpeg", QUALITY)
  })
  return blob && new File([blob], "photo.jpg", { type: blob.type })
}

/** @param {File} file @returns {FileList} as an input takes them */
function filesOf(file) {
  const moved = new DataTransfer()
  moved.items.add(file)
  return moved.files
}
