// Who has something to say that must be fetched waits until it is seen, or until the page is at rest:
// what one looks at comes first, and a page that was visited is whole afterwards, without network too.

/** The page has this long to come to rest. */
const REST_MS = 3_000

/** @type {Map<Element, () => void>} */
const waiting = new Map()
/** @type {IntersectionObserver | null} */
let observer = null
let isAtRest = false

/** @param {Element} element @param {() => void} begin called once */
export function whenSeen(element, begin) {
  if (isAtRest) return begin()
  waiting.set(element, begin)
  observe().observe(element)
}

/** @param {Element} element that is gone */
export function noLonger(element) {
  waiting.delete(element)
  observer?.unobserve(element)
}

// Private

function observe() {
  if (observer) return observer
  void rest().then(() => {
    isAtRest = true
    for (const element of [...waiting.keys()]) begin(element)
  })
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target)
  }
  return (observer = new IntersectionObserver(seen))
}

/** @param {Element} element */
function begin(element) {
  const told = waiting.get(element)
  noLonger(element)
  told?.()
}

/** Until all has come that the page asked for, and its map moves. */
async function rest() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }))
  // Safari has no idle time to offer.
  await new Promise((done) => ("requestIdleCallback" in globalThis ? requestIdleCallback(done, { timeout: REST_MS }) : setTimeout(done)))
  if (!document.querySelector("place-map:not([data-ready])")) return
  await new Promise((done) => {
    document.addEventListener("adeuxpas:ready", done, { once: true })
    setTimeout(done, 3 * REST_MS)
  })
}
