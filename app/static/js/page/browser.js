// Which browser this is, as far as it matters for keeping things: how it installs a site, and what it refuses.

/** Browsers inside of other apps: what they keep is theirs, and often nothing. */
const IN_APP = /\b(FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Line\/|MicroMessenger|Snapchat|TikTok|musical_ly|; wv\))/

/** @typedef {"installed" | "in_app" | "ios" | "samsung" | "firefox" | "android" | "other"} Kind */

/**
 * @param {{ userAgent: string, maxTouchPoints?: number, standalone?: boolean }} phone as `navigator` tells
 * @param {boolean} [isStandalone] by the way it is shown
 * @returns {Kind}
 */
export function kindOf({ userAgent, maxTouchPoints = 0, standalone = false }, isStandalone = false) {
  if (standalone || isStandalone) return "installed"
  if (IN_APP.test(userAgent)) return "in_app"
  // An iPad says that it is a Macintosh; only it can be touched.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "ios"
  if (!/Android/.test(userAgent)) return "other"
  if (/SamsungBrowser/.test(userAgent)) return "samsung"
  return /Firefox/.test(userAgent) ? "firefox" : "android"
}

/** @returns {Kind} of this one */
export function thisBrowser() {
  return kindOf(navigator, matchMedia("(display-mode: standalone)").matches)
}
