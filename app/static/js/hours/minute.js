// One clock for all who say what changes with the minute: sixty timers cost more than what they say.

const MINUTE_MS = 60_000
const OCCASIONS = ["visibilitychange", "adeuxpas:clock"]

/** @typedef {{ tell: () => void }} Teller */

/** @type {Set<Teller>} */
const tellers = new Set()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** Tell at each full minute, when the page is looked at again, and when the server says what time it is. @param {Teller} teller */
export function tellEachMinute(teller) {
  if (tellers.size === 0) {
    for (const type of OCCASIONS) document.addEventListener(type, tellAll)
    arm()
  }
  tellers.add(teller)
}

/** @param {Teller} teller */
export function tellNoMore(teller) {
  tellers.delete(teller)
  if (tellers.size > 0) return
  for (const type of OCCASIONS) document.removeEventListener(type, tellAll)
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
