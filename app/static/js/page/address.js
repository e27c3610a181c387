// The query of the page's address: the finder and the way each keep their own names there and leave the other's.

const OF_DIRECTIONS = ["to", "from", "profile"]

/**
 * Change what the address asks of the way.
 * @param {{ to: string, from: string, profile: string }} values an empty one is taken out
 * @returns {string} the query, with its question mark
 */
export function writeDirections(values) {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  return replace(query)
}

/** Change what the address asks of the finder. @param {URLSearchParams} query */
export function writeFinder(query) {
  const all = new URLSearchParams(query)
  for (const [name, value] of new URLSearchParams(location.search)) if (OF_DIRECTIONS.includes(name)) all.append(name, value)
  replace(all)
}

// Private

/** No step in the history: going back leaves the page. @param {URLSearchParams} query */
function replace(query) {
  const asked = String(query) && `?${query}`
  history.replaceState(history.state, "", location.pathname + asked + location.hash)
  return asked
}
