// Reads `{hours, questions: [[id, day, minute], …]}` and writes what a phone would answer to each.

import { readFileSync } from "node:fs"

import { statusAt } from "../../../app/static/js/hours/hours.js"

const { hours, questions } = JSON.parse(readFileSync(0, "utf8"))
const answers = questions.map(([id, day, minute]) => {
  const found = statusAt(hours, id, { day, minute, clock: "phone" })
  return [found.state, found.reason, found.name?.fr ?? "", found.comment?.fr ?? "", found.until, found.next, found.nextState, found.stale]
})
process.stdout.write(JSON.stringify(answers))
