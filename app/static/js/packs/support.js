// Whether this browser, at this address, can keep a neighbourhood at all.

import { thisBrowser } from "../page/browser.js"
import { canUnpack } from "./gzip.js"

/** @returns {"" | "insecure" | "in_app" | "old"} what stands in the way */
export function obstacle() {
  if (!isSecureContext) return "insecure"
  const hasAll = "caches" in globalThis && "serviceWorker" in navigator && "locks" in navigator && canUnpack()
  if (hasAll) return ""
  return thisBrowser() === "in_app" ? "in_app" : "old"
}

/** Ask the browser to spare what is kept when room gets short. @returns {Promise<boolean>} its promise; a refusal is no error */
export async function askToSpare() {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false
}

/** @returns {Promise<boolean>} whether it has promised */
export async function isSpared() {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false
}
