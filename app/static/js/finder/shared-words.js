// Words that lead to several kinds of place stand once in `words.json` (`app/edition/search_words.py`): here each kind
// has all of its own again.

/** @param {any} words `words.json`; those of older packs have no `shared` @returns {any} the same, every kind with all its words */
export function withShared(words) {
  if (!words.shared) return words
  const called = [...words.kinds, ...words.themes, ...words.missing.map((/** @type {[number, string]} */ [, names]) => names)]
  const lists = called.map((names) => [names])
  for (const line of words.shared.split("\n")) {
    const [owners, all] = line.split(":")
    for (const owner of owners.split(" ")) lists[Number.parseInt(owner, 36)].push(owner.endsWith("~") ? `~${all.replaceAll(",", ",~")}` : all)
  }
  const joined = lists.map((list) => list.join(","))
  const [kinds, themes] = [joined.splice(0, words.kinds.length), joined.splice(0, words.themes.length)]
  return { ...words, kinds, themes, missing: words.missing.map((/** @type {[number, string]} */ [theme], /** @type {number} */ n) => [theme, joined[n]]) }
}
