// Ways to hand words over without our server: another app, the clipboard, a file.

/**
 * Hand words to another app, else to the clipboard.
 * @param {ShareData} shared
 * @param {string} copied what goes to the clipboard
 * @returns {Promise<"shared" | "copied" | "">} "" when this browser does neither
 */
export async function handOver(shared, copied) {
  if (navigator.share && (await isDone(navigator.share(shared)))) return "shared"
  return navigator.clipboard && (await isDone(navigator.clipboard.writeText(copied))) ? "copied" : ""
}

/** @param {string} text @param {string} name of the file */
export function saveFile(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }))
  Object.assign(document.createElement("a"), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

// Private

/** @param {Promise<void>} handing @returns {Promise<boolean>} a person who changes their mind is served too */
async function isDone(handing) {
  try {
    await handing
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError"
  }
}
