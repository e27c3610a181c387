// Printed codes: how they are typed, and where they lead. Crockford's base 32, as in `app/domain/code.py`.

import { PAGES } from "../generated/subjects.js"

/** @typedef {{ kind: string, id: string, retired?: boolean, waiting?: boolean }} Target */

/** @param {string} typed @returns {string | undefined} the printed form, if it can be a code */
export function readCode(typed) {
  if (!/^[0-9a-z]{6}$/i.test(typed)) return undefined
  // What a reader may take for another character.
  return typed.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1")
}

/**
 * @param {string} code as printed
 * @param {Target} target of `codes.json`
 * @returns {string} the path of its page, below the language; a code that is not in use has a page that says so
 */
export function pageOf(code, { kind, id, retired, waiting }) {
  return retired || waiting ? `codes/${code}` : PAGES[kind].replace("{id}", id)
}
