// On the offline page: the pages this phone has kept, by their titles.

import { AppElement } from "../lib/element.js"
import { baseOf } from "../lib/worker.js"

const MOST = 30
/** Enough of a page to hold its title. */
const HEAD_LENGTH = 4000

export class KeptPages extends AppElement {
  async start() {
    if (!("caches" in globalThis)) return
    const links = (await keptLinks()).filter(({ title }) => title)
    this.querySelector("ul")?.replaceChildren(...links.reverse().slice(0, MOST).map(item))
    this.hidden = links.length === 0
  }
}

// Private

async function keptLinks() {
  const cache = await caches.open(`adeuxpas ${baseOf()} visited`)
  const prefix = `${location.origin}${baseOf()}${document.documentElement.lang}/`
  const requests = (await cache.keys()).filter(({ url }) => url.startsWith(prefix) && !url.endsWith(".json"))
  return Promise.all(requests.map(async (request) => ({ url: request.url, title: await titleOf(await cache.match(request)) })))
}

/** @param {Response | undefined} page */
async function titleOf(page) {
  const head = (await page?.text())?.slice(0, HEAD_LENGTH) ?? ""
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ""
  return title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("&amp;", "&").trim()
}

/** @param {{ url: string, title: string }} link */
function item({ url, title }) {
  const li = document.createElement("li")
  li.append(Object.assign(document.createElement("a"), { href: url, textContent: title }))
  return li
}
