// Walks that following must not stumble over. Doors lie eight metres off the street.

/** @typedef {import("./leader.js").Walk} Walk */

/** Along one street and back on it, the last stop across the street from the first. @type {Walk} */
export const OUT_AND_BACK = {
  doors: [[0, 8], [100, 8], [200, 8], [150, -8], [50, -8], [10, -8]],
  streets: [[[0, 0]], [[0, 0], [100, 0]], [[100, 0], [200, 0]], [[200, 0], [150, 0]], [[150, 0], [50, 0]], [[50, 0], [10, 0]]],
}

/** A figure of eight: the third leg crosses the first, and passes the door of the last stop. @type {Walk} */
export const CROSSING = {
  doors: [[0, 8], [200, 8], [208, 150], [100, -100], [-8, 100], [100, 12]],
  streets: [
    [[0, 0]],
    [[0, 0], [200, 0]],
    [[200, 0], [200, 150]],
    [[200, 150], [100, 150], [100, -92]],
    [[100, -92], [0, -92], [0, 100]],
    [[0, 100], [0, 0], [100, 0]],
  ],
}

/** Two services at one door, and one twelve metres on. @type {Walk} */
export const ONE_DOOR = {
  doors: [[0, 8], [120, 8], [120, 8], [132, 8], [260, 8]],
  streets: [[[0, 0]], [[0, 0], [120, 0]], [[120, 0]], [[120, 0], [132, 0]], [[132, 0], [260, 0]]],
}
