// What families ask, as they type it: in which language, and the kinds of place that answer it. Where a quarter has
// none of them, the right answer is “not yet”. A last word, `typo`, allows the answer to be called a guess.

import { BLIND } from "./blind-questions.js"
import { LATER } from "./later-questions.js"
import { MORE } from "./more-questions.js"
import { SPOKEN } from "./spoken-questions.js"

const FOOD = "aide-alimentaire colis repas epicerie-sociale groupement-achat"
const VACCINE = "vaccination pmi centre-de-sante maison-de-sante"
const CHILD_DOCTOR = "pmi centre-de-sante maison-de-sante"
const DOCTOR = "centre-de-sante maison-de-sante"
const CAF = "caf france-services service-social ecrivain-public"
const PAPERS = "france-services service-social ecrivain-public accueil-solidaire point-justice mairie accueil-de-jour conseil-juridique domiciliation"
const FRENCH = "cours-de-francais centre-social"
const CHILD_PSY = "cmp-enfants cmpp cmp camsp"
const PSY = "cmp cmp-adultes cmp-enfants cmpp"
const SHOWER = "bains-douches accueil-de-jour"
const NAPPIES = "colis-bebe"
const INTERNET = "wifi espace-public-numerique mediation-numerique bibliotheque"
const COOL = "lieu-frais baignade-ete bibliotheque parc jardin"
const HOMEWORK = "aide-aux-devoirs centre-social espace-de-vie-sociale bibliotheque"
const WEDNESDAY = "centre-animation centre-de-loisirs espace-jeunes cafe-des-enfants centre-social bibliotheque"
const CLOTHES = "boutique-solidaire boutique-gratuite vestiaire ressourcerie"
const CHILDCARE = "creche halte-garderie relais-petite-enfance laep"
const PLAY = "parc jardin square aire-de-jeux ludotheque cafe-des-enfants laep"
const PREGNANT = "pmi sante-sexuelle maison-de-naissance hopital"
const HOUSING = "logement accueil-de-jour service-social"
const WORK = "insertion france-travail mission-locale france-services"
const VIOLENCE = "violences conseil-familial accueil-solidaire service-social point-justice"
const DISABLED = "camsp cmpp"
const LAWYER = "point-justice conseil-juridique"

/** @type {[string, string, string, "typo"?][]} language, words, kinds */
const ROWS = [
  ["fr", "manger", FOOD], ["fr", "mangé", FOOD], ["fr", "restos du coeur", FOOD], ["fr", "j’ai faim", FOOD], ["fr", "où trouver à manger gratuitement", FOOD],
  ["fr", "colis alimentaire", FOOD], ["fr", "nouriture", FOOD], ["fr", "aide alimentaire", FOOD], ["fr", "alimantaire", FOOD, "typo"],
  ["en", "I need food", FOOD], ["en", "food bank", FOOD], ["en", "where can I eat for free", FOOD], ["en", "groceries", FOOD], ["en", "we are hungry", FOOD],
  ["ar", "أريد طعام", FOOD], ["ar", "أكل", FOOD], ["ar", "الطعام", FOOD], ["ar", "مساعدة غذائية", FOOD], ["ar", "سلة غذائية", FOOD],
  ["fr", "vaccin", VACCINE], ["fr", "vacin", VACCINE], ["fr", "où faire vacciner mon bébé", VACCINE], ["fr", "vaccination enfant", VACCINE], ["fr", "piqure", VACCINE],
  ["en", "vaccines", VACCINE], ["en", "where can I get my baby vaccinated", VACCINE], ["en", "jabs for my son", VACCINE], ["en", "vacination", VACCINE],
  ["ar", "تلقيح", VACCINE], ["ar", "أين يمكن تطعيم طفلي", VACCINE], ["ar", "اللقاحات", VACCINE],
  ["fr", "PMI", "pmi"], ["fr", "pédiatre", CHILD_DOCTOR], ["fr", "conseil pour mon bébé pédiatre", CHILD_DOCTOR], ["fr", "mon enfant est malade", CHILD_DOCTOR],
  ["fr", "pediattre", CHILD_DOCTOR], ["fr", "mon fils a de la fièvre", CHILD_DOCTOR], ["en", "paediatric advice", CHILD_DOCTOR], ["en", "pediatrician", CHILD_DOCTOR],
  ["en", "my child is sick", CHILD_DOCTOR], ["en", "a doctor for my baby", CHILD_DOCTOR], ["ar", "أين أجد طبيب أطفال", CHILD_DOCTOR], ["ar", "طبيب الأطفال", CHILD_DOCTOR],
  ["ar", "ابني مريض", CHILD_DOCTOR], ["ar", "نصيحة طبية لطفلي", CHILD_DOCTOR],
  ["fr", "médecin", DOCTOR], ["fr", "medcin", DOCTOR, "typo"], ["fr", "docteur", DOCTOR], ["fr", "dentiste", DOCTOR], ["en", "doctor", DOCTOR], ["en", "docter", DOCTOR, "typo"], ["en", "dentist", DOCTOR],
  ["ar", "طبيب", DOCTOR], ["ar", "دكتور", DOCTOR], ["ar", "طبيب أسنان", DOCTOR],
  ["fr", "CAF", CAF], ["fr", "allocations familiales", CAF], ["fr", "aide pour la CAF", CAF], ["fr", "alocations", CAF], ["en", "CAF", CAF], ["en", "child benefit", CAF],
  ["en", "help with CAF", CAF], ["ar", "الكاف", CAF], ["ar", "CAF", CAF], ["ar", "إعانات عائلية", CAF],
  ["fr", "papiers", PAPERS], ["fr", "titre de séjour", PAPERS], ["fr", "remplir un dossier", PAPERS], ["en", "residence permit", PAPERS], ["ar", "بطاقة إقامة", PAPERS], ["ar", "أوراق", PAPERS],
  ["fr", "avocat", LAWYER], ["en", "free lawyer", LAWYER], ["ar", "محامي", LAWYER],
  ["fr", "cours de français", FRENCH], ["fr", "cours de français le soir", FRENCH], ["fr", "apprendre le français", FRENCH], ["fr", "parler français", FRENCH], ["fr", "cour de francais", FRENCH],
  ["en", "French in the evening", FRENCH], ["en", "learn French", FRENCH], ["en", "evening French classes", FRENCH], ["ar", "تعلم الفرنسية", FRENCH], ["ar", "دروس فرنسية مسائية", FRENCH], ["ar", "دروس اللغة الفرنسية مساء", FRENCH],
  ["fr", "psychologue pour mon enfant", CHILD_PSY], ["fr", "psy enfant", CHILD_PSY], ["fr", "psicologue enfant", CHILD_PSY, "typo"], ["fr", "psychologue pour ma fille", CHILD_PSY],
  ["en", "psychologist for my child", CHILD_PSY], ["en", "child psychologist", CHILD_PSY], ["ar", "طبيب نفسي للأطفال", CHILD_PSY], ["ar", "أخصائي نفسي لطفلي", CHILD_PSY], ["ar", "نفساني للأطفال", CHILD_PSY],
  ["fr", "psy", PSY], ["en", "therapist", PSY], ["ar", "نفساني", PSY],
  ["fr", "douche", SHOWER], ["fr", "prendre une douche", SHOWER], ["fr", "se laver", SHOWER], ["en", "shower", SHOWER], ["en", "where can I take a shower", SHOWER], ["ar", "دوش", SHOWER], ["ar", "أين أستحم", SHOWER],
  ["fr", "couches", NAPPIES], ["fr", "couches pour bébé", NAPPIES], ["fr", "lait pour bébé", NAPPIES], ["en", "nappies", NAPPIES], ["en", "diapers", NAPPIES], ["en", "nappies for my baby", NAPPIES], ["ar", "حفاضات", NAPPIES], ["ar", "حليب للرضيع", NAPPIES],
  ["fr", "internet", INTERNET], ["fr", "imprimer un document", INTERNET], ["fr", "wifi gratuit", INTERNET], ["fr", "ordinateur", INTERNET], ["en", "internet", INTERNET], ["en", "free wi-fi", INTERNET], ["en", "print a document", INTERNET], ["ar", "إنترنت", INTERNET], ["ar", "انترنت مجاني", INTERNET], ["ar", "حاسوب", INTERNET],
  ["fr", "lieu frais", COOL], ["fr", "il fait trop chaud", COOL], ["fr", "fraicheur", COOL], ["fr", "un endroit climatisé", COOL], ["en", "cool place", COOL], ["en", "somewhere cool", COOL], ["en", "heatwave", COOL], ["ar", "مكان بارد", COOL], ["ar", "مكيف", COOL],
  ["fr", "aide aux devoirs", HOMEWORK], ["fr", "devoirs", HOMEWORK], ["fr", "soutien scolaire", HOMEWORK], ["fr", "quelqu’un pour aider mon fils à faire ses devoirs", HOMEWORK], ["en", "homework help", HOMEWORK], ["en", "homework", HOMEWORK], ["ar", "واجبات", HOMEWORK], ["ar", "مساعدة في الواجبات المدرسية", HOMEWORK],
  ["fr", "mercredi", WEDNESDAY], ["en", "activities on Wednesday", WEDNESDAY], ["ar", "الأربعاء", WEDNESDAY],
  ["fr", "vêtements", CLOTHES], ["fr", "habits pour enfants", CLOTHES], ["en", "clothes", CLOTHES], ["ar", "ملابس", CLOTHES],
  ["fr", "crèche", CHILDCARE], ["fr", "garder mon bébé", CHILDCARE], ["fr", "nounou", CHILDCARE], ["en", "nanny", CHILDCARE], ["en", "childcare", CHILDCARE], ["ar", "حضانة", CHILDCARE],
  ["fr", "jouer dehors", PLAY], ["en", "playground", PLAY], ["ar", "حديقة", PLAY],
  ["fr", "enceinte", PREGNANT], ["fr", "sage-femme", PREGNANT], ["en", "I am pregnant", PREGNANT], ["ar", "حامل", PREGNANT],
  ["fr", "logement", HOUSING], ["fr", "dormir", HOUSING], ["en", "a place to sleep", HOUSING], ["ar", "سكن", HOUSING],
  ["fr", "emploi", WORK], ["fr", "je cherche du travail", WORK], ["en", "find a job", WORK], ["ar", "عمل", WORK],
  ["fr", "violences conjugales", VIOLENCE], ["en", "domestic violence", VIOLENCE], ["ar", "عنف", VIOLENCE],
  ["fr", "handicap", DISABLED], ["en", "disabled child", DISABLED], ["ar", "إعاقة", DISABLED],
  ["fr", "toilettes", "toilettes"], ["fr", "WC", "toilettes"], ["en", "toilet", "toilettes"], ["ar", "مراحيض", "toilettes"],
  ["fr", "eau", "fontaine"], ["en", "drinking water", "fontaine"], ["ar", "ماء", "fontaine"],
  ["fr", "bibliothèque", "bibliotheque"], ["fr", "biblioteque", "bibliotheque"], ["fr", "livres", "bibliotheque"], ["en", "books", "bibliotheque"], ["ar", "مكتبة", "bibliotheque"],
  ["fr", "piscine", "piscine"], ["en", "swiming pool", "piscine"], ["ar", "المسبح", "piscine"],
  ["fr", "laver le linge", "laverie"], ["en", "laundry", "laverie"], ["ar", "غسيل الملابس", "laverie"],
]

/** @typedef {{ lang: string, words: string, kinds: string[], isTypo: boolean }} Question */
/** @type {Question[]} */
export const QUESTIONS = [
  ...ROWS.map(([lang, words, kinds, typo]) => ({ lang, words, kinds: kinds.split(" "), isTypo: typo === "typo" })),
  ...[...MORE, ...LATER, ...BLIND, ...SPOKEN].flatMap(([kinds, byLang]) =>
    Object.entries(byLang).flatMap(([lang, all]) =>
      all.split(" | ").map((words) => ({ lang, words, kinds: kinds.split(" "), isTypo: false })),
    ),
  ),
]
