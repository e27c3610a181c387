// A heap of nodes: the lowest key first, and of two equal ones the first node, as `heapq` of Python has it.

export class NodeHeap {
  size = 0
  keys = new Float64Array(1024)
  nodes = new Int32Array(1024)

  /** @param {number} key @param {number} node */
  push(key, node) {
    if (this.size === this.nodes.length) this.#grow()
    const { keys, nodes } = this
    let at = this.size++
    while (at) {
      const above = (at - 1) >> 1
      if (key > keys[above] || (key === keys[above] && node >= nodes[above])) break
      keys[at] = keys[above]
      nodes[at] = nodes[above]
      at = above
    }
    keys[at] = key
    nodes[at] = node
  }

  /** @returns {number} the first node; its key is `keys[0]` until then */
  pop() {
    const { keys, nodes } = this
    const size = --this.size
    const [first, key, node] = [nodes[0], keys[size], nodes[size]]
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      const other = below + 1
      if (other < size && (keys[other] < keys[below] || (keys[other] === keys[below] && nodes[other] < nodes[below]))) below = other
      if (key < keys[below] || (key === keys[below] && node < nodes[below])) break
      keys[at] = keys[below]
      nodes[at] = nodes[below]
      at = below
    }
    keys[at] = key
    nodes[at] = node
    return first
  }

  #grow() {
    const { keys, nodes } = this
    this.keys = new Float64Array(2 * keys.length)
    this.nodes = new Int32Array(2 * nodes.length)
    this.keys.set(keys)
    this.nodes.set(nodes)
  }
}
