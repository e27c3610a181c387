// On the page of all quarters: those that lie in this phone come first, marked. It stands right after the list and is
// waited for, so that nothing moves once it is painted.

import { putKeptFirst } from "./packs/kept-tiles.js"
import { rememberedPacks } from "./packs/memory.js"

const list = /** @type {HTMLElement} */ (document.querySelector(".territories"))
const remembered = rememberedPacks()

putKeptFirst([...list.children], (territory) => Boolean(remembered[territory]?.length), list.dataset.keptLabel)
