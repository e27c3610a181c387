// What a page says when it is printed: nothing stays folded, what was filtered away is not there, and a short address
// names its host. Styles do the rest (`print.css`), and most of it without script.

/** Opened for paper, to be folded again. @type {HTMLDetailsElement[]} */
let unfolded = []
/** The places that the list shows, once somebody asked for some. @type {Set<string> | null} */
let shown = null

export function readyPaper() {
  for (const address of document.querySelectorAll("[data-short]")) address.textContent = `${location.host}${address.textContent}`
  document.addEventListener("adeuxpas:results", (event) => {
    shown = new Set(/** @type {CustomEvent<{ ids: string[] }>} */ (event).detail.ids)
  })
  addEventListener("beforeprint", unfold)
  addEventListener("afterprint", fold)
}

// Private

function unfold() {
  unfolded = [...document.querySelectorAll("main details:not([open])")].map((each) => /** @type {HTMLDetailsElement} */ (each))
  for (const details of unfolded) details.open = true
  // Without network a site that has no public address has no codes: the address stands there, and neither a broken picture
  // nor the empty frame of `worker/offline.js`.
  for (const code of document.querySelectorAll("img.qr")) {
    const { complete, naturalWidth } = /** @type {HTMLImageElement} */ (code)
    code.toggleAttribute("hidden", complete && naturalWidth <= 1)
  }
  const isSearch = document.querySelector("[data-searching]") !== null
  for (const line of document.querySelectorAll("[data-line]")) {
    line.toggleAttribute("hidden", isSearch && shown !== null && !shown.has(line.getAttribute("data-line") ?? ""))
  }
}

function fold() {
  for (const details of unfolded) details.open = false
  unfolded = []
}
