// How far every node is from four corners of the graph: no way between two nodes is shorter than the difference,
// whatever the profile. It shows A* round a canal or a railway. The twin of `app/domain/routing/landmarks.py`.

import { NodeHeap } from "./heap.js"

/** @typedef {import("./search.js").Search} Search */

const CORNERS = [[1, 1], [-1, 1], [1, -1], [-1, -1]]
export const LANDMARKS = CORNERS.length

/** @param {Search} search @returns {Int32Array} decimetres, the corners of a node side by side */
export function landmarksOf(search) {
  const far = new Int32Array(LANDMARKS * search.costs.length)
  CORNERS.forEach((corner, n) => spread(search, farthest(search, corner), far.subarray(n)))
  return far
}

// Private

/** @param {Search} search @param {number[]} corner @returns {number} the first node that lies farthest that way */
function farthest({ easts, norths }, [east, north]) {
  let best = 0
  for (let node = 1; node < easts.length; node++) {
    if (east * easts[node] + north * norths[node] > east * easts[best] + north * norths[best]) best = node
  }
  return best
}

/** Write the lengths from a node, each `LANDMARKS` places from the last; 0 where no way leads. @param {Search} search @param {number} first @param {Int32Array} far */
function spread({ graph, firsts, arcs, ends, costs }, first, far) {
  const known = new Float64Array(costs.length).fill(Infinity)
  const heap = new NodeHeap()
  if (costs.length) heap.push((known[first] = 0), first)
  while (heap.size) {
    const length = heap.keys[0]
    const node = heap.pop()
    if (length > known[node]) continue
    far[LANDMARKS * node] = length
    for (let n = firsts[node]; n < firsts[node + 1]; n++) {
      const more = length + graph.lengths[arcs[n] >> 1]
      if (more < known[ends[n]]) heap.push((known[ends[n]] = more), ends[n])
    }
  }
}
