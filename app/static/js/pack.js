// All that only a phone with packs, or a page with their card, needs: loaded once the page is at rest.

import { NeighbourhoodPack } from "./elements/neighbourhood-pack.js"
import { WalkReady } from "./elements/walk-ready.js"
import { alone } from "./packs/channel.js"
import { isCheckDue, isWhole, verifyKept } from "./packs/check.js"
import { PackKeeper } from "./packs/keeper.js"
import { entriesOf } from "./packs/manifest.js"
import { rememberedPacks } from "./packs/memory.js"
import { PackReader } from "./packs/reader.js"
import { PackStore, territoriesKept } from "./packs/store.js"
import { obstacle } from "./packs/support.js"
import { baseOf } from "./page/addresses.js"

customElements.define("neighbourhood-pack", NeighbourhoodPack)
customElements.define("walk-ready", WalkReady)

/** Mend every pack that a browser has damaged or thrown away; once a day read all of them again. */
export async function mendPacks() {
  if (obstacle()) return
  const remembered = rememberedPacks()
  const territories = new Set([...(await territoriesKept(baseOf())), ...Object.keys(remembered)])
  for (const territory of territories) await mend(territory, remembered[territory] ?? [])
}

/** @returns {Promise<{ territory: string, paths: string[] }[]>} the addresses that packs answer for */
export async function keptAddresses() {
  const base = baseOf()
  const kept = await Promise.all((await territoriesKept(base)).map((territory) => new PackStore(base, territory).current()))
  return kept.flatMap((pack) => (pack ? [{ territory: pack.manifest.territory, paths: Object.values(pack.contents).flat() }] : []))
}

/** @param {string} territory @param {string} path @returns {Promise<string | null>} a page as its pack holds it, null where it is not kept */
export async function readKept(territory, path) {
  const store = new PackStore(baseOf(), territory)
  const kept = await store.current()
  const entry = kept && entriesOf(kept.manifest, kept.languages).find(({ sha256 }) => kept.contents[sha256]?.includes(path))
  return entry ? new TextDecoder().decode((await new PackReader(store, kept.manifest).read(entry, path)).body) : null
}

// Private

/** @param {string} territory @param {string[]} remembered its languages */
async function mend(territory, remembered) {
  const keeper = new PackKeeper(baseOf(), territory)
  const kept = await keeper.store.current()
  const languages = kept?.languages ?? remembered
  if (languages.length && !(kept && (await isGood(keeper.store, kept)))) await keeper.keep(languages)
  keeper.close()
}

/** @param {PackStore} store @param {import("./packs/store.js").Kept} kept */
async function isGood(store, kept) {
  if (!(await isWhole(store, kept))) return false
  if (!isCheckDue(kept)) return true
  const checked = alone(baseOf(), store.territory, () => verifyKept(store))
  return checked.then(() => true, () => false)
}
