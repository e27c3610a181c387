// Whether an answer is what was asked for. Half a deployment, a portal, a host's page of errors answer with a page of
// their own, and some of them call that a success.

/** Letters of a page in which it says whose it is. */
const HEAD = 1000

/** @param {string} url @param {Response} response @returns {boolean} whether it is good: a page where a page lies, a file where a file does */
export function isMeant(url, response) {
  return response.ok && isPage(response) !== isFile(url)
}

/**
 * Whether a page is one of ours, by the address of the site that each says at its beginning: a host's page about its works
 * or a portal that wants a password says 200 too, and headers of ours are not there on every host.
 * @param {Response} response @returns {Promise<boolean>} true for what is no page at all
 */
export async function isOurPage(response) {
  if (!isPage(response)) return true
  const reader = response.clone().body?.getReader()
  const decoder = new TextDecoder()
  let head = ""
  for (let read = await reader?.read(); read?.value && head.length < HEAD; read = await reader?.read()) {
    head += decoder.decode(read.value, { stream: true })
  }
  void reader?.cancel()
  return head.slice(0, HEAD).includes(`data-base="${EDITION.base}"`)
}

/**
 * Whether an answer to a navigation counts more than what the phone has kept: a page of ours, or the way to one. A portal sends
 * elsewhere, and the browser would follow; a host under repair says so in plain words, and calls it a success.
 * @param {string} url @param {Response} response @returns {Promise<boolean>}
 */
export async function isOurAnswer(url, response) {
  if (response.type !== "opaqueredirect") return response.status < 500 && isPage(response) && isOurPage(response)
  const end = await fetch(url, { mode: "same-origin" }).catch(() => Response.error())
  return end.ok && isPage(end) && isOurPage(end)
}

/** @param {string} url @param {Response} response @returns {boolean} whether data from the network count more than what is kept */
export function isOurData(url, response) {
  const isHere = !response.redirected || new URL(response.url).origin === new URL(url).origin
  return isHere && isMeant(url, response) && /\bjson\b|octet-stream|pmtiles/.test(response.headers.get("Content-Type") ?? "")
}

/**
 * A response as it may be answered to a navigation: one that followed a redirect may not.
 * @param {Response} response
 */
export function unwrapped(response) {
  if (!response.redirected) return response
  const { status, statusText, headers } = response
  return new Response(response.body, { status, statusText, headers })
}

/** The same response, saying that the phone had it: pages then tell that there is no network. @param {Response} response */
export function asKept(response) {
  const headers = new Headers(response.headers)
  headers.set("X-Kept", "1")
  return new Response(response.body, { status: response.status, headers })
}

// Private

/** @param {Response} response */
function isPage({ headers }) {
  return /^text\/html/.test(headers.get("Content-Type") ?? "")
}

/** @param {string} url */
function isFile(url) {
  return /\.(?!html$)\w+$/.test(new URL(url).pathname)
}
