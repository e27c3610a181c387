// The service worker: what the phone has seen works without network. Pages and data come from the network when it
// answers in time, else as they were last seen; the shell comes from its edition.
//
// Rules: GET and our own addresses only; only good answers are kept; every write is waited for; every answer is a
// Response; a new edition takes over only when a person says so.

import { isOurs } from "./worker/names.js"
import { askNetwork } from "./worker/network.js"
import { answerOffline } from "./worker/offline.js"
import { dropOldShells, fromPreviousShell, fromShell, installShell, isShell, keepInShell, mendShell } from "./worker/shell.js"
import { asKept, fromVisited, keepAll, trimVisited } from "./worker/visited.js"

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis))

worker.addEventListener("install", (event) => event.waitUntil(installShell()))

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOldShells(), trimVisited(), worker.clients.claim()]))
})

worker.addEventListener("fetch", (event) => {
  const { request } = event
  if (!isOurs(request)) return
  if (request.mode === "navigate") event.respondWith(answerPage(event).catch(() => fetch(request)))
  else if (isShell(request)) event.respondWith(answerShell(event).catch(() => fetch(request)))
  else if (isData(request)) event.respondWith(answerData(event).catch(() => Response.error()))
})

worker.addEventListener("message", (event) => {
  const { type = event.data, urls = [] } = Object(event.data)
  if (type === "SKIP_WAITING") event.waitUntil(worker.skipWaiting())
  if (type === "KEEP") event.waitUntil(keepAll(urls))
  if (type === "GET_EDITION") {
    const { digest, number, date } = EDITION
    const port = event.ports[0] ?? event.source
    port?.postMessage({ type: "EDITION", digest, number, date })
  }
})

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function answerPage(event) {
  event.waitUntil(mendShell())
  const kept = await fromVisited(event.request.url)
  try {
    const response = await askNetwork(event, { hasKept: kept !== undefined })
    return response.status >= 500 && kept ? kept : response
  } catch {
    return kept ?? answerOffline(event.request.url)
  }
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function answerData(event) {
  const kept = await fromVisited(event.request.url)
  try {
    const response = await askNetwork(event, { hasKept: kept !== undefined })
    return response.ok || !kept ? response : asKept(kept)
  } catch {
    return kept ? asKept(kept) : Response.error()
  }
}

/** A file of the shell; a page opened under the previous edition may ask for one that is no more. @param {FetchEvent} event */
async function answerShell(event) {
  const { request } = event
  const kept = await fromShell(request.url)
  if (kept) return kept
  const response = await fetch(request).catch(() => Response.error())
  if (!response.ok) return (await fromPreviousShell(request.url)) ?? response
  event.waitUntil(keepInShell(request.url, response.clone()))
  return response
}

/** @param {Request} request */
function isData({ url }) {
  const { pathname } = new URL(url)
  return /\.(json|bin)$/.test(pathname) && !pathname.endsWith("/edition.json") && !pathname.includes("/api/")
}
