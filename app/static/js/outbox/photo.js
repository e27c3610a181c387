// The photo of a suggestion, handed over once its words have arrived.

import { judge, send } from "./post.js"

/** The server waits for so many bytes for half a minute. */
const PATIENCE_MS = 45_000

/** @typedef {import("./post.js").Verdict & { isUnknown?: boolean }} PhotoVerdict isUnknown: the server has not, or not any more, the words */

/** @param {string} url @param {import("./store.js").Suggestion} suggestion @returns {Promise<PhotoVerdict>} never rejected */
export function putPhoto(url, { key, photo }) {
  // Nothing so large may outlive its page: the next one sends it again.
  const request = { method: "PUT", headers: { "Content-Type": "image/jpeg" }, body: photo }
  return send(url, request, { key, patienceMs: PATIENCE_MS, read: judgePhoto })
}

/** A release that takes no photos says 404 as well, in its own words: the photo waits, and its words go again before it. @type {(...said: Parameters<typeof judge>) => PhotoVerdict} */
export function judgePhoto(status, answer, sent) {
  const verdict = judge(status, { ...answer, digest: answer?.photo }, sent)
  if (status !== 404 && status !== 405) return verdict
  return { ...verdict, outcome: "later", sentence: "", isUnknown: true }
}
