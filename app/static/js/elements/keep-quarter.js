// On the page of a place or a walk: the card of the quarter's pack, folded. Its script comes when it is opened.

import { isKept } from "../packs/kept.js"
import { loadPack } from "../packs/watch.js"
import { AppElement } from "../page/element.js"

export class KeepQuarter extends AppElement {
  start() {
    void this.#mark()
    this.#fold.addEventListener("toggle", () => this.#toggled(), { signal: this.signal })
    this.listen(this, "adeuxpas:kept")
  }

  onkept() {
    this.toggleAttribute("data-kept", true)
  }

  #toggled() {
    if (this.#fold.open) void loadPack()
    else void this.#mark()
  }

  async #mark() {
    this.toggleAttribute("data-kept", await isKept(this.dataset.territory ?? ""))
  }

  get #fold() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector("details"))
  }
}
