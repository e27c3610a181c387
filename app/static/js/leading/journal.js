// The walks led on this phone, as IndexedDB keeps them: every tap is written before anything else happens, and two
// pages that lead the same walk write into one list.

/**
 * @typedef {import("./state.js").Entry} Entry
 * @typedef {import("./walk.js").WalkData} WalkData
 * @typedef {{ walk: string, data: WalkData, entries: Entry[], isLocated: boolean }} Kept `data` is the walk as it was begun
 */

const STORE = "walks"
/** A browser that opens nothing must not leave a group waiting. */
const OPEN_WITHIN_MS = 4_000

export class Journal {
  /** @param {string} base of the site @param {string} walk */
  constructor(base, walk) {
    this.#name = `adeuxpas ${base} leading`
    this.#walk = walk
  }

  #name
  #walk

  /** @returns {Promise<Kept | undefined>} */
  read() {
    return this.#run("readonly", (store) => store.get(this.#walk))
  }

  /** @param {Kept} kept @returns {Promise<unknown>} once it would survive the phone's death */
  begin(kept) {
    return this.#run("readwrite", (store) => store.put(kept))
  }

  /** Add to what is there by now, whoever wrote it. @param {Entry} entry @param {Kept} whole with it, where nothing is there @returns {Promise<unknown>} */
  add(entry, whole) {
    return this.#run("readwrite", (store) => {
      const held = store.get(this.#walk)
      held.onsuccess = () => store.put(held.result ? { ...held.result, isLocated: whole.isLocated, entries: [...held.result.entries, entry] } : whole)
      return held
    })
  }

  forget() {
    return this.#run("readwrite", (store) => store.delete(this.#walk))
  }

  /** Hear that another page has written. @param {() => void} changed @returns {() => void} stops it */
  watch(changed) {
    const channel = new BroadcastChannel(this.#name)
    channel.onmessage = ({ data }) => data === this.#walk && changed()
    return () => channel.close()
  }

  // Private

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  async #run(mode, act) {
    const database = await inTime(opened(this.#name))
    try {
      const transaction = database.transaction(STORE, mode, { durability: "strict" })
      const request = act(transaction.objectStore(STORE))
      await completed(transaction)
      if (mode === "readwrite") this.#tell()
      return request.result
    } finally {
      database.close()
    }
  }

  #tell() {
    const channel = new BroadcastChannel(this.#name)
    channel.postMessage(this.#walk)
    channel.close()
  }
}

// Private

/** @param {string} name @returns {Promise<IDBDatabase>} */
function opened(name) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "walk" })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error("The phone gave up writing."))
  })
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function inTime(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No storage within ${OPEN_WITHIN_MS} ms.`)), OPEN_WITHIN_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
