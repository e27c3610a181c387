// What a phone remembers of its packs outside of the caches: a browser may throw those away, and then it must be said.

import { recall, remember } from "../page/memory.js"

const KEY = "packs"

/** @returns {Record<string, string[]>} the languages kept of each territory */
export function rememberedPacks() {
  try {
    return Object(JSON.parse(recall(KEY) ?? "{}"))
  } catch {
    return {}
  }
}

/** @param {string} territory @param {readonly string[]} languages none forgets it */
export function rememberPack(territory, languages) {
  const { [territory]: _, ...others } = rememberedPacks()
  remember(KEY, JSON.stringify(languages.length ? { ...others, [territory]: languages } : others))
}
