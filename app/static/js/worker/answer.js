// Whether an answer is what was asked for. Half a deployment, a portal, a host's page of errors answer with a page of
// their own, and some of them call that a success.

/** @param {string} url @param {Response} response @returns {boolean} whether it is good: a page where a page lies, a file where a file does */
export function isMeant(url, response) {
  const isPage = /^text\/html/.test(response.headers.get("Content-Type") ?? "")
  return response.ok && isPage !== isFile(url)
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

/** @param {string} url */
function isFile(url) {
  return /\.(?!html$)\w+$/.test(new URL(url).pathname)
}
