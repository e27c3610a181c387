// What tabs tell each other of packs, and who may touch one: one keeper at a time.

/**
 * @typedef {object} News
 * @property {string} territory
 * @property {"none" | "downloading" | "verifying" | "ready" | "failed"} state
 * @property {number} [bytes] come so far
 * @property {number} [total] to come
 * @property {import("./faults.js").Reason} [reason] of a failure
 */

/** @param {string} base @returns {BroadcastChannel} every tab's, this one's other ears too */
export function openChannel(base) {
  return new BroadcastChannel(`adeuxpas ${base} packs`)
}

/**
 * Do something to a pack while nobody else does.
 * @template T
 * @param {string} base
 * @param {string} territory
 * @param {() => Promise<T>} act
 * @returns {Promise<T | undefined>} nothing when somebody else is at it
 */
export function alone(base, territory, act) {
  return navigator.locks.request(lockOf(base, territory), { ifAvailable: true }, (lock) => (lock ? act() : undefined))
}

/** @param {string} base @param {string} territory @returns {Promise<boolean>} */
export async function isBusy(base, territory) {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === lockOf(base, territory))
}

/** Wait until whoever is at a pack has ended, or their tab was closed. @param {string} base @param {string} territory */
export function untilFree(base, territory) {
  return navigator.locks.request(lockOf(base, territory), { mode: "shared" }, async () => undefined)
}

// Private

/** @param {string} base @param {string} territory */
function lockOf(base, territory) {
  return `adeuxpas ${base} pack ${territory}`
}
