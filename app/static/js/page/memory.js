// Small things the phone remembers (a notice closed); it may refuse to, and nothing depends on it.

const PREFIX = "adeuxpas:"

/** @param {string} key @returns {string | null} */
export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** @param {string} key @param {string} value @returns {boolean} whether it will be remembered */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value)
    return true
  } catch {
    return false
  }
}
