// The query of the page's address: the finder and the directions each keep their own names there and leave the other's.

const OF_DIRECTIONS = ["to", "from", "profile"]
/** Browsers refuse more than about 100 address changes in 30 s. */
const DELAY_MS = 250

/**
 * Change what the address asks of the directions.
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

/** Writes once the person has stopped changing things. */
export class LateWrite {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer

  /** @param {() => void} write */
  constructor(write) {
    this.write = write
  }

  soon() {
    this.stop()
    this.#timer = setTimeout(() => this.#now(), DELAY_MS)
  }

  /** What is still to be written is written now. */
  settle() {
    if (this.#timer) this.#now()
  }

  stop() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #now() {
    this.stop()
    this.write()
  }
}

// Private

/** No step in the history: going back leaves the page. @param {URLSearchParams} query */
function replace(query) {
  const asked = String(query) && `?${query}`
  history.replaceState(history.state, "", location.pathname + asked + location.hash)
  return asked
}
