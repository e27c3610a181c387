// What to answer without network when the page itself is not kept: the page of a printed code, or a page that
// helps, in the visitor's language.

import { pageOf, partOf, readCode } from "../page/codes.js"
import { isKept } from "./copies.js"
import { pathOf, urlOf } from "./names.js"
import { fromPacks } from "./packs.js"
import { fromShell } from "./shell.js"
import { languageFor } from "./visited.js"

/** @param {string} url @returns {Promise<Response>} */
export async function answerOffline(url) {
  const helping = urlOf(`${await languageFor(url)}/offline`)
  return (await elsewhere(url)) ?? (await fromShell(url)) ?? (await fromShell(helping)) ?? Response.error()
}

/** The picture of a code whose page is kept without it: an empty frame, of a pixel by itself, which paper does without. @returns {Response} */
export function answerPicture() {
  const frame = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 9 9"><path fill="none" stroke="#bbb" stroke-width=".2" d="M1 1h7v7H1z"/></svg>'
  return new Response(frame, { headers: { ...EDITION.headers, "Content-Type": "image/svg+xml" } })
}

// Private

/** The site's root and printed codes lead to another page. @param {string} url @returns {Promise<Response | undefined>} */
async function elsewhere(url) {
  const path = pathOf(url)
  const target = path === "" ? { page: "", part: "" } : await targetOf(path)
  if (target === undefined) return undefined
  const first = await languageFor(url)
  for (const lang of [first, ...EDITION.languages]) {
    const url = urlOf(`${lang}/${target.page}`)
    if (await isKept(url)) return Response.redirect(`${url}${target.part}`)
  }
  return undefined
}

/** @param {string} path @returns {Promise<{ page: string, part: string } | undefined>} the page of a code, below its language */
async function targetOf(path) {
  const code = readCode(path.replace(/\/$/, ""))
  const found = code && (await codeTable())?.[code]
  return code && found ? { page: pageOf(code, found), part: partOf(found) } : undefined
}

/** The whole table; without it what each pack knows of it: its own codes, or all of them in a pack of before. */
async function codeTable() {
  const url = urlOf("codes.json")
  const whole = await fromShell(url)
  if (whole) return whole.json()
  const copies = await Promise.all((await fromPacks(url)).map((copy) => copy.open().catch(() => undefined)))
  return Object.assign({}, ...(await Promise.all(copies.map((copy) => copy?.json()))))
}
