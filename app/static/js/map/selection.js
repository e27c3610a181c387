// What is chosen on the map: one place, or the places of one spot, with their card and in sight.

import { boxOf, latLngOf } from "./plan.js"

/** Close enough to tell two entrances apart. */
const CHOSEN_ZOOM = 17
/** A press on a cluster that cannot be opened by this much more zoom lists its places. */
const WORTH_ZOOM = 0.3

/**
 * @typedef {object} Shown
 * @property {import("../places/places.js").Places} places
 * @property {import("./pins/layer.js").PinLayer} pins
 * @property {import("./card.js").MapCard} card
 */

export class Selection {
  /** @param {import("leaflet").Map} map @param {Shown} shown */
  constructor(map, { places, pins, card }) {
    this.map = map
    this.places = places
    this.pins = pins
    this.card = card
  }

  /** Show a place from near, with its card. @param {string} id */
  go(id) {
    const place = this.places.rank(id)
    if (place === undefined) return
    this.map.setView(this.#positionOf(place), Math.max(this.map.getZoom(), CHOSEN_ZOOM))
    this.open([place])
  }

  /** @param {number[]} places */
  open(places) {
    this.pins.choose(places[0])
    this.card.open(places)
    const below = /** @type {[number, number]} */ ([40, this.card.element.offsetHeight + 24])
    this.map.panInside(this.#positionOf(places[0]), { paddingTopLeft: [40, 96], paddingBottomRight: below })
  }

  close() {
    const hadFocus = this.card.element.contains(document.activeElement)
    if (hadFocus) this.pins.pinOf(this.pins.chosen)?.focus()
    this.pins.choose(-1)
    this.card.close()
  }

  /** Zoom until the places of a cluster part; false when they stand on one spot. @param {number[]} members */
  spread(members) {
    const box = boxOf(members.map((i) => this.#positionOf(i)))
    const zoom = Math.min(this.map.getBoundsZoom(box.pad(0.4)), this.map.getMaxZoom())
    if (zoom < this.map.getZoom() + WORTH_ZOOM) return false
    this.map.setView(box.getCenter(), zoom)
    return true
  }

  /** @param {number} place */
  bringIntoSight(place) {
    this.map.panInside(this.#positionOf(place), { padding: [40, 48], animate: false })
  }

  /** @param {number} i */
  #positionOf(i) {
    return latLngOf(this.places.lon[i], this.places.lat[i])
  }
}
