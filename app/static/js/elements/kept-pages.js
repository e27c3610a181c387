// On the offline page: the same page in a language that is kept, the neighbourhoods kept, and the pages seen.

import { putKeptFirst } from "../packs/kept-tiles.js"
import { loadPack } from "../packs/watch.js"
import { AppElement } from "../page/element.js"
import { baseOf } from "../page/addresses.js"

const MOST = 30
/** Enough of a page to hold its title. */
const HEAD_LENGTH = 4000

export class KeptPages extends AppElement {
  async start() {
    if (!(await mayKeep())) return
    this.#fill("[data-seen]", (await seenPages()).filter(({ title }) => title).reverse().slice(0, MOST))
    const packs = (await (await loadPack())?.keptAddresses()) ?? []
    const paths = new Set([...packs.flatMap((pack) => pack.paths), ...(await seenPaths())].map(plain))
    this.#fill("[data-same]", sameInOthers(paths))
    const kept = new Set(packs.map(({ territory }) => territory))
    putKeptFirst([...this.querySelectorAll("[data-territory]")], (territory) => kept.has(territory), this.dataset.keptLabel)
  }

  /** @param {string} selector @param {{ url: string, title: string, lang?: string }[]} links */
  #fill(selector, links) {
    // The page of an earlier release has one list, and is that section itself.
    const section = /** @type {HTMLElement | null} */ (this.querySelector(selector)) ?? (selector === "[data-seen]" ? this : null)
    section?.querySelector("ul")?.replaceChildren(...links.map(item))
    if (section) section.hidden = links.length === 0
  }
}

// Private

/** Some browsers have no caches, some let nobody look into them. */
async function mayKeep() {
  return "caches" in globalThis && caches.keys().then(() => true, () => false)
}

async function seenRequests() {
  const cache = await caches.open(`adeuxpas ${baseOf()} visited`)
  return (await cache.keys()).filter(({ url }) => !url.endsWith(".json"))
}

async function seenPaths() {
  return (await seenRequests()).map(({ url }) => pathOf(url))
}

async function seenPages() {
  const prefix = `${location.origin}${baseOf()}${document.documentElement.lang}/`
  const requests = (await seenRequests()).filter(({ url }) => url.startsWith(prefix))
  const cacheName = `adeuxpas ${baseOf()} visited`
  return Promise.all(requests.map(async ({ url }) => ({ url, title: await titleOf(await caches.match(url, { cacheName })) })))
}

/** @param {Set<string>} kept plain paths */
function sameInOthers(kept) {
  const [lang, ...rest] = pathOf(location.href).split("/")
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".language-list a[hreflang]")])
  const others = links.filter(({ hreflang }) => hreflang !== lang && kept.has(plain([hreflang, ...rest].join("/"))))
  return others.map(({ hreflang, textContent }) => ({
    lang: hreflang, title: textContent ?? hreflang, url: baseOf() + [hreflang, ...rest].join("/"),
  }))
}

/** @param {string} url */
function pathOf(url) {
  return new URL(url).pathname.slice(baseOf().length)
}

/** @param {string} path */
function plain(path) {
  return path.replace(/(^|\/)index\.html$/, "").replace(/\/$/, "")
}

/** @param {Response | undefined} page */
async function titleOf(page) {
  const head = (await page?.text())?.slice(0, HEAD_LENGTH) ?? ""
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ""
  return title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("&amp;", "&").trim()
}

/** @param {{ url: string, title: string, lang?: string }} link */
function item({ url, title, lang }) {
  const li = document.createElement("li")
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title })
  if (lang) Object.assign(link, { lang, hreflang: lang, dir: "auto" })
  li.append(link)
  return li
}
