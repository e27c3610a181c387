// "Add a photo": seen in the page, shot, shown small; it goes with the next note. The camera is open only while it is seen.

import { assetOf } from "../page/addresses.js"
import { say } from "../page/messages.js"
import { forgetPhotoDraft, keepPhotoDraft, photoDraft } from "./photo-draft.js"
import { show, write } from "./text.js"

/** More than is kept, so that a phone held upright has enough on its short side. */
const WIDTH = 1920

export class PhotoPart {
  /** @param {HTMLElement} element of the notes @param {string} walk */
  constructor(element, walk) {
    this.part = /** @type {HTMLElement} */ (element.querySelector("[data-photo]"))
    this.#walk = walk
    this.part.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")))
    document.addEventListener("visibilitychange", () => document.hidden && this.close())
    addEventListener("pagehide", () => this.close())
    show(this.part, true)
    this.#draw()
  }

  #walk
  /** @type {Blob | null} */
  #photo = null
  /** While the camera is opened, or open. @type {AbortController | null} */
  #open = null

  /** Show again what was shot before the page died, unless a note has it. @param {string[]} keys of the notes @returns {Promise<import("./photo-draft.js").PhotoDraft | undefined>} */
  async takeUp(keys) {
    const draft = await photoDraft(this.#walk)
    if (!draft || this.#photo || keys.includes(draft.key)) return draft
    this.#photo = draft.photo
    const picture = await createImageBitmap(draft.photo).catch(() => null)
    if (picture) drawPicture(picture, this.#one("canvas"))
    this.#draw()
    return draft
  }

  /** Give the photo to a note. @param {string} key of the note @returns {Promise<Blob | null>} once the phone knows whose it is */
  async give(key) {
    const photo = this.#photo
    this.#photo = null
    this.close()
    write(this.#one("[data-photo-told]"), "")
    if (photo) await keepPhotoDraft({ walk: this.#walk, photo, key })
    return photo
  }

  /** The note has it, wherever it goes. */
  forget() {
    return forgetPhotoDraft(this.#walk)
  }

  close() {
    this.#open?.abort()
    this.#open = null
    this.#draw()
  }

  // Private

  /** @param {HTMLElement | null} button */
  #press(button) {
    const action = button?.dataset.photoDo
    if (action === "open") void this.#look()
    if (action === "shoot") void this.#shoot()
    if (action === "shut") this.close()
    if (action === "drop") this.#drop()
    if (action === "shut" || action === "drop") this.#meet("open")
  }

  async #look() {
    const open = new AbortController()
    this.#open = open
    this.#draw()
    write(this.#one("[data-photo-told]"), "")
    try {
      const { openCamera } = await script()
      const shut = await openCamera(this.#video, WIDTH)
      if (open.signal.aborted) shut()
      open.signal.addEventListener("abort", shut)
      this.#meet("shoot")
    } catch {
      if (!open.signal.aborted) this.close()
      write(this.#one("[data-photo-told]"), say("lead_photo_no_camera"))
    }
  }

  /** Shown once it would survive the phone's death. */
  async #shoot() {
    const { shoot } = await script()
    const photo = await shoot(this.#video, this.#one("canvas")).catch(() => null)
    if (photo) await keepPhotoDraft({ walk: this.#walk, photo, key: "" })
    if (!this.#open && !this.#photo) void this.forget()
    if (!photo || !this.#open) return
    this.#photo = photo
    this.close()
    write(this.#one("[data-photo-told]"), say("lead_photo_ready"))
    this.#meet("drop")
  }

  #drop() {
    this.#photo = null
    void this.forget()
    write(this.#one("[data-photo-told]"), "")
    this.#draw()
  }

  /** What is as tall as the screen came or went: the finger finds what is next under it. @param {string} action */
  #meet(action) {
    this.#one(`[data-photo-do=${action}]`).focus({ preventScroll: true })
    this.part.scrollIntoView({ block: action === "shoot" ? "start" : "center" })
  }

  #draw() {
    show(this.#one("[data-photo-do=open]"), !this.#open && !this.#photo)
    show(this.#one("[data-photo-finder]"), Boolean(this.#open))
    show(this.#one("[data-photo-shot]"), Boolean(this.#photo))
  }

  get #video() {
    return /** @type {HTMLVideoElement} */ (this.part.querySelector("video"))
  }

  /** @param {string} selector @returns {any} */
  #one(selector) {
    return this.part.querySelector(selector)
  }
}

// Private

/** @returns {Promise<typeof import("../photo.js")>} */
function script() {
  return import(assetOf("photo.js"))
}

/** @param {ImageBitmap} picture @param {HTMLCanvasElement} canvas */
function drawPicture(picture, canvas) {
  Object.assign(canvas, { width: picture.width, height: picture.height })
  canvas.getContext("2d")?.drawImage(picture, 0, 0)
}
