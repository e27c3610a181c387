// One clock for all who say what changes with the minute: sixty timers cost more than what they say.

const MINUTE_MS = 60_000

/** @typedef {{ tell: () => void }} Teller */

/** @type {Set<Teller>} */
const tellers = new Set()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** Tell at each full minute, and when the page is looked at again. @param {Teller} teller */
export function tellEachMinute(teller) {
  if (tellers.size === 0) {
    document.addEventListener("visibilitychange", tellAll)
    arm()
  }
  tellers.add(teller)
}

/** @param {Teller} teller */
export function tellNoMore(teller) {
  tellers.delete(teller)
  if (tellers.size > 0) return
  document.removeEventListener("visibilitychange", tellAll)
  clearTimeout(timer)
}

// Private

function arm() {
  clearTimeout(timer)
  timer = setTimeout(tellAll, MINUTE_MS - (Date.now() % MINUTE_MS))
}

/** A page nobody looks at waits until somebody does. */
function tellAll() {
  clearTimeout(timer)
  if (document.hidden) return
  for (const teller of tellers) teller.tell()
  arm()
}
