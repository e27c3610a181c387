// Printed codes: how they are typed, and where they lead. Crockford's base 32, as in `app/domain/code.py`.

import { PAGES } from "../generated/subjects.js"
import { asPrinted } from "./base32.js"
import { fold } from "./fold.js"

/** @typedef {{ kind: string, id: string, retired?: boolean, waiting?: boolean, changed?: string }} Target */

/** The part of a page that is for who comes from a sheet of paper. */
const SHEET = "#sheet"

/** @param {string} typed perhaps as an address writes it @returns {string | undefined} the printed form, if it can be a code */
export function readCode(typed) {
  const code = asPrinted(fold(decoded(typed)).trim())
  return /^[0-9A-Z]{6}$/.test(code) ? code : undefined
}

/**
 * @param {string} code as printed
 * @param {Target} target of `codes.json`
 * @returns {string} the path of its page, below the language; a code that is not in use has a page that says so
 */
export function pageOf(code, { kind, id, retired, waiting }) {
  return retired || waiting ? `codes/${code}` : PAGES[kind].replace("{id}", id)
}

/** @param {Target} target @returns {string} what the address of its page ends with, for who comes from a sheet */
export function partOf({ changed }) {
  return changed ? SHEET : ""
}

// Private

/** @param {string} typed */
function decoded(typed) {
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}
