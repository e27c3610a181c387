// Finding the way to a place from where somebody starts, for the wheels they have, and saying it.

import { writeWay } from "./address.js"
import { whereabouts } from "./distance.js"
import { say } from "./messages.js"
import { loadWay } from "./way-data.js"
import { WayForm } from "./way-form.js"
import { WayScreen } from "./way-screen.js"
import { WayVoice } from "./way-voice.js"

/**
 * @typedef {import("./step-words.js").Profile} Profile @typedef {import("./way-data.js").WayData} WayData
 * @typedef {import("./distance.js").Position} Position
 * @typedef {{ position: Position, doubtM: number }} Here
 */

/** @type {Profile[]} */
const PROFILES = ["everyone", "stroller", "wheelchair"]
/** @type {Record<Profile, string>} */
const NONE = { everyone: "way_none", stroller: "way_none_stroller", wheelchair: "way_none_wheelchair" }

/** @param {HTMLElement} element @returns {Promise<Directions>} rejected when what it needs cannot be had */
export async function openDirections(element) {
  return new Directions(element, await loadWay(element))
}

export class Directions {
  /** @param {HTMLElement} element @param {WayData} data */
  constructor(element, data) {
    this.element = element
    this.data = data
    this.form = new WayForm(element)
    this.screen = new WayScreen(element)
    this.voice = new WayVoice(/** @type {HTMLElement} */ (element.querySelector("[data-do=read]")))
    this.#from = this.#known(asked("from")) || this.#known("school")
    this.#profile = PROFILES.find((profile) => profile === asked("profile")) ?? "everyone"
    element.addEventListener("click", (event) => this.#press(event))
    element.addEventListener("change", (event) => this.#choose(event))
  }

  /** The id of a place, "school", "here", or "" when nothing is chosen. */
  #from
  /** @type {Profile} */
  #profile
  /** @type {Here | null} */
  #here = null

  /** Show the way, for the first time or to another place. */
  open() {
    if (this.#rankOf(this.#from) === this.#rankOf(this.#to)) this.#from = ""
    this.form.fill(this.data.places, this.#to)
    this.#tell()
  }

  close() {
    this.voice.hush()
    this.screen.clear()
    writeWay({ to: "", from: "", profile: "" })
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
    else if (from === "other") this.form.offerPlaces()
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
    this.screen.note(say("searching"))
    try {
      const { longitude, latitude, accuracy } = await whereabouts()
      this.#here = { position: [longitude, latitude], doubtM: accuracy }
      this.#leaveFrom("here")
    } catch (error) {
      // What was shown before stays.
      const isDenied = error instanceof Error && error.message === "denied"
      this.screen.note(isDenied ? say("way_denied") : say("way_unknown"))
    }
  }

  #tell() {
    const [start, end] = [this.#positionOf(this.#from), this.#positionOf(this.#to)]
    this.voice.hush()
    this.form.choose(this.#from, this.#profile)
    this.element.dataset.profile = this.#profile
    this.#writeAddress()
    if (!start || !end) return this.screen.refuse("none", say("way_choose"))
    const route = this.data.router.route(start, end, this.#profile)
    if (route) this.screen.show(route, this.#journey(start, end))
    else this.#tellWhyNot(start, end)
  }

  /** @param {Position} start @param {Position} end */
  #tellWhyNot(start, end) {
    const reason = this.data.router.whyNot(start, end, this.#profile)
    if (reason === "far" && this.#from === "here") return this.screen.refuse("far", say("way_far"))
    this.screen.refuse("none", say(reason === "profile" ? NONE[this.#profile] : NONE.everyone))
  }

  /** @param {Position} start @param {Position} end @returns {import("./way-screen.js").Journey} */
  #journey(start, end) {
    const doubtM = this.#from === "here" ? (this.#here?.doubtM ?? 0) : 0
    const names = { from: this.#nameOf(this.#from), to: this.#nameOf(this.#to) }
    return { ...names, start, end, profile: this.#profile, doubtM, as: this.form.profileWords }
  }

  /** Where a person is has no address to share. */
  #writeAddress() {
    const from = this.#from === "here" ? "school" : this.#from
    const to = this.element.dataset.kind === "map" ? this.#to : ""
    const query = writeWay({ to, from: from || "school", profile: this.#profile === "everyone" ? "" : this.#profile })
    this.screen.carry(query)
  }

  /** @param {string} id @returns {string} the same where it is one to start from, else "" */
  #known(id) {
    return this.#rankOf(id) === undefined ? "" : id
  }

  /** @param {string} id @returns {Position | undefined} */
  #positionOf(id) {
    if (id === "here") return this.#here?.position
    const rank = this.#rankOf(id)
    return rank === undefined ? undefined : [this.data.places.lon[rank], this.data.places.lat[rank]]
  }

  /** @param {string} id @returns {string} "" for what has no name, as where one is */
  #nameOf(id) {
    return this.data.places.names[this.#rankOf(id) ?? -1] ?? ""
  }

  /** @param {string} id */
  #rankOf(id) {
    return this.data.places.rank(id === "school" ? (this.element.dataset.school ?? "") : id)
  }
}

// Private

/** @param {string} name */
function asked(name) {
  return new URLSearchParams(location.search).get(name) ?? ""
}
