// On the page of all quarters: those that lie in this phone come first, marked. It stands right after the list and is
// waited for, so that nothing moves once it is painted.

import { rememberedPacks } from "./packs/memory.js"

const list = /** @type {HTMLElement} */ (document.querySelector(".territories"))
const kept = [...list.children].filter((one) => rememberedPacks()[/** @type {HTMLElement} */ (one).dataset.territory ?? ""]?.length)

for (const one of kept.reverse()) {
  const mark = Object.assign(document.createElement("small"), { className: "tile-kept", textContent: `✓ ${list.dataset.keptLabel}` })
  one.querySelector(".tile-words")?.append(mark)
  list.prepend(one)
}
