// The base of every custom element: light DOM over the server's HTML, one AbortController for its life.

export class AppElement extends HTMLElement {
  /** @type {AbortController | null} */
  #life = null

  connectedCallback() {
    this.start()
  }

  disconnectedCallback() {
    this.#life?.abort()
    this.#life = null
    this.stop()
  }

  /** Begin to listen; the HTML inside is complete already. */
  start() {}

  /** Release what `start` took besides its listeners. */
  stop() {}

  /** The signal that ends with the element; one that listens to nothing has none. */
  get signal() {
    this.#life ??= new AbortController()
    return this.#life.signal
  }

  /**
   * Send `type` events of `target` to this element's `on<type>` method.
   * @param {EventTarget} target
   * @param {string} type
   */
  listen(target, type) {
    target.addEventListener(type, this, { signal: this.signal })
  }

  /** @param {Event} event */
  handleEvent(event) {
    const method = `on${event.type.replace(/^adeuxpas:/, "")}`
    // @ts-expect-error a method named after the event, on the subclass
    this[method]?.(event)
  }

  /**
   * @param {string} type without its `adeuxpas:` prefix
   * @param {unknown} detail
   */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`adeuxpas:${type}`, { bubbles: true, detail }))
  }
}
