// "Is this walk ready to be led without a network?": everything it needs is read again from this phone, and counted.

import { faultOf } from "../packs/faults.js"
import { PackStore } from "../packs/store.js"
import { readWalkFiles } from "../packs/walk-files.js"
import { sayBytes, sayMoment } from "../packs/words.js"
import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"
import { hide, write } from "../page/write.js"

/** @typedef {"unknown" | "unkept" | "reading" | "ready" | "missing"} State */

export class WalkReady extends AppElement {
  start() {
    this.#button.addEventListener("click", () => this.#try(), { signal: this.signal })
    this.listen(/** @type {HTMLElement} */ (this.closest("keep-quarter") ?? this), "adeuxpas:kept")
    void this.#look()
  }

  onkept() {
    void this.#try()
  }

  // Private

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-do=try]"))
  }

  get #store() {
    return new PackStore(baseOf(), this.dataset.territory ?? "")
  }

  /** Nothing is said to be ready before it was read. */
  async #look() {
    const kept = await this.#store.current().catch(() => null)
    this.#show(kept ? "unknown" : "unkept", kept ? say("ready_untried") : say("ready_unkept"))
  }

  async #try() {
    this.#show("reading", say("ready_reading"))
    try {
      const { needs } = this
      const { files, bytes, missing } = await readWalkFiles(this.#store, needs)
      const read = say("ready_read", { files: sayCount("ready_files", files), size: sayBytes(bytes), moment: sayMoment(Date.now()) })
      if (missing.length) this.#show("missing", `${sayCount("ready_missing", missing.length)} ${read}`)
      else this.#show("ready", `${say("ready_ready")} ${read}`)
      this.dataset.bytes = String(bytes)
      this.dataset.missing = missing.join(" ")
    } catch (error) {
      // What is no fault of the phone is thrown on.
      faultOf(error)
      this.#show("missing", say("pack_shell"))
    }
  }

  /** What the server says that the walk needs. */
  get needs() {
    const [paths, shell] = ["paths", "shell"].map((name) => (this.dataset[name] ?? "").split(" ").filter(Boolean))
    return { paths, shell: shell.map((name) => `${baseOf()}static/gen/${name}`) }
  }

  /** @param {State} state @param {string} words */
  #show(state, words) {
    this.dataset.state = state
    write(/** @type {HTMLElement} */ (this.querySelector("[data-line]")), words)
    hide(this.#button, state === "unkept")
    this.#button.disabled = state === "reading"
    this.hidden = false
  }
}
