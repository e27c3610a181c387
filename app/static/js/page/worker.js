// The page's side of the service worker: registering it, knowing of a new edition, taking it when a person says so.

import { baseOf } from "./addresses.js"

/** WebKit can leave a worker installing for ever when the page is left within moments of registering. */
const AFTER_LOAD_MS = 1500
const LOOK_AGAIN_MS = 3_600_000

/** Register the worker once the page is at rest. */
export function startWorker() {
  if (!("serviceWorker" in navigator)) return
  const start = () => setTimeout(register, AFTER_LOAD_MS)
  if (document.readyState === "complete") start()
  else addEventListener("load", start, { once: true })
}

/**
 * Hear of editions that wait to be taken.
 * @param {(worker: ServiceWorker) => void} offer
 */
export async function watchEditions(offer) {
  if (!("serviceWorker" in navigator)) return
  const registration = await navigator.serviceWorker.ready
  const follow = () => {
    const { installing } = registration
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing)
    })
  }
  if (registration.waiting) offer(registration.waiting)
  // On a slow phone it may have been found before this page could listen.
  follow()
  registration.addEventListener("updatefound", follow)
}

/** Let a waiting edition take over, then load the page again, once. @param {ServiceWorker} waiting */
export function takeEdition(waiting) {
  // Another tab has taken it already.
  if (waiting.state !== "installed") return location.reload()
  // Clearing the storage changes the controller too: only a change we asked for reloads.
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true })
  waiting.postMessage({ type: "SKIP_WAITING" })
}

// Private

async function register() {
  const isFirst = !navigator.serviceWorker.controller
  try {
    const url = trusted(`${baseOf()}sw.js`)
    const registration = await navigator.serviceWorker.register(/** @type {string} */ (url), { scope: baseOf(), updateViaCache: "none" })
    lookAgain(registration)
    if (isFirst) keepThisPage(await navigator.serviceWorker.ready)
  } catch (error) {
    // Private windows and full phones have no worker: the site works without, so only a developer is told.
    if (location.hostname === "localhost") console.info(error)
  }
}

/** The page that brought the worker was fetched before it was there. @param {ServiceWorkerRegistration} registration */
function keepThisPage(registration) {
  const data = performance.getEntriesByType("resource").map((entry) => entry.name).filter((url) => /\.(json|bin|pmtiles)$/.test(new URL(url).pathname))
  registration.active?.postMessage({ type: "KEEP", urls: [location.href, ...new Set(data)] })
}

/** A page left open for long looks for a new edition when it is seen again. @param {ServiceWorkerRegistration} registration */
function lookAgain(registration) {
  let last = Date.now()
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < LOOK_AGAIN_MS) return
    last = Date.now()
    registration.update().catch(() => undefined)
  })
}

/** The one policy of the site: a script address of ours and no other. @param {string} url */
function trusted(url) {
  const rules = {
    createScriptURL(/** @type {string} */ asked) {
      if (asked !== `${baseOf()}sw.js`) throw new TypeError(`Refused the script ${asked}.`)
      return asked
    },
  }
  return typeof trustedTypes === "undefined" ? url : trustedTypes.createPolicy("adeuxpas", rules).createScriptURL(url)
}
