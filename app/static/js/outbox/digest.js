// The SHA-256 of what was sent: the server names it in its answer.

/**
 * @param {string | Blob} sent
 * @returns {Promise<string | null>} null where the browser reckons none: on addresses without https
 */
export async function digestOf(sent) {
  if (!globalThis.crypto?.subtle) return null
  const bytes = typeof sent === "string" ? new TextEncoder().encode(sent) : await sent.arrayBuffer()
  const digest = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
