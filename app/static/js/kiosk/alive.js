// The screen tells its server once a minute that it is alive: a browser that hangs is started again by whoever watches.

import { baseOf } from "../page/addresses.js"

const EACH_MS = 60_000

/** @param {string} territory "" on a site of files, where nobody hears it @param {AbortSignal} signal ends it */
export function tellAlive(territory, signal) {
  if (!territory) return
  const tell = () => fetch(`${baseOf()}api/v1/kiosk/${territory}/seen`, { method: "POST" }).catch(() => undefined)
  tell()
  const clock = setInterval(tell, EACH_MS)
  signal.addEventListener("abort", () => clearInterval(clock))
}
