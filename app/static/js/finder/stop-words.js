// Words of a question that name no place: those that say nothing, those that only say for whom, and those that say little
// beside another. Folded, in the three languages together: a person may write in another language than the page's.

import { stem } from "./stems.js"

const EMPTY = new Set(
  (
    "a ai aime aimerais aimerions ai-je as au aux avec avez avoir avons ayant besoin c ce ces cet cette cherche chercher cherchons " +
    "comment connaissez d dans de des dois dit du elle en es est et etre faire fais fait faut gens il ils j je jai l la " +
    "le les leur m ma mes me moi mon n ne nous o on ont ou par pas pour pouvoir pourrais peut peux plus pres proche qu quand " +
    "que quel quelle quelles quels qui quoi s sa sait savoir se ses si soit son sont suis sur t ta te trouve trouver trouvez tres " +
    "tu un une va veut veux voudrais voudrions vais vers votre vous y ya ici aller bonjour " +
    "merci svp plait pendant durant ouvert ouverte ouverts obtenir demander recevoir donne donner aujourd hui maintenant aide aider chez " +
    "about during am an and any anyone anything are around at be by can close could do does find for from get getting give go " +
    "has have hello help how i id if im in is it like ll look looking me my near nearby need needs now of on open our " +
    "please s she he some somewhere somebody someone that the there this to today us want wants we what when where which who with " +
    "would you your their here take " +
    "في الي علي مع عن من هل انا نحن اين وين فين اريد نريد اريدها ابغي بغيت ابي بدي عايز عاوز محتاج محتاجه احتاج نحتاج اجد نجد يوجد توجد هناك " +
    "ابحث نبحث كيف يمكن يمكنني ممكن ان او ما لي لنا هذا هذه ذلك قريب قريبه قرب مكان اماكن بالقرب مني منا عندي لدي عند كي حتي لو سمحت " +
    "مرحبا شكرا اليوم الان مفتوح مفتوحه مساعده مساعد احد شخص الحصول حصول اذهب نذهب نحو به له لها علا " +
    "عايزه عاوزه حابه حاب نبغي ابغا بدنا شو شنو واش كيفاش ندير نديرو متاع تاع بتاع راني ديال هلق دابا دلوقتي حد ده دي اللي ليا باش عشان علشان يساعدني يعاوني فيها فيه نحوس نلوج نلقي نحب كنقلب ملي بجنب"
  ).split(" "),
)

const PEOPLE = new Set(
  (
    "lieu lieux endroit endroits coin quartier place places adulte adultes bebe bebes enfant enfants famille familles femme femmes fille filles fils garcon garcons homme hommes " +
    "maman mamans mere meres nourrisson papa parent parents pere petit petite petits petites jeune jeunes ado ados gratuit gratuite gratuits gratuites " +
    "gratuitement drari soir soiree matin midi apres mercredi samedi dimanche lundi mardi jeudi vendredi ans mois paris ville urgence urgent vite " +
    "adult adults baby babies boy boys child children daughter dad evening family families father free girl girls kid kids " +
    "man men mom mother mum newborn infant old parents son teen teenager teenagers teens toddler woman women year years young wednesday saturday " +
    "sunday monday tuesday thursday friday afternoon morning night weekend urgently " +
    "طفل طفله اطفال ولد اولاد بنت بنات ابن ابنه رضيع رضع عائله اسره نساء امراه رجال رجل ام اب مجاني مجانا مجانيه مساء مسائيه صباح صغير صغيره صغار " +
    "كبار شباب مراهق مراهقين بيبي عيال دراري وليدات اربعاء سبت احد بعد ظهر ليل سنه سنوات شهر"
  ).split(" "),
)

/** What they name is asked for when nothing else is: “a hot lunch” is a lunch, “a letter from the court” is for a lawyer. */
const LITTLE = new Set(
  (
    "chaud ete cp ce1 ce2 cm1 cm2 dehors copie papier papiers document documents dossier formulaire lettre courrier demarches droits ecole internet telephone tel eau jouer " +
    "cours activites sortir seule mari sans argent travail frais boire mal voisin retraite " +
    "cheap hot summer outside copy paper papers form file letter mail rights school phone water play class lessons activities alone husband no money work drink neighbour retirement " +
    "سخون حر صيف نسخ ورقه اوراق ملف استماره رساله بريد حقوق مدرسه هاتف ماء لعب دروس انشطه وحيده زوج عمل"
  )
    .split(" ")
    .map(stem),
)

/** @param {string} term @returns {boolean} whether it tells something of a place */
export function tells(term) {
  return !EMPTY.has(term)
}

/** @param {string} term @returns {boolean} whether it only says for whom or when: no need of its own beside another */
export function tellsWhom(term) {
  return PEOPLE.has(term)
}

/** @param {string} term as it is compared @returns {boolean} whether another need of the same question is the one that is asked */
export function tellsLittle(term) {
  return LITTLE.has(term)
}
