// What the worker calls things: its caches, its addresses, and the key of a page in a cache.

import { FATES } from "../outbox/fates.js"
import { ENDPOINT } from "../outbox/post.js"

export const SHELL_PREFIX = `adeuxpas ${EDITION.base} shell `
/** Styles, scripts, pictograms and offline pages of one edition. */
export const SHELL = SHELL_PREFIX + EDITION.digest
/** Pages and data as they were last seen; they outlive editions. */
export const VISITED = `adeuxpas ${EDITION.base} visited`

const SITE = new URL(EDITION.base, location.origin).href

/** @param {string} path of the edition, root-relative or relative to the base */
export function urlOf(path) {
  return new URL(path, SITE).href
}

/** @param {string} url @returns {string} without what scripts alone read (the query, the fragment), nor a file server's `index.html` */
export function keyOf(url) {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/\/index\.html$/, "/")
}

/**
 * The addresses of one page: our server has it at `x` or at `x/`, a plain file server always at `x/`.
 * @param {string} url
 * @returns {string[]} its own key first; a file with an extension has no other
 */
export function keysOf(url) {
  const key = keyOf(url)
  if (key.endsWith("/")) return [key, key.slice(0, -1)]
  return key.slice(key.lastIndexOf("/")).includes(".") ? [key] : [key, `${key}/`]
}

/** @param {string} url @returns {string} its path below the base */
export function pathOf(url) {
  return keyOf(url).slice(SITE.length)
}

/** @param {Request} request */
export function isOurs({ method, url, headers }) {
  return method === "GET" && url.startsWith(SITE) && !headers.has("range") && !isDesk(url)
}

/** The desk is for who is signed in: nothing of it stays on a phone. @param {string} url */
function isDesk(url) {
  return /^desk(?:\/|$)/.test(pathOf(url))
}

/** @param {Request} request that sends a suggestion, or asks what became of some */
export function isSuggestion({ method, url }) {
  return ["POST", "PUT"].includes(method) && [ENDPOINT, FATES].some((path) => url.startsWith(SITE + path))
}

/** @param {string} url @returns {boolean} whether a page that came before the worker may have it kept */
export function isKeepable(url) {
  return url.startsWith(SITE) && !pathOf(url).startsWith("packs/") && !isDesk(url)
}
