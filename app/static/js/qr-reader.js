// Entry point of what reads a code in a picture, for browsers that cannot by themselves: 13 kB that few phones fetch.

import decodeQR from "qr/decode.js"

/** @param {ImageData} picture @returns {string} "" when there is no code in it, or none that can be read */
export function readPicture(picture) {
  try {
    return decodeQR(picture)
  } catch {
    // That is how it says that it found none.
    return ""
  }
}
