// The service worker: what the phone has seen or keeps works without network. Pages and data come from the network
// when it answers in time, else as they were last seen or from a pack; maps and paths, which are big and seldom change,
// from a pack first; the shell from its edition.
//
// Rules: our own addresses only, and GET but for suggestions; only good answers are kept; every write is waited for; every
// answer is a Response; a new edition takes over only when a person says so.

import { asKept, isMeant, isOurAnswer, isOurData } from "./worker/answer.js"
import { handOut, copiesOf, openBest } from "./worker/copies.js"
import { isSuggestion, isOurs, pathOf } from "./worker/names.js"
import { askBriefly, askNetwork } from "./worker/network.js"
import { answerOffline, answerPicture } from "./worker/offline.js"
import { handOn, sendOutbox } from "./worker/outbox.js"
import { dropOldShells, fromPreviousShell, fromShell, installShell, isShell, keepInShell, mendShell } from "./worker/shell.js"
import { keepAll, sameAsVisited, trimVisited } from "./worker/visited.js"

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis))

worker.addEventListener("install", (event) => event.waitUntil(installShell()))

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOldShells(), trimVisited(), worker.clients.claim()]))
})

worker.addEventListener("fetch", (event) => {
  const { request } = event
  if (isSuggestion(request)) event.respondWith(handOn(request))
  if (!isOurs(request)) return
  if (request.mode === "navigate") serve(event)
  else if (isShell(request)) event.respondWith(answerShell(event).catch(() => fetch(request)))
  else if (isData(request)) event.respondWith(answerData(event).catch(() => Response.error()))
  else if (isMapData(request)) event.respondWith(answerMapData(event).catch(() => Response.error()))
  else if (isManifest(request)) event.respondWith(fetch(request).catch(() => new Response(null, { status: 204 })))
  else if (isPhoto(request)) event.respondWith(answerPhoto(event).catch(() => Response.error()))
  else if (isCode(request)) event.respondWith(answerCode(event).catch(() => Response.error()))
})

worker.addEventListener("sync", (event) => /** @type {ExtendableEvent} */ (event).waitUntil(sendOutbox()))

worker.addEventListener("message", (event) => {
  const { type = event.data, urls = [] } = Object(event.data)
  if (type === "SKIP_WAITING") event.waitUntil(worker.skipWaiting())
  if (type === "SEND_OUTBOX") event.waitUntil(sendOutbox().catch(() => undefined))
  if (type === "KEEP") event.waitUntil(keepAll(urls))
  const port = event.ports[0] ?? event.source
  const { digest, number, date } = EDITION
  if (type === "GET_EDITION") port?.postMessage({ type: "EDITION", digest, number, date })
  if (type === "CHECK_SHELL") event.waitUntil(mendShell().then((isWhole) => port?.postMessage({ type: "SHELL", isWhole })))
})

/** Answer a navigation first, then see to the shell. @param {FetchEvent} event */
function serve(event) {
  const answered = answerPage(event).catch(() => fetch(event.request))
  event.respondWith(answered)
  event.waitUntil(answered.then(mendShell))
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function answerPage(event) {
  const { response, kept } = await askAndOpen(event, (response) => isOurAnswer(event.request.url, response))
  return kept ? handOut(kept, event) : (response ?? answerOffline(event.request.url))
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function answerData(event) {
  const same = await sameAsVisited(event.request.url)
  if (same) return same
  const { response, kept } = await askAndOpen(event, (response) => isOurData(event.request.url, response))
  return kept ? asKept(kept.response) : (response ?? Response.error())
}

/**
 * Ask the network, and open the best that the phone has beside it: that counts when the network fails, or answers badly.
 * @param {FetchEvent} event
 * @param {(response: Response) => boolean | Promise<boolean>} isGood
 * @returns {Promise<{ response?: Response, kept?: import("./worker/copies.js").Opened }>}
 */
async function askAndOpen(event, isGood) {
  const answer = askNetwork(event)
  const copies = await copiesOf(event)
  const opened = openBest(copies)
  const response = await answer(copies.length > 0).catch(() => undefined)
  const isEnough = response && (copies.length === 0 || (await isGood(response)))
  return isEnough ? { response } : { response, kept: await opened }
}

/** The map and the paths of a pack: not a byte on the network. @param {FetchEvent} event @returns {Promise<Response>} */
async function answerMapData(event) {
  return (await openPacked(event)) ?? answerData(event)
}

/** The picture of a printed code, whole and soon or not at all: a page is not held up by it. @param {FetchEvent} event @returns {Promise<Response>} */
async function answerCode(event) {
  return (await openPacked(event)) ?? askNetwork(event)(true).catch(answerPicture)
}

/** The photo of a place: without one, its page says in words what it shows. @param {FetchEvent} event @returns {Promise<Response>} */
async function answerPhoto(event) {
  return (await openPacked(event)) ?? fetch(event.request)
}

/** @param {FetchEvent} event */
async function openPacked(event) {
  const packed = (await copiesOf(event)).filter(({ territory, isStandIn }) => territory && !isStandIn)
  return (await openBest(packed))?.response
}

/** A file of the shell; a page opened under the previous edition may ask for one that is no more. @param {FetchEvent} event */
async function answerShell(event) {
  const { request } = event
  const kept = await fromShell(request.url)
  if (kept) return kept
  const before = await fromPreviousShell(request.url)
  const response = await (before ? askBriefly(request) : fetch(request)).catch(() => Response.error())
  if (!isMeant(request.url, response)) return before ?? response
  event.waitUntil(keepInShell(request.url, response.clone()))
  return response
}

/** @param {Request} request */
function isData({ url }) {
  const { pathname } = new URL(url)
  return pathname.endsWith(".json") && !/\/(?:edition\.json|api\/.*|packs\/.*)$/.test(pathname)
}

/** @param {Request} request */
function isMapData({ url }) {
  return /^(?:maps|paths)\//.test(pathOf(url))
}

/** @param {Request} request */
function isCode({ url }) {
  return pathOf(url).startsWith("qr/")
}

/** @param {Request} request */
function isPhoto({ url }) {
  return pathOf(url).startsWith("photos/")
}

/** What a pack is made of now: without network that is nothing to know, and no error for the page to report. @param {Request} request */
function isManifest({ url }) {
  return /^packs\/[^/]+\.json$/.test(pathOf(url))
}
