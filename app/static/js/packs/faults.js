// What may go wrong with a pack, each with a sentence of its own on the card:
//
//   network   away, silent for too long, or answering something else
//   gone      a part of an edition that is no more: the manifest must be read again
//   garbled   bytes that came are not those the manifest names
//   damaged   bytes that were kept are no longer those
//   full      no room left in this phone
//   stopped   by the person
//   shell     the worker has not got what every page is dressed in

/** @typedef {"network" | "gone" | "garbled" | "damaged" | "full" | "stopped" | "shell"} Reason */

export class PackFault extends Error {
  /** @param {Reason} reason @param {string} message for developers @param {unknown} [cause] */
  constructor(reason, message, cause) {
    super(message, { cause })
    this.reason = reason
  }

  /** The SHA-256 of the part that is damaged, when one is. @type {string | undefined} */
  part
}

/** @param {unknown} error @returns {PackFault} a full phone is a fault too; a mistake of ours is thrown on */
export function faultOf(error) {
  if (error instanceof PackFault) return error
  if (error instanceof DOMException && error.name === "QuotaExceededError") return new PackFault("full", "The phone is full.", error)
  throw error
}
