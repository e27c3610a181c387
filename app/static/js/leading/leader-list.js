// The notes of a walk's leader as a list: those for the stop that comes next before all others.

import { pageLanguage, say } from "../page/messages.js"
import { writeSaid } from "./text.js"
import { readWalk } from "./walk.js"

/** @typedef {import("./walk.js").Said} Said @typedef {{ heading: Said, paragraphs: Said[], isNext: boolean }} Note */

/**
 * @param {HTMLElement} list
 * @param {import("./leader-pack.js").Texts} texts
 * @param {HTMLElement} leading the element that leads the walk
 * @param {number} next number of the next stop, 0 before the walk is led
 */
export function drawList(list, texts, leading, next) {
  const notes = notesOf(texts, readWalk(leading).stops, next)
  const first = notes.filter((note) => note.isNext)
  list.replaceChildren(...[...first, ...notes.filter((note) => !note.isNext)].map(drawn))
}

/** @param {import("./leader-pack.js").Texts} texts @param {{ name: Said }[]} stops @param {number} next @returns {Note[]} */
function notesOf(texts, stops, next) {
  /** @type {Map<string, Note>} */
  const notes = new Map()
  for (const [key, said] of Object.entries(texts)) {
    const [kind, number] = key.split("/")
    const isStop = kind === "stop"
    const group = isStop ? `${kind}/${number}` : kind
    const heading = isStop ? headingOf(stops, Number(number)) : ours(kind)
    const note = notes.get(group) ?? { heading, paragraphs: [], isNext: isStop && Number(number) === next }
    const words = wordsOf(said)
    note.paragraphs.push(key.endsWith("/host") ? [say("lead_notes_host", { host: words[0] }), words[1]] : words)
    notes.set(group, note)
  }
  return [...notes.values()]
}

// Private

/** @param {{ name: Said }[]} stops @param {number} number @returns {Said} */
function headingOf(stops, number) {
  const [name, lang] = stops[number - 1]?.name ?? ["", "fr"]
  return [`${number} · ${name}`, lang]
}

/** @param {string} kind @returns {Said} */
function ours(kind) {
  const key = { emergency: "lead_notes_emergency", session: "lead_notes_session" }[kind] ?? "lead_notes_walk"
  return [say(key), pageLanguage().split("-u-")[0]]
}

/** @param {Record<string, string>} said @returns {Said} in the language of the page, or else in French */
function wordsOf(said) {
  const lang = document.documentElement.lang
  return said[lang] ? [said[lang], lang] : [said.fr, "fr"]
}

/** @param {Note} note */
function drawn({ heading, paragraphs, isNext }) {
  const item = document.createElement("li")
  item.className = "leading-written"
  if (isNext) item.dataset.standing = "next"
  const title = line(heading)
  title.className = "leading-stop-name"
  item.append(title, ...paragraphs.map(line))
  return item
}

/** @param {Said} said */
function line(said) {
  const [paragraph, words] = [document.createElement("p"), document.createElement("bdi")]
  writeSaid(words, said)
  paragraph.append(words)
  return paragraph
}
