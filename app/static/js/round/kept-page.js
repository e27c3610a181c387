// Whether the page of the round opens without a network: said only once its files were found on this phone.

/** @returns {Promise<boolean>} what lacks is fetched meanwhile: the worker keeps what passes through it */
export async function isPageKept() {
  if (!navigator.serviceWorker?.controller) return false
  const needed = [location.origin + location.pathname, ...own("link[rel=stylesheet]", "href"), ...own("script[src]", "src")]
  const found = await Promise.all(needed.map((url) => caches.match(url, { ignoreVary: true, ignoreSearch: true }).catch(() => undefined)))
  const lacking = needed.filter((_, index) => !found[index])
  await Promise.allSettled(lacking.map((url) => fetch(url)))
  // Who hands the phone to somebody of another language finds the page in it.
  navigator.serviceWorker.controller.postMessage({ type: "KEEP", urls: own("a[hreflang]", "href") })
  return lacking.length === 0
}

// Private

/** @param {string} selector @param {"href" | "src"} name @returns {string[]} addresses of what this page is made with */
function own(selector, name) {
  return [...document.querySelectorAll(selector)].map((each) => new URL(each.getAttribute(name) ?? "", location.href).href)
}
