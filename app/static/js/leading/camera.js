// The camera seen inside the page: its own application would close the page on a small phone.

/**
 * @param {HTMLVideoElement} video shows what the camera sees
 * @param {number} width of a picture, in pixels, if the camera has it
 * @returns {Promise<() => void>} closes it
 * @throws {DOMException} no camera, or none for us
 */
export async function openCamera(video, width) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: width } } })
  const close = () => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  try {
    video.srcObject = stream
    await video.play()
    return close
  } catch (fault) {
    close()
    throw fault
  }
}
