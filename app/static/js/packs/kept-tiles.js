// The quarters that lie in this phone, in a list of quarters: they come first, and say so.

/** @param {Element[]} tiles with `data-territory` @param {(territory: string) => boolean} isKept @param {string | undefined} label */
export function putKeptFirst(tiles, isKept, label) {
  for (const tile of tiles.filter((one) => isKept(/** @type {HTMLElement} */ (one).dataset.territory ?? "")).reverse()) {
    const mark = Object.assign(document.createElement("small"), { className: "tile-kept", textContent: `✓ ${label}` })
    tile.querySelector(".tile-words")?.append(mark)
    tile.parentElement?.prepend(tile)
  }
}
