// Where the phone is: asked for on a tap only, and the answer never leaves the page.

/** The time a phone may take to know where it is, then we say so. */
const PATIENCE_MS = 15_000

/**
 * Where the phone is.
 * @returns {Promise<import("../places/distance.js").Position>} refused with "denied" or "unknown"
 */
export async function locate() {
  const { longitude, latitude } = await geolocate()
  return [longitude, latitude]
}

/**
 * Where the phone is, with the metres by which it may be wrong.
 * @returns {Promise<GeolocationCoordinates>} refused with "denied" or "unknown"
 */
export function geolocate() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error("unknown"))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords),
      (error) => reject(new Error(error.code === error.PERMISSION_DENIED ? "denied" : "unknown")),
      { timeout: PATIENCE_MS, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
