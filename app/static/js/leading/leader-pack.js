// The leader pack of a walk: what only who leads it may read, opened with its code. The twin of
// `app/edition/walks/leader_pack.py`: PBKDF2 of the code, AES-GCM, a key that no script can read out again.

import { ALPHABET, LEADER_CODE_LENGTH } from "../generated/codes.js"
import { asPrinted } from "../page/base32.js"
import { fold } from "../page/fold.js"

const CODE = new RegExp(`^[${ALPHABET}]{${LEADER_CODE_LENGTH}}$`)

/**
 * @typedef {{ walk: string, rounds: number, salt: string, nonce: string, text: string }} Sealed the file; parts in base 64
 * @typedef {Record<string, Record<string, string>>} Texts by where they stand (`leader`, `stop/2/host`), then by language
 */

/** @returns {boolean} whether this page may open a pack at all: browsers have no `crypto.subtle` over plain http */
export function canOpen() {
  return Boolean(globalThis.crypto?.subtle)
}

/** @param {string} typed @returns {string} the code as it is printed, or "" for what is none */
export function readLeaderCode(typed) {
  const code = asPrinted(fold(typed)).replace(/[^0-9A-Z]/g, "")
  return CODE.test(code) ? code : ""
}

/** @param {Sealed} sealed @param {string} code @returns {Promise<CryptoKey>} about a second of a phone's work */
export async function keyOf({ salt, rounds }, code) {
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(code), "PBKDF2", false, ["deriveKey"])
  const way = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: rounds }
  return crypto.subtle.deriveKey(way, secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"])
}

/** @param {Sealed} sealed @param {CryptoKey} key @returns {Promise<Texts>} rejected when the key is another pack's */
export async function textsOf({ walk, nonce, text }, key) {
  const how = { name: "AES-GCM", iv: bytesOf(nonce), additionalData: new TextEncoder().encode(walk) }
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytesOf(text))))
}

// Private

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
