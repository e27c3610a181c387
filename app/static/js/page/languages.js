// Which of our languages a phone asks for: the twin of `prefer` in `app/domain/text.py`.

/**
 * @param {readonly string[]} asked BCP 47 tags, the best liked first
 * @param {string[]} offered
 * @returns {string | undefined} the nearest language we offer for the first tag that we can answer
 */
export function preferred(asked, offered) {
  return asked.map((tag) => nearest(tag.toLowerCase(), offered)).find(Boolean)
}

// Private

/** @param {string} tag @param {string[]} offered */
function nearest(tag, offered) {
  const related = offered.filter((lang) => primaryOf(lang.toLowerCase()) === primaryOf(tag))
  const nearer = related.filter((lang) => `${tag}-`.startsWith(`${lang.toLowerCase()}-`))
  return nearer.sort((a, b) => b.length - a.length)[0] ?? related[0]
}

/** @param {string} tag */
function primaryOf(tag) {
  return tag.split("-")[0]
}
