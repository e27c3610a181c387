// Pages and data as the phone last saw them.

import { isMeant, isOurPage, unwrapped } from "./answer.js"
import { stamped } from "./editions.js"
import { VISITED, isKeepable, keyOf, keysOf, pathOf, urlOf } from "./names.js"

/** Where the language of the last page read is kept, beside the pages. */
const LANGUAGE = urlOf("_language")
const MOST_PAGES = 400
/** Pages, data, and the graph of the streets. */
const KEPT_TYPES = /^(text\/html|application\/(?:manifest\+)?json|application\/(?:octet-stream|vnd\.pmtiles))/

/** @param {string} url @returns {Promise<Response | undefined>} */
export async function fromVisited(url) {
  for (const key of keysOf(url)) {
    const kept = await caches.match(key, { cacheName: VISITED, ignoreVary: true })
    if (kept) return kept
  }
  return undefined
}

/**
 * An address that names the version of what it has is answered by what was seen there, if it is that: nobody need be asked.
 * @param {string} url
 * @returns {Promise<Response | undefined>}
 */
export async function sameAsVisited(url) {
  const version = new URL(url).searchParams.get("v")
  const kept = version ? await fromVisited(url) : undefined
  return kept?.headers.get("ETag")?.replace("W/", "").startsWith(`"${version}`) ? kept : undefined
}

/**
 * Keep a good page or data file under its final address.
 * @param {string} url
 * @param {Response} response
 */
export async function keep(url, response) {
  if (!isMeant(url, response) || !KEPT_TYPES.test(response.headers.get("Content-Type") ?? "")) return
  if (/\bno-store\b/.test(response.headers.get("Cache-Control") ?? "")) return
  if (!(await isOurPage(response))) return
  const cache = await caches.open(VISITED)
  await put(cache, keyOf(response.redirected ? response.url : url), await stamped(url, unwrapped(response)))
  const lang = languageIn(url)
  if (lang) await put(cache, LANGUAGE, new Response(lang))
}

/** Fetch and keep pages that were read before the worker was there. @param {string[]} urls */
export async function keepAll(urls) {
  const kept = urls.filter(isKeepable)
  await Promise.allSettled(kept.map(async (url) => keep(url, await fetch(url, { cache: "no-cache" }))))
}

/** Forget the pages not seen for longest when there are too many. */
export async function trimVisited() {
  const cache = await caches.open(VISITED)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PAGES)).map((key) => cache.delete(key)))
}

/** @param {string} url @returns {Promise<string>} the language of an address, else of the last page read, else the source */
export async function languageFor(url) {
  const last = await caches.match(LANGUAGE, { cacheName: VISITED })
  return languageIn(url) ?? (await last?.text()) ?? EDITION.languages[0]
}

// Private

/** @param {string} url */
function languageIn(url) {
  return EDITION.languages.find((lang) => lang === pathOf(url).split("/")[0])
}

/** Make room once when the phone is full; what does not fit then is not kept. @param {Cache} cache @param {string} key @param {Response} response */
async function put(cache, key, response) {
  const again = response.clone()
  try {
    await cache.put(key, response)
  } catch (error) {
    if (!isFull(error)) throw error
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.ceil(keys.length / 2)).map((old) => cache.delete(old)))
    await cache.put(key, again).catch((still) => {
      if (!isFull(still)) throw still
    })
  }
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof DOMException && error.name === "QuotaExceededError"
}
