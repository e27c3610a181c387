// Whether a neighbourhood lies in this phone, without the scripts of packs.

import { baseOf } from "../page/addresses.js"
import { rememberedPacks } from "./memory.js"

/** @param {string} territory @returns {Promise<boolean>} whether it is remembered and its pack is still there */
export async function isKept(territory) {
  if (!rememberedPacks()[territory]?.length || !("caches" in globalThis)) return false
  return caches.has(`adeuxpas ${baseOf()} pack ${territory}`).catch(() => false)
}
