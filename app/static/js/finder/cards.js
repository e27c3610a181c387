// The cards of places: those the server wrote are kept and used again, others are cloned from its template.

import { say } from "../page/messages.js"
import { usePictogram } from "../page/pictograms.js"
import { hide, write } from "../page/write.js"
import { metresBetween, minutesOnFoot, sayMinutes, walkingMinutes } from "../places/distance.js"

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../places/distance.js").Position} Position
 */

export class Cards {
  /**
   * @param {Places} places
   * @param {any} words `words.json`
   * @param {HTMLElement} finder with the server's cards and the template of others
   */
  constructor(places, words, finder) {
    this.#places = places
    this.#words = words
    this.#template = /** @type {HTMLTemplateElement} */ (finder.querySelector("template[data-card]"))
    for (const use of this.#template.content.querySelectorAll("use")) usePictogram(use)
    for (const card of finder.querySelectorAll("[data-list] > [data-place-id]")) this.#keep(/** @type {HTMLElement} */ (card))
  }

  #places
  #words
  #template
  /** @type {Map<number, HTMLElement>} */
  #made = new Map()
  /** The sentence the server wrote about the way from the school. @type {Map<number, string>} */
  #fromSchool = new Map()

  /** @param {number} i @returns {HTMLElement} the one card of a place */
  card(i) {
    const card = this.#made.get(i) ?? this.#make(i)
    this.#made.set(i, card)
    return card
  }

  /**
   * Say the way from the person, or again from the school.
   * @param {number} i
   * @param {Position | null} from
   */
  tellMinutes(i, from) {
    const way = from ? say("walk_from_here", { time: this.#minutes(i, from) }) : this.#fromSchoolWords(i)
    const slot = this.#slot(i, "walk")
    hide(slot, way === "")
    write(/** @type {Element} */ (slot.lastElementChild), way)
  }

  /** Say the hours of the day that was asked for, instead of those of now. @param {number} i @param {string} words */
  tellDay(i, words) {
    this.#tell(i, "day", words)
  }

  /** Say for which of the children the place is, when not for all. @param {number} i @param {string} sentence */
  tellChildren(i, sentence) {
    this.#tell(i, "children", sentence)
  }

  /** Pages of a pack kept before this release have no room for the day. @param {number} i @param {string} name @param {string} words */
  #tell(i, name, words) {
    const slot = /** @type {HTMLElement | null} */ (this.#slot(i, name))
    if (!slot) return
    hide(slot, words === "")
    write(slot, words)
  }

  /** @param {HTMLElement} card of the server */
  #keep(card) {
    const i = this.#places.rank(card.dataset.placeId ?? "")
    if (i === undefined) return
    this.#made.set(i, card)
    this.#fromSchool.set(i, card.querySelector('[data-slot="walk"]')?.textContent?.trim() ?? "")
  }

  /** @param {number} i */
  #make(i) {
    const card = /** @type {HTMLElement} */ (document.importNode(this.#template.content, true).querySelector("[data-place-id]"))
    const kind = this.#places.kind(i)
    card.dataset.placeId = this.#places.ids[i]
    card.querySelector(".card-sign")?.setAttribute("class", `card-sign theme-${kind.theme}`)
    card.querySelector("place-status")?.setAttribute("data-place", this.#places.ids[i])
    usePictogram(/** @type {SVGUseElement} */ (card.querySelector(".card-sign use")), kind.icon)
    this.#name(card, i)
    fill(slotOf(card, "kind"), kind.label, kind.lang)
    fill(slotOf(card, "purpose"), this.#words.purposes[i], this.#words.states[i] === "s" ? "fr" : "")
    // Pages of a pack kept before this release have no room for it.
    card.querySelector('[data-slot="further"]')?.toggleAttribute("hidden", !this.#places.further.has(i))
    slotOf(card, "free").hidden = this.#places.answer(i, "free") !== "yes"
    return card
  }

  /** @param {HTMLElement} card @param {number} i */
  #name(card, i) {
    const link = /** @type {HTMLAnchorElement} */ (slotOf(card, "name"))
    link.href = this.#places.url(i)
    const name = link.querySelector("bdi") ?? link
    name.textContent = this.#places.names[i]
  }

  /** @param {number} i */
  #fromSchoolWords(i) {
    const told = this.#fromSchool.get(i)
    if (told !== undefined) return told
    const metres = this.#places.metres[i]
    if (!metres || this.#places.isVague(i)) return ""
    const time = sayMinutes(minutesOnFoot(metres))
    return this.#places.anchor === "college" ? say("walk_from_college", { time }) : say("walk_from_school", { time })
  }

  /** @param {number} i @param {Position} from */
  #minutes(i, from) {
    return sayMinutes(walkingMinutes(metresBetween(from, [this.#places.lon[i], this.#places.lat[i]])))
  }

  /** @param {number} i @param {string} name */
  #slot(i, name) {
    return slotOf(this.card(i), name)
  }
}

// Private

/** @param {HTMLElement} card @param {string} name */
function slotOf(card, name) {
  return /** @type {HTMLElement} */ (card.querySelector(`[data-slot="${name}"]`))
}

/**
 * @param {HTMLElement} slot
 * @param {string} text
 * @param {string} lang of the text when it is not the page's
 */
function fill(slot, text, lang) {
  slot.hidden = !text
  slot.textContent = text
  if (!lang) return
  slot.lang = lang
  slot.dir = "auto"
}
