// What lies under the pins: the server's drawing first, then the streets of the map archive: at once where its quarter is
// kept, else once the page is at rest.

import { rememberedPacks } from "../packs/memory.js"
import { pageLanguage, say } from "../page/messages.js"

/** The page has this long to come to rest. */
const REST_MS = 3_000

/** @typedef {Omit<import("./tiles/tiles.js").Place, "signal">} Place */

export class MovingBasemap {
  #life = new AbortController()
  #write = () => {}

  /** @param {HTMLElement} element whose `data-ground` says what is there @param {Place} place */
  constructor(element, place) {
    this.element = element
    this.place = place
    element.dataset.ground = "drawing"
    place.map.createPane("names").classList.add("map-words")
  }

  /** Lay the streets by and by; a phone that saves data is asked first. */
  async start() {
    if (!this.place.url) return
    if (!isAtHand(this.place.url)) await rest()
    if (savesData() && !(await isKept(this.place.url))) await this.#offer()
    else await this.lay()
  }

  /** What was offered: who asked for it is told when it does not come. */
  async layAsked() {
    this.#offerOf()?.toggleAttribute("hidden", true)
    await this.lay()
    const line = this.element.querySelector("[data-status-line]")
    if (this.#life.signal.aborted && line) line.textContent = say("map_stays")
  }

  async lay() {
    // Without its chunk or its archive, the drawing stays: it is a map too.
    const chunk = await loadChunk()
    if (!chunk) this.stop()
    if (!chunk || this.#life.signal.aborted) return
    const tell = { whole: () => this.#show("tiles"), failed: (/** @type {unknown} */ error) => this.#fail(error) }
    try {
      const { notice, write } = await chunk.layTiles({ ...this.place, signal: this.#life.signal }, tell)
      this.#write = write
      this.#credit(notice)
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Names make room for other pins. */
  makeRoom() {
    this.#write()
  }

  stop() {
    this.#life.abort()
    this.#write = () => {}
    this.place.map.getPane("names")?.remove()
    this.#show("drawing")
  }

  /** @param {unknown} error */
  #fail(error) {
    this.stop()
    if (/** @type {Error} */ (error)?.name !== "GroundError") throw error
  }

  /** @param {"drawing" | "tiles"} ground */
  #show(ground) {
    this.element.dataset.ground = ground
  }

  /** @param {string} notice */
  #credit(notice) {
    const words = this.element.querySelector(".map-notice bdi")
    if (words && notice && words.textContent !== notice) words.textContent = notice
  }

  async #offer() {
    const offer = this.#offerOf()
    const size = await sizeOf(this.place.url)
    const button = offer?.querySelector("button")
    if (!offer || !button || !size) return
    button.textContent = say("map_offer", { size })
    offer.hidden = false
  }

  /** @returns {HTMLElement | null} */
  #offerOf() {
    return this.element.querySelector("[data-offer]")
  }
}

/** Have the streets of a kept quarter read while the map is made. @param {string} url of the archive */
export async function warmGround(url) {
  if (!url || !isAtHand(url) || savesData()) return
  await (await loadChunk())?.loadArchive(url).catch(() => null)
}

// Private

function loadChunk() {
  return import("./tiles/tiles.js").catch(() => null)
}

/** @param {string} url @returns {string} */
function territoryOf(url) {
  return /([^/]+)\.pmtiles$/.exec(url)?.[1] ?? ""
}

/** Whether it lies in a pack, as far as this phone remembers: nobody waits for that answer. @param {string} url */
function isAtHand(url) {
  return Object.hasOwn(rememberedPacks(), territoryOf(url))
}

/** Until everything asked for has come, and nobody waits for the page. */
async function rest() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }))
  // Safari has no idle time to offer.
  await new Promise((done) => ("requestIdleCallback" in globalThis ? requestIdleCallback(done, { timeout: REST_MS }) : setTimeout(done)))
}

/** @param {string} url @returns {Promise<string>} "120 kB" in the words of the page, or "" when nobody answers */
async function sizeOf(url) {
  const response = await fetch(url, { method: "HEAD" }).catch(() => null)
  const bytes = Number(response?.ok && response.headers.get("Content-Length"))
  const unit = new Intl.NumberFormat(pageLanguage(), { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 })
  return bytes ? unit.format(bytes / 1000) : ""
}

/** What was seen before, or lies in the pack of its quarter, costs nothing to read. @param {string} url */
async function isKept(url) {
  if (!globalThis.caches) return false
  // A browser that may keep nothing lets nobody look.
  const names = await caches.keys().catch(() => null)
  if (!names) return false
  return names.some((name) => name.endsWith(` pack ${territoryOf(url)}`)) || Boolean(await caches.match(url, { ignoreVary: true }))
}

function savesData() {
  return Boolean(/** @type {any} */ (navigator).connection?.saveData)
}
