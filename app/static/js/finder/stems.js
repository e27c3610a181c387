// One form for the spellings and endings of a word: plurals, verb endings, doubled letters, and what Arabic writes
// onto a word. Only what is safe: a stem that joins two needs would send a family to the wrong door.

const LATIN = /^[a-z]+$/
const SHORTEST = 4
/** However a family calls them, and in whichever language: a psychologist for my son is one for children. */
const CHILDREN = new Set(
  (
    "enfants enfant fils fille filles garcon garcons gamin gamins gosse gosses child children kid kids son sons daughter daughters boy boys girl girls " +
    "طفل طفله اطفال ولد اولاد ابن ابنه ابناء بنت بنات طفلي طفلتي اطفالي اطفالنا ابني ابنتي ابنايي بنتي ولدي اولادي"
  ).split(" "),
)
/** To marry is not to be a husband, though “marier” ends as verbs do. */
const WEDDING = new Set("marier marions married marry mariage marriage wedding weddings".split(" "))

/** @param {string} term folded @returns {string} */
export function stem(term) {
  if (CHILDREN.has(term)) return "enfant"
  if (WEDDING.has(term)) return "mariage"
  if (!LATIN.test(term)) return term
  const plain = term.length > 3 ? term.replace(/(?<!s)[sx]$/, "") : term
  const bare = plain.replace(/(?:(?<!w)er|ez|ee|e|ing|ed)$/, (ending) => (plain.length - ending.length < SHORTEST ? ending : ""))
  return spelt(bare)
}

/**
 * @param {string} term
 * @param {(term: string) => boolean} isKnown
 * @returns {string} the term as it is known: without an Arabic "for, with, and" before it or a "my, our" behind it
 */
export function knownForm(term, isKnown) {
  if (!/\p{Script=Arabic}/u.test(term) || isKnown(term)) return term
  return arabicForms(term).find(isKnown) ?? term
}

// Private

/** Spellings that sound the same: vaccin and vacin, pharmacie and farmacie. @param {string} term */
function spelt(term) {
  return term
    .replace(/(?<=.)qu$/, "c")
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll("y", "i")
    .replace(/(.)\1+/g, "$1")
}

/** @param {string} term */
function arabicForms(term) {
  const behind = term.replace(/^(?:[وفبكل]?ال|لل|لا|[وفبكل])/u, "")
  const bare = [term, behind].flatMap((form) => [form, form.replace(/(?:ي|نا|ك|هم|ها|ه)$/u, ""), form.replace(/ت(?:ي|نا|ك|هم|ها|ه)$/u, "ه")])
  const many = bare.flatMap((form) => [form, form.replace(/ات$/u, "ه"), form.replace(/ات$/u, ""), `${form}ه`, form.replace(/ه$/u, "")])
  return [...new Set(many)].filter((form) => form.length > 2)
}
