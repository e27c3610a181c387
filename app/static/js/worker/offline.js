// What to answer without network when the page itself is not kept: the page of a printed code, or a page that
// helps, in the visitor's language.

import { pageOf, readCode } from "../lib/codes.js"
import { pathOf, urlOf } from "./names.js"
import { fromShell } from "./shell.js"
import { fromVisited, languageFor } from "./visited.js"

/** @param {string} url @returns {Promise<Response>} */
export async function answerOffline(url) {
  const helping = urlOf(`${await languageFor(url)}/offline`)
  return (await elsewhere(url)) ?? (await fromShell(url)) ?? (await fromShell(helping)) ?? Response.error()
}

// Private

/** The site's root and printed codes lead to another page. @param {string} url @returns {Promise<Response | undefined>} */
async function elsewhere(url) {
  const path = pathOf(url)
  const target = path === "" ? "" : await targetOf(path)
  if (target === undefined) return undefined
  const first = await languageFor(url)
  for (const lang of [first, ...EDITION.languages]) {
    const kept = await fromVisited(urlOf(`${lang}/${target}`))
    if (kept) return Response.redirect(urlOf(`${lang}/${target}`))
  }
  return undefined
}

/** @param {string} path @returns {Promise<string | undefined>} the page of a code, below its language */
async function targetOf(path) {
  const code = readCode(path.replace(/\/$/, ""))
  if (!code) return undefined
  const found = (await (await fromShell(urlOf("codes.json")))?.json())?.[code]
  return found && pageOf(found)
}
