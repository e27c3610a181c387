// Pictograms for what scripts draw: taken once from the site's sprite into the page. A `<use>` of another file makes
// the browser ask for that file again at each batch of new elements.

const PREFIX = "pictogram-"
/** Pins wait for their pictograms, not for ever: without them they point at the sprite. */
const PATIENCE_MS = 4_000

/** @type {Document | null} */
let sprite = null
/** @type {Promise<void> | undefined} */
let loading
/** @type {SVGSVGElement | undefined} */
let shelf

/**
 * Have the pictograms at hand; without them elements keep pointing at the sprite.
 * @param {string} url of the sprite
 * @returns {Promise<void>}
 */
export function loadPictograms(url) {
  loading ??= fetchSprite(url).then((found) => void (sprite = found))
  return loading
}

/**
 * Point a `<use>` of the sprite at a pictogram, in the page itself when it is at hand.
 * @param {SVGUseElement} use
 * @param {string} [name] another pictogram than its own
 */
export function usePictogram(use, name) {
  const [file, own] = (use.getAttribute("href") ?? "").split("#")
  use.setAttribute("href", pictogramHref(`${file}#${name ?? own.replace(PREFIX, "")}`))
}

/** @param {string} href of a pictogram in the sprite @returns {string} its address in the page itself when it is at hand */
export function pictogramHref(href) {
  const name = href.slice(href.indexOf("#") + 1)
  return isShelved(name) ? `#${PREFIX}${name}` : href
}

// Private

/** A document needs no parsing of markup by us, which the site's policy refuses. @param {string} url @returns {Promise<Document | null>} */
function fetchSprite(url) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open("GET", url)
    request.responseType = "document"
    request.timeout = PATIENCE_MS
    request.onloadend = () => resolve(request.status === 200 ? request.response : null)
    request.send()
  })
}

/** @param {string} name @returns {boolean} whether the page has it, now */
function isShelved(name) {
  if (document.getElementById(PREFIX + name)) return true
  const symbol = sprite?.getElementById(name)
  if (!symbol) return false
  const copy = document.importNode(symbol, true)
  copy.id = PREFIX + name
  shelf ??= makeShelf()
  shelf.append(copy)
  return true
}

function makeShelf() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("class", "visually-hidden")
  svg.ariaHidden = "true"
  document.body.append(svg)
  return svg
}
