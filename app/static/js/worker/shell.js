// The shell: what every page of an edition is dressed in. A new edition fetches only what changed.

import { isMeant, unwrapped } from "./answer.js"
import { SHELL, SHELL_PREFIX, VISITED, keyOf, pathOf, urlOf } from "./names.js"

/** Where the names of the shell in use and of the one before are kept: others may lie there that nobody took. */
const IN_USE = urlOf("_shells")

/** Where the files of this shell lie in its cache. */
const SHELL_KEYS = new Set(EDITION.shell.map((path) => keyOf(urlOf(path))))

/** Fetch the whole shell of this edition, or fail: the previous edition then stays. */
export async function installShell() {
  const [cache, before] = [await caches.open(SHELL), await previousShell()]
  await Promise.all(EDITION.shell.map((path) => renew(cache, urlOf(path), before)))
  await Promise.allSettled((await carriedIn(before)).map((url) => renew(cache, url, before)))
}

/** Fetch again what the browser threw away from the shell. @returns {Promise<boolean>} whether it is whole now */
export async function mendShell() {
  const cache = await caches.open(SHELL)
  const kept = new Set((await cache.keys()).map((request) => request.url))
  const missing = EDITION.shell.map(urlOf).filter((url) => !kept.has(keyOf(url)))
  const ends = await Promise.allSettled(missing.map((url) => renew(cache, url, undefined)))
  return ends.every(({ status }) => status === "fulfilled")
}

/** Keep this shell and the one before (a page left open may still need it), drop older ones. */
export async function dropOldShells() {
  const before = await previousShell()
  const visited = await caches.open(VISITED)
  await visited.put(IN_USE, new Response(JSON.stringify([SHELL, before])))
  const old = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL && name !== before)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** @param {Request} request */
export function isShell({ url }) {
  const key = keyOf(url)
  return SHELL_KEYS.has(key) || key.startsWith(urlOf("static/"))
}

/** @param {string} url @returns {Promise<Response | undefined>} */
export function fromShell(url) {
  return caches.match(keyOf(url), { cacheName: SHELL, ignoreVary: true })
}

/** Keep a picture, a chunk: what pages ask for besides the list of the shell. @param {string} url @param {Response} response */
export async function keepInShell(url, response) {
  const cache = await caches.open(SHELL)
  await cache.put(keyOf(url), response)
}

/** @param {string} url @returns {Promise<Response | undefined>} */
export async function fromPreviousShell(url) {
  const cacheName = await previousShell()
  return cacheName === undefined ? undefined : caches.match(keyOf(url), { cacheName, ignoreVary: true })
}

// Private

/** What the page of a round is made with is in no list: a phone that carries one keeps it through a new edition. @param {string | undefined} before name of the previous shell @returns {Promise<string[]>} */
async function carriedIn(before) {
  const requests = before ? await (await caches.open(before)).keys() : []
  return requests.map(({ url }) => url).filter((url) => /^static\/gen\/round\./.test(pathOf(url)))
}

/** @returns {Promise<string | undefined>} the shell that was in use before this one, or still is while this one waits */
async function previousShell() {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL)
  const noted = await caches.match(IN_USE, { cacheName: VISITED })
  /** @type {string[]} */
  const used = noted ? await noted.json() : []
  return used.find((name) => others.includes(name)) ?? others.at(-1)
}

/**
 * Put a file of the shell in its cache: the kept one when the server says it has not changed.
 * @param {Cache} cache
 * @param {string} url with its version, as pages ask for it: the browser then need not fetch it twice
 * @param {string | undefined} before name of the previous shell
 */
async function renew(cache, url, before) {
  const key = keyOf(url)
  const kept = before ? await caches.match(key, { cacheName: before, ignoreVary: true }) : undefined
  const tag = kept?.headers.get("ETag")
  const response = await fetch(url, tag ? { headers: { "If-None-Match": tag } } : { cache: "no-cache" })
  if (kept && response.status === 304) return cache.put(key, kept)
  if (!isMeant(url, response)) throw new Error(`${url} answered ${response.status}, or another thing than was asked for.`)
  return cache.put(key, unwrapped(response))
}
