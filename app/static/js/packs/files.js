// The files in a part of a pack: many rendered pages and data files in one. Lines that always stand together in several
// files are a block, written once under a name; each file is a list of its own lines and of names of blocks. A part may
// follow another one, whose blocks it names too: drawings, names, positions that every language has.

const FORMAT = 1

/** @typedef {{ path: string, type: string, lang: string, sha: string }} PackFile */

export class PackFiles {
  /** @param {string} text of a decoded part, as `app/edition/packs/parts.py` writes it */
  constructor(text) {
    this.#lines = text.split("\n")
    const { format, after = "", blocks, files } = JSON.parse(this.#lines[0])
    if (format !== FORMAT) throw new RangeError(`The part has format ${format} when expected ${FORMAT}.`)
    /** The name of the part that this one follows. */
    this.after = String(after)
    this.#readBlocks(this.#lines.slice(1, 1 + blocks))
    let at = 1 + blocks
    for (const [path, type, lang, length, sha] of files) {
      this.#files.set(path, { path, type, lang, sha, at, length })
      at += length
    }
    if (at > this.#lines.length) throw new RangeError(`The part has ${this.#lines.length} lines when expected ${at}.`)
  }

  /** @type {string[]} */
  #lines
  /** @type {Map<string, string[]>} */
  #blocks = new Map()
  /** @type {Map<string, PackFile & { at: number, length: number }>} */
  #files = new Map()

  /** @returns {string[]} the paths of all files */
  get paths() {
    return [...this.#files.keys()]
  }

  /** @param {PackFiles} before what this part follows */
  follow(before) {
    this.#blocks = new Map([...before.#blocks, ...this.#blocks])
  }

  /** @param {string} path @returns {PackFile | undefined} */
  find(path) {
    return this.#files.get(path)
  }

  /** @param {string} path of a file that is here @returns {string} */
  cut(path) {
    const file = this.#files.get(path)
    if (!file) throw new RangeError(`No file is called ${path}.`)
    return this.#lines.slice(file.at, file.at + file.length).flatMap((record) => this.#read(record)).join("\n")
  }

  /** @param {string[]} records */
  #readBlocks(records) {
    /** @type {string[]} */
    let lines = []
    for (const record of records) {
      if (record.startsWith("@")) this.#blocks.set(record.slice(1), (lines = []))
      else lines.push(record.slice(1))
    }
  }

  /** @param {string} record @returns {string | string[]} */
  #read(record) {
    const block = record.startsWith("@") ? this.#blocks.get(record.slice(1)) : undefined
    if (!block && !record.startsWith("=")) throw new RangeError(`The part holds the record ${record.slice(0, 40)}.`)
    return block ?? record.slice(1)
  }
}
