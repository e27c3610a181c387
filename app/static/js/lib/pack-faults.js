// What may go wrong with a pack, each with a sentence of its own on the card:
//
//   network   away, silent for too long, or answering something else
//   gone      a part of an edition that is no more: the manifest must be read again
//   damaged   bytes that are not those the manifest names
//   full      no room left in this phone
//   stopped   by the person
//   shell     the worker has not got what every page is dressed in
//   evicted   what was kept is no longer there

/** @typedef {"network" | "gone" | "damaged" | "full" | "stopped" | "shell" | "evicted"} Reason */

export class PackFault extends Error {
  /** @param {Reason} reason @param {string} message for developers @param {unknown} [cause] */
  constructor(reason, message, cause) {
    super(message, { cause })
    this.reason = reason
  }
}

/** @param {unknown} error @returns {PackFault} */
export function faultOf(error) {
  if (error instanceof PackFault) return error
  if (error instanceof DOMException && error.name === "QuotaExceededError") return new PackFault("full", "The phone is full.", error)
  if (error instanceof DOMException && error.name === "AbortError") return new PackFault("stopped", "Stopped.", error)
  if (error instanceof TypeError || error instanceof SyntaxError) return new PackFault("network", error.message, error)
  throw error
}
