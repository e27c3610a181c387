// Who sends, where the browser has no locks: one at a time. Whoever sits says so when asked, and nobody waits for a page
// that is gone. Two that sit at once do no harm: the server stores a suggestion once.

/** A page that is there answers within this. */
const ANSWER_MS = 300

export class Seat {
  /** @param {string} name @param {import("./store.js").SuggestionStore} suggestions where the seat is */
  constructor(name, suggestions) {
    this.#name = `${name} seat`
    this.#suggestions = suggestions
  }

  #name
  #suggestions

  /** Do something while nobody else does; do nothing when somebody is at it. @param {() => Promise<void>} act */
  async take(act) {
    const channel = new BroadcastChannel(this.#name)
    try {
      if (!(await this.#suggestions.sitDown())) {
        if (await isAnswered(channel)) return
        await this.#suggestions.sitDown({ isForsaken: true })
      }
      channel.onmessage = ({ data }) => data === "who" && channel.postMessage("I")
      await act().finally(() => this.#suggestions.getUp())
    } finally {
      channel.close()
    }
  }
}

// Private

/** @param {BroadcastChannel} channel @returns {Promise<boolean>} whether whoever sits there is */
function isAnswered(channel) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_MS)
    channel.onmessage = ({ data }) => {
      if (data !== "I") return
      clearTimeout(timer)
      resolve(true)
    }
    channel.postMessage("who")
  })
}
