// On the page of all quarters: those that lie in this phone come first, marked. It stands right after the list,
// which is not seen before it is in order: nothing moves once it is painted.

import { putKeptFirst } from "./packs/kept-tiles.js"
import { rememberedPacks } from "./packs/memory.js"

const list = /** @type {HTMLElement} */ (document.querySelector(".territories"))
const remembered = rememberedPacks()

putKeptFirst([...list.children], (territory) => Boolean(remembered[territory]?.length), list.dataset.keptLabel)
// A frame later: a browser takes what moves and appears at once for something that jumped.
const show = () => list.classList.remove("territories-unordered")
requestAnimationFrame(() => requestAnimationFrame(show))
