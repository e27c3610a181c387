// The map of a territory: Leaflet takes over the server's drawing, in step with the list beside it.

import { MovingBasemap, warmGround } from "../map/basemap.js"
import { mapButtons } from "../map/buttons.js"
import { MapCard } from "../map/card.js"
import { PinLayer } from "../map/pins/layer.js"
import { pinSource } from "../map/pins/source.js"
import { takeOver } from "../map/plan.js"
import { MapRoute } from "../map/route.js"
import { Selection } from "../map/selection.js"
import { AppElement } from "../page/element.js"
import { loadPictograms } from "../page/pictograms.js"
import { loadPlaces } from "../places/load.js"

/** @typedef {import("../places/places.js").Places} Places */

export class PlaceMap extends AppElement {
  async start() {
    this.listen(document, "adeuxpas:results")
    this.listen(document, "adeuxpas:choose")
    this.listen(document, "adeuxpas:way")
    const { places: address = "", pictograms = "", tiles = "" } = this.dataset
    void warmGround(tiles)
    const [places] = await Promise.all([loadPlaces(address).catch(() => null), loadPictograms(pictograms)])
    // Without its data the drawing stays as the server made it.
    if (places && this.isConnected && !this.#map) this.#begin(places)
  }

  stop() {
    this.#basemap?.stop()
    this.#route?.show(null)
    this.#map?.remove()
  }

  /** What the list shows, once it has said so. @type {string[] | null} */ #wanted = null
  /** @type {Places} */ #places = /** @type {any} */ (null)
  /** @type {import("leaflet").Map | null} */ #map = null
  /** @type {PinLayer} */ #pins = /** @type {any} */ (null)
  /** @type {MovingBasemap | null} */ #basemap = null
  /** @type {Selection | null} */ #selection = null
  /** @type {MapRoute | null} */ #route = null
  /** A way asked for before the map was there. @type {import("../map/route.js").Drawn | null} */ #early = null
  /** @type {Record<string, () => void>} */ #actions = {}

  /** @param {CustomEvent<{ ids: string[] }>} event */
  onresults(event) {
    this.#wanted = event.detail.ids
    if (this.#map) this.#show()
  }

  /** A choice made elsewhere: go there. @param {CustomEvent<{ id: string }>} event */
  onchoose(event) {
    if (event.target !== this) this.#selection?.go(event.detail.id)
  }

  /** The way to a place is found, or is not wanted any more. @param {CustomEvent<import("../map/route.js").Drawn | null>} event */
  onway({ detail }) {
    this.#early = detail
    if (detail) this.#selection?.close()
    this.#route?.show(detail)
  }

  /** @param {MouseEvent} event */
  #onPress(event) {
    const target = /** @type {Element} */ (event.target)
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"))
    const pin = target.closest(".map-pin")
    if (button) this.#actions[button.dataset.do ?? ""]?.()
    else if (pin && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#press(event, pin)
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== "Escape") return
    if (this.classList.contains("is-whole")) this.#actions.full()
    else this.#selection?.close()
  }

  /** A pin that takes the focus comes into sight. @param {FocusEvent} event */
  onfocusin(event) {
    const pin = /** @type {Element} */ (event.target).closest(".map-pin")
    const [place] = pin ? this.#pins.placesOf(pin) : []
    if (place !== undefined) this.#selection?.bringIntoSight(place)
  }

  /** @param {Places} places */
  #begin(places) {
    const focused = this.querySelector(".map-pin:focus")?.getAttribute("data-place-id")
    const drawing = /** @type {SVGSVGElement} */ (this.querySelector(".map-drawing"))
    const { map, bounds } = takeOver(this.#one("[data-frame]"), drawing)
    this.#map = map
    this.#places = places
    this.#pins = new PinLayer(map, pinSource(places, this.dataset.pictograms ?? ""))
    const card = new MapCard(this.#one("[data-card]"), places, this.dataset.hours ?? "")
    const selection = new Selection(map, { places, pins: this.#pins, card })
    this.#selection = selection
    const place = { url: this.dataset.tiles ?? "", map, bounds, drawing, taken: () => this.#pins.room }
    this.#basemap = new MovingBasemap(this, place)
    this.#route = new MapRoute(map)
    const more = { close: () => selection.close(), ground: () => void this.#basemap?.layAsked() }
    this.#actions = { ...mapButtons(this, { map, bounds, signal: this.signal }), ...more }
    this.#show()
    this.#route.show(this.#early)
    if (focused) this.#pins.pinOf(places.rank(focused) ?? -1)?.focus()
    this.addEventListener("click", (event) => this.#onPress(event), { signal: this.signal })
    this.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.signal })
    this.listen(this, "focusin")
    const tellCentre = () => (this.dataset.centre = `${map.getCenter().lng.toFixed(5)},${map.getCenter().lat.toFixed(5)}`)
    map.on("moveend", tellCentre)
    tellCentre()
    this.#one("[data-controls]").hidden = false
    this.dataset.ready = "true"
    this.emit("ready", null)
    void this.#basemap.start()
    const asked = new URLSearchParams(location.search).get("place")
    if (asked) selection.go(asked)
  }

  #show() {
    const { ids } = this.#places
    const shown = this.#wanted
      ? this.#wanted.flatMap((id) => this.#places.rank(id) ?? [])
      : [...ids.keys()].filter((i) => !this.#places.isPractical(i))
    // Nearest to the school first, whatever the order of the list: clusters stand where the server drew them.
    this.#pins.show(shown.sort((one, other) => one - other))
    this.#basemap?.makeRoom()
    this.dataset.markers = String(shown.length)
  }

  /** @param {MouseEvent} event @param {Element} pin */
  #press(event, pin) {
    event.preventDefault()
    // @ts-expect-error not in Leaflet's types: the end of a drag is not a press
    if (this.#map?.dragging.moved()) return
    const places = this.#pins.placesOf(pin)
    if (places.length > 1 && this.#selection?.spread(places)) return
    this.#selection?.open(places)
    if (places.length === 1) this.emit("choose", { id: this.#places.ids[places[0]] })
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
