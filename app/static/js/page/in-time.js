// Waiting no longer than somebody would.

/** @template T @param {Promise<T>} promise @param {number} withinMs @returns {Promise<T>} rejected when nothing came in time */
export function inTime(promise, withinMs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${withinMs} ms.`)), withinMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
