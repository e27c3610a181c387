// Where the site lies, and what is built: at addresses that name their version, so that the browser may keep what they answer.

/** @returns {string} the root of the site, as the server wrote it */
export function baseOf() {
  return document.documentElement.dataset.base ?? "/"
}

/** @param {string} name of a file that is built (`mail.js`) @returns {string} its address, the one that pages have */
export function assetOf(name) {
  const version = document.documentElement.dataset.assets
  return `${baseOf()}static/gen/${name}${version ? `?v=${version}` : ""}`
}
