// A pack is ready only with a worker to read it and the shell that its pages are dressed in.

import { PackFault } from "./faults.js"

/** A worker is registered once the page is at rest, and fetches the shell first. */
const PATIENCE_MS = 30_000

/** @returns {Promise<void>} once the worker has the whole shell @throws {PackFault} shell */
export async function waitForShell() {
  const { isWhole } = await inTime(askWorker())
  if (!isWhole) throw new PackFault("shell", "The worker lacks files of the shell.")
}

// Private

/** @returns {Promise<{ isWhole: boolean }>} */
async function askWorker() {
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
    active?.postMessage({ type: "CHECK_SHELL" }, [port2])
  })
}

/** @template T @param {Promise<T>} answer @returns {Promise<T>} */
async function inTime(answer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new PackFault("shell", `The worker said nothing for ${PATIENCE_MS} ms.`)), PATIENCE_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
