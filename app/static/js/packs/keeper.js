// Keeping a territory: fetch what is missing, verify all of it, then swap. Until then the old pack stays as it is, and
// what has come is kept under its SHA-256: a download that broke off goes on where it was.

import { alone, openChannel } from "./channel.js"
import { verify, verifyKept } from "./check.js"
import { PackDownload } from "./download.js"
import { faultOf } from "./faults.js"
import { entriesOf } from "./manifest.js"
import { rememberPack } from "./memory.js"
import { fetchOffer } from "./offer.js"
import { waitForShell } from "./shell.js"
import { PackStore } from "./store.js"

/** How often an edition may change, or a part come garbled, before we give up. */
const MOST_TRIES = 3
const WORTH_ANOTHER = ["gone", "garbled", "damaged"]

/** @typedef {import("./channel.js").News} News */

export class PackKeeper {
  /** @param {string} base @param {string} territory */
  constructor(base, territory) {
    this.#base = base
    this.#territory = territory
    this.store = new PackStore(base, territory)
    this.#channel = openChannel(base)
  }

  #base
  #territory
  #channel
  #stop = new AbortController()

  /** End the download under way. */
  stop() {
    this.#stop.abort()
  }

  /** Let go of the other tabs. */
  close() {
    this.#channel.close()
  }

  /**
   * Keep the territory in these languages and no others.
   * @param {readonly string[]} languages
   * @returns {Promise<boolean>} whether it is kept now; every tab has been told, and why not
   */
  async keep(languages) {
    return this.#alone(() => this.#keep(languages))
  }

  /** Read again everything that is kept, as if the network were gone. @returns {Promise<boolean>} whether it is good */
  async check() {
    return this.#alone(async () => {
      this.#tell({ state: "verifying" })
      await verifyKept(this.store)
      await waitForShell()
    })
  }

  /** Forget the territory. */
  async delete() {
    await this.#alone(async () => {
      rememberPack(this.#territory, [])
      await this.store.delete()
    }, "none")
  }

  /** @param {RequestCache} [cache] @returns {Promise<import("./store.js").Next>} what the server has now, all languages */
  async ask(cache = "no-cache") {
    return fetchOffer(`${this.#base}packs/${this.#territory}.json`, { signal: this.#stop.signal, cache })
  }

  /** @param {() => Promise<void>} act @param {News["state"]} [end] */
  async #alone(act, end = "ready") {
    const done = await alone(this.#base, this.#territory, async () => {
      try {
        await act()
        return true
      } catch (error) {
        this.#tell({ state: "failed", reason: faultOf(error).reason })
        return false
      }
    })
    // Told once the pack is free again, so that whoever looks at it finds it at rest.
    if (done) this.#tell({ state: end })
    return done ?? false
  }

  /** @param {readonly string[]} languages */
  async #keep(languages) {
    this.#stop = new AbortController()
    for (let tries = 1; ; tries++) {
      try {
        return await this.#bringAndSwap(languages, tries === 1)
      } catch (error) {
        const { reason } = faultOf(error)
        if (reason === "full") await this.#makeRoom()
        if (tries === MOST_TRIES || !WORTH_ANOTHER.includes(reason)) throw error
      }
    }
  }

  /** @param {readonly string[]} wanted @param {boolean} isFirst later tries mistrust what the browser has at hand */
  async #bringAndSwap(wanted, isFirst) {
    this.#tell({ state: "downloading" })
    const next = await this.ask(isFirst ? "no-cache" : "reload")
    next.languages = next.languages.filter((lang) => wanted.includes(lang))
    await this.store.putNext(next)
    const entries = entriesOf(next.manifest, next.languages)
    const tell = (/** @type {number} */ bytes, /** @type {number} */ total) => this.#tell({ state: "downloading", bytes, total })
    const cache = isFirst ? "default" : "reload"
    await new PackDownload(this.#base, this.store, { signal: this.#stop.signal, cache, tell }).bring(entries)
    this.#tell({ state: "verifying" })
    const contents = await verify(this.store, next)
    await waitForShell()
    const now = Date.now()
    await this.store.putCurrent({ ...next, keptAt: now, verifiedAt: now, contents })
    rememberPack(this.#territory, next.languages)
    await this.#dropAllBut(entries)
  }

  /** A full phone gets back what only the next pack needs. */
  async #makeRoom() {
    const kept = await this.store.current()
    await this.#dropAllBut(kept ? entriesOf(kept.manifest, kept.languages) : [])
  }

  /** @param {import("./manifest.js").Entry[]} entries */
  async #dropAllBut(entries) {
    const needed = new Set(entries.map(({ sha256 }) => sha256))
    const here = [...(await this.store.shas())]
    await this.store.drop(["next", ...here.filter((sha) => !needed.has(sha))])
  }

  /** @param {Omit<News, "territory">} news */
  #tell(news) {
    this.#channel.postMessage({ territory: this.#territory, ...news })
  }
}
