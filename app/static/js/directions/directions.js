// Directions to a place from where somebody starts, for the wheels they have, and saying it.

import { writeDirections } from "../page/address.js"
import { say } from "../page/messages.js"
import { askedInAddress, shareInAddress } from "./asked.js"
import { loadDirections } from "./data.js"
import { DirectionsEnds } from "./ends.js"
import { DirectionsForm } from "./form.js"
import { DirectionsScreen } from "./screen.js"
import { DirectionsVoice } from "./voice.js"

/**
 * @typedef {import("./words.js").Profile} Profile @typedef {import("./data.js").DirectionsData} DirectionsData
 * @typedef {import("../places/distance.js").Position} Position
 */

/** @type {Record<Profile, string>} */
const NONE = { everyone: "way_none", stroller: "way_none_stroller", wheelchair: "way_none_wheelchair" }

/** @param {HTMLElement} element @returns {Promise<Directions>} rejected when what it needs cannot be had */
export async function openDirections(element) {
  return new Directions(element, await loadDirections(element))
}

export class Directions {
  /** @param {HTMLElement} element @param {DirectionsData} data */
  constructor(element, data) {
    this.element = element
    this.router = data.router
    this.ends = new DirectionsEnds(data.places, element.dataset.school ?? "")
    this.form = new DirectionsForm(element, data.places)
    this.screen = new DirectionsScreen(element)
    this.voice = new DirectionsVoice(/** @type {HTMLElement} */ (element.querySelector("[data-do=read]")))
    const { from, profile } = askedInAddress()
    this.#from = this.ends.known(from) || this.ends.known("school")
    this.#profile = profile
    element.addEventListener("click", (event) => this.#press(event))
    element.addEventListener("change", (event) => this.#choose(event))
  }

  /** @type {import("./ends.js").End} */
  #from
  /** @type {Profile} */
  #profile
  /** Counts what was asked: an answer that comes late is not wanted any more. */
  #turn = 0

  /** Show the route, for the first time or to another place. */
  open() {
    if (this.ends.areSame(this.#from, this.#to)) this.#from = ""
    this.form.fill(this.#to)
    this.#tell()
  }

  close() {
    this.voice.hush()
    this.screen.clear()
    writeDirections({ to: "", from: "", profile: "" })
  }

  // Private

  get #to() {
    return this.element.dataset.to ?? ""
  }

  /** @param {MouseEvent} event */
  #press({ target }) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button"))
    const { from, as, do: action } = button?.dataset ?? {}
    if (from === "here") this.#locate()
    else if (from === "other") this.#offerPlaces()
    else if (from) this.#leaveFrom(from)
    else if (as) this.#goAs(/** @type {Profile} */ (as))
    else if (action === "print") print()
    else if (action === "read") this.voice.turn(this.screen.sentences)
  }

  /** @param {Event} event */
  #choose({ target }) {
    const { value } = /** @type {HTMLSelectElement} */ (target)
    if (value) this.#leaveFrom(value)
  }

  /** What was said of where one is no longer matters. */
  #offerPlaces() {
    this.#turn++
    if (this.#from !== "here") this.screen.note("")
    this.form.offerPlaces()
  }

  /** @param {string} from */
  #leaveFrom(from) {
    this.#from = from
    this.#tell()
  }

  /** @param {Profile} profile */
  #goAs(profile) {
    this.#profile = profile
    this.#tell()
  }

  /** Asked for here and nowhere else; where somebody is stays in this page. */
  async #locate() {
    const turn = ++this.#turn
    this.screen.note(say("searching"))
    try {
      await this.ends.locate()
      if (turn === this.#turn) this.#leaveFrom("here")
    } catch (error) {
      // What was shown before stays.
      const isDenied = error instanceof Error && error.message === "denied"
      if (turn === this.#turn) this.screen.note(isDenied ? say("way_denied") : say("way_unknown"))
    }
  }

  #tell() {
    const [start, end] = [this.ends.positionOf(this.#from), this.ends.positionOf(this.#to)]
    this.#turn++
    this.voice.hush()
    this.form.choose(this.#from, this.#profile)
    this.element.dataset.profile = this.#profile
    this.screen.carry(shareInAddress({ to: this.element.dataset.kind === "map" ? this.#to : "", from: this.#from, profile: this.#profile }))
    if (!end) return this.screen.refuse("none", say("way_none"))
    if (!start) return this.screen.refuse("none", say("way_choose"))
    const route = this.router.route(start, end, this.#profile)
    if (route) this.screen.show(route, this.#journey(start, end))
    else this.#tellWhyNot(start, end)
  }

  /** @param {Position} start @param {Position} end */
  #tellWhyNot(start, end) {
    const reason = this.router.whyNot(start, end, this.#profile)
    if (reason === "far" && this.#from === "here") return this.screen.refuse("far", say("way_far"))
    this.screen.refuse("none", say(reason === "profile" ? NONE[this.#profile] : NONE.everyone))
  }

  /** @param {Position} start @param {Position} end @returns {import("./screen.js").Journey} */
  #journey(start, end) {
    const doubtM = this.#from === "here" ? this.ends.doubtM : 0
    const names = { from: this.ends.nameOf(this.#from), to: this.ends.nameOf(this.#to) }
    return { ...names, start, end, profile: this.#profile, doubtM, as: this.form.profileWords }
  }
}
