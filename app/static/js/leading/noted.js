// What the leader noted on the way. A note is an entry like any other, but no step of the walk: "undo" leaves it alone.

/**
 * @typedef {"open" | "hours_changed" | "closed" | "obstacle"} Seen
 * @typedef {{ key: string, stop: number, seen: Seen, text: string, photo?: boolean }} Note `key`: of the suggestion that it is sent as
 * @typedef {Note & { at: number }} Noted
 */

/** @param {import("./state.js").Entry[]} entries @returns {Noted[]} those not taken back, in their order */
export function notesOf(entries) {
  const back = new Set(entries.flatMap(({ do: act, note }) => (act === "unnote" && note ? [note.key] : [])))
  return entries.flatMap(({ at, do: act, note }) => (act === "note" && note && !back.has(note.key) ? [{ at, ...note }] : []))
}
