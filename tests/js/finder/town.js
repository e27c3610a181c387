// A small town in the format of `places.json` and `words.json`, nearest to the school first.

/** @type {[string, string, string, string, boolean][]} id, French label, theme, words, practical */
const KINDS = [
  ["college", "Collège", "ecole", "Collège,Secondary school,مدرسة إعدادية", false],
  ["ecole-elementaire", "École élémentaire", "ecole", "École élémentaire,école primaire,Primary school,مدرسة ابتدائية,مدرسة", false],
  ["bibliotheque", "Bibliothèque", "culture", "Bibliothèque,médiathèque,livres,Library,books,مكتبة,كتب", false],
  ["piscine", "Piscine", "sport", "Piscine,nager,Swimming pool,مسبح", false],
  ["jardin", "Jardin", "parcs", "Jardin,parc,square,aire de jeux,Garden,park,playground,حديقة,حدائق", false],
  ["ecrivain-public", "Écrivain public", "droits", "Écrivain public,courrier,Public letter-writer,كاتب عمومي", false],
  ["toilettes", "Toilettes", "quotidien", "Toilettes,WC,sanisette,change bébé,Toilets,restroom,مراحيض,حمام", true],
  ["fontaine", "Fontaine à boire", "quotidien", "Fontaine à boire,eau,eau potable,Drinking water,water,ماء,نافورة", true],
]
const THEMES = ["ecole", "culture", "sport", "parcs", "droits", "quotidien"]
const THEME_WORDS = [
  "École et aide aux devoirs,devoirs,School,مدرسة",
  "Lire, jouer, voir,lecture,Reading,قراءة",
  "Sport et baignade,Sport,رياضة",
  "Parcs et jardins,Parks,حدائق",
  "Droits et démarches,papiers,Rights,حقوق",
  "pratique,Water and toilets,ماء ومراحيض",
]

/** @type {[string, string, string, string][]} name, kind, purpose, street */
const PLACES = [
  ["Collège Daniel Mayer", "college", "Le collège du quartier.", "2 place Hébert"],
  ["Sanisette Hébert", "toilettes", "Toilettes gratuites.", "place Hébert"],
  ["Piscine Hébert", "piscine", "Nager toute l’année.", "2 rue des Fillettes"],
  ["Jardin Rachmaninov", "jardin", "Jouer et s’asseoir au calme.", "rue Tristan Tzara"],
  ["École élémentaire Évangile (33)", "ecole-elementaire", "L’école des 6 à 11 ans.", "33 rue de l’Évangile"],
  ["Fontaine du jardin Rachmaninov", "fontaine", "Boire et remplir sa gourde.", "rue Tristan Tzara"],
  ["Bibliothèque Maurice Genevoix", "bibliotheque", "Lire et emprunter des livres.", "19 rue Tristan Tzara"],
  ["Espace Solidarité", "ecrivain-public", "Écrire une lettre, remplir un papier.", "rue Raymond Queneau"],
  ["Bibliothèque Jacqueline de Romilly", "bibliotheque", "Lire et emprunter des livres.", "16 avenue de la Porte de Montmartre"],
]

export const NAMES = PLACES.map(([name]) => name)

export const places = {
  format: 1,
  territory: "village",
  lang: "fr",
  base: "/",
  count: PLACES.length,
  ids: ["college-daniel-mayer", ...PLACES.slice(1).map((_, n) => (n === 3 ? "=-rue" : "="))].join("\n"),
  names: NAMES.join("\n"),
  origin: [236000, 4889000],
  lon: PLACES.map((_, n) => 10 * n),
  lat: PLACES.map((_, n) => 20 * n),
  kind: PLACES.map(([, kind]) => KINDS.findIndex(([id]) => id === kind)),
  also: [[6, 0]],
  metres: PLACES.map((_, n) => (n ? 50 : 0)),
  // free yes on 2, no on 4, wheelchair limited on 6, no appointment on 7
  facts: [0, 0, 2, 0, 1, 0, 3 << 8, 2 << 2, 0],
  ages: [[4, 72, 143], [2, 36, 1500]],
  spoken: { ar: [7], en: [6, 7] },
  anchor: "college",
  vague: [7],
  closed: [8],
  themes: THEMES.map((id, n) => [id, THEME_WORDS[n].split(",")[0], "", id, n === 5 ? 1 : 0]),
  kinds: KINDS.map(([id, label, theme]) => [id, label, "", id, THEMES.indexOf(theme)]),
}

export const words = {
  format: 1,
  purposes: PLACES.map(([, , purpose]) => purpose),
  states: "r".repeat(PLACES.length),
  streets: PLACES.map(([, , , street]) => street).join("\n"),
  kinds: KINDS.map(([, , , all]) => all),
  themes: THEME_WORDS,
}
