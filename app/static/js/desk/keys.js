// A button that has the person's device make a key of access, or sign with one; the form it stands in carries the answer.

import { tell } from "../page/tell.js"

/** Tell whether a browser may know keys here: a secure page, at an address with a name. */
export function mayUseKeys() {
  return isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname)
}

/** @param {HTMLButtonElement} button with `data-key` (what says what to sign), `data-cancelled`, `data-known`, `data-offline` */
export function offerKey(button) {
  const form = /** @type {HTMLFormElement} */ (button.form)
  show(button)
  button.addEventListener("click", async (event) => {
    event.preventDefault()
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[required]"))
    // Of the door only the key counts; what adds one asks for a name and the password.
    if (form.action === button.formAction && ![...fields].every((field) => field.reportValidity())) return
    button.disabled = true
    const told = await perform(form, button.dataset)
    button.disabled = false
    if (told) return tell(form.querySelector("[data-key-told]"), told)
    form.action = button.formAction
    form.submit()
  })
}

// Private

/** @typedef {{ options?: any, sentence?: string }} Asked what the device is to do, or why not */

/** @param {HTMLButtonElement} button and the part of the page that is about it */
function show(button) {
  button.hidden = false
  const part = /** @type {HTMLElement | null} */ (button.closest("[data-key-part]"))
  if (part) part.hidden = false
  document.querySelector("[data-no-key]")?.remove()
}

/** @param {HTMLFormElement} form @param {DOMStringMap} words @returns {Promise<string>} why not, in a sentence; "" once signed */
async function perform(form, words) {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const response = await fetch(words.key ?? "", { method: "POST", body }).catch(() => undefined)
  const asked = /** @type {Asked | undefined} */ (await response?.json().catch(() => undefined))
  if (!asked?.options) return asked?.sentence ?? words.offline ?? ""
  try {
    const credential = await (asked.options.user ? make(asked.options) : sign(asked.options))
    const field = /** @type {HTMLInputElement} */ (form.querySelector("input[name=credential]"))
    field.value = JSON.stringify(credential)
    return ""
  } catch (error) {
    // The device has one already; else the person has gone back, or took too long, or has no key.
    return (/** @type {Error} */ (error).name === "InvalidStateError" ? words.known : words.cancelled) ?? ""
  }
}

/** @param {any} options of a key to be made, its bytes in base64url */
async function make(options) {
  const user = { ...options.user, id: bytes(options.user.id) }
  const excludeCredentials = (options.excludeCredentials ?? []).map(readable)
  const publicKey = { ...options, user, challenge: bytes(options.challenge), excludeCredentials }
  const made = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({ publicKey }))
  const { clientDataJSON, attestationObject } = /** @type {AuthenticatorAttestationResponse} */ (made.response)
  return said(made, { clientDataJSON, attestationObject })
}

/** @param {any} options of what is to be signed, its bytes in base64url */
async function sign(options) {
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: [] }
  const signed = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }))
  const { clientDataJSON, authenticatorData, signature, userHandle } = /** @type {AuthenticatorAssertionResponse} */ (signed.response)
  return said(signed, { clientDataJSON, authenticatorData, signature, userHandle })
}

/** @param {any} held a key that the device may hold already */
function readable(held) {
  return { ...held, id: bytes(held.id) }
}

/** As the server reads it; `toJSON` of a credential is younger than some of our browsers.
 * @param {PublicKeyCredential} credential @param {Record<string, ArrayBuffer | null>} response */
function said(credential, response) {
  const told = Object.entries(response).map(([name, buffer]) => [name, buffer && text(buffer)])
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response: Object.fromEntries(told) }
}

/** @param {string} base64url */
function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0))
}

/** @param {ArrayBuffer} buffer */
function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}
