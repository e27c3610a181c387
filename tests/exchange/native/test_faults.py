"""A table of what people get wrong, and the sentence they read for it."""
# ruff: noqa: E501 (one fault a line reads as a table)

from pathlib import Path

import pytest

from app.exchange.native import read_content

from ...library.folders import (
    CALENDARS,
    CATEGORIES,
    CODES,
    OTHER_WALK,
    PLACES,
    PLAN,
    TERRITORIES,
    TEXTS,
    WALK,
    problems_of,
    spoil,
    tiny_copy,
)

LIBRARY, COLLEGE = "lieu bibliotheque-des-tilleuls", "lieu college-des-tilleuls"
SQUARE = "lieu square-des-tilleuls"
DEEP = '{"type":' + "[" * 100_000

LAST = 'text = "Les jeux sont pour les petits, les bancs pour les grands."\n'
LEG = "[[leg]]\nfrom = {}\nto = {}\n"
DRAWN = LEG.format(2, 3) + 'mode = "drawn"\npath = [[2.366, 48.8935], [2.3668, 48.8948]]\n'
SESSION = '[[session]]\nid = "essai"\nstart = "{}"\n'

# file, what it says, what is written instead, then: where the problem is said to be, part of its sentence
FAULTS = [
    # JSON
    (PLACES, "", "{", "ligne 1, colonne 2", "s’arrête trop tôt"),
    (PLACES, "", "   ", PLACES, "le fichier est vide"),
    (PLACES, '"status": "published",', '"status": "published"', "ligne 14", "il manque une virgule"),
    (PLACES, '"status": "published",', '"status" "published",', "ligne 13", "il manque deux-points"),
    (PLACES, '"city": "Paris",', '"city": "Paris",,', "colonne", "une clé entre guillemets droits"),
    (PLACES, '"city": "Paris",', '"city": "Paris", "city": "Lyon",', "ligne 22", 'la clé "city" est écrite deux fois'),
    (PLACES, "2.3639", "NaN", "ligne 9", "NaN n’est pas un nombre"),
    (PLACES, "2.3639", "-Infinity", "ligne 9", "-Infinity n’est pas un nombre"),
    (PLACES, "132", "9" * 5000, "ligne", "n’est pas un nombre que l’on peut garder"),
    (PLACES, "132", "1e999", "services n° 1, ages, min_months", "nombre"),
    (PLACES, "", DEEP, PLACES, "trop de blocs emboîtés"),
    (PLACES, "", "[]", PLACES, "une FeatureCollection GeoJSON"),
    (PLACES, "FeatureCollection", "Feature", PLACES, "son type est « Feature »"),
    (PLACES, '"features"', '"feature"', PLACES, "la liste « features » manque"),
    (PLACES, '"features"', '"licence": "ODbL", "features"', PLACES, "la clé « licence » est inconnue"),
    (PLACES, '"type": "Feature",', '"type": "Point",', "lieu n° 1", "ce n’est pas une Feature"),
    # Null says "not known"; what a place cannot be without is missing then
    (PLACES, '"name": "Collège des Tilleuls"', '"name": null', f"{COLLEGE}, champ name", "ce champ manque"),
    (PLACES, "24/7", "Mo-Fr", "lieu toilettes-du-square, champ hours", "n’a pas d’heures"),
    (CATEGORIES, 'icon = "', 'icon = "zzz', "champ icon", "le pictogramme « zzz"),
    # Places
    (PLACES, '"id": "square-des-tilleuls"', '"id": "college-des-tilleuls"', COLLEGE, "est pris par un autre"),
    (PLACES, '"id": "square-des-tilleuls"', '"id": "Square"', "lieu Square, champ id", "minuscules sans accent"),
    (PLACES, '"id": "square-des-tilleuls"', '"id": 12', "lieu n° 3, champ id", "mettez-le entre guillemets"),
    (PLACES, '"purpose"', '"purpos"', f"{COLLEGE}, champ purpos", "vouliez-vous dire « purpose » ?"),
    (PLACES, '"wheelchair"', '"weelchair"', "champ accessibility, weelchair", "vouliez-vous dire « wheelchair » ?"),
    (PLACES, '"name": "Collège des Tilleuls"', '"name": ""', f"{COLLEGE}, champ name", "le texte est vide"),
    (PLACES, "Mo,Tu,Th,Fr 16:30-18:30; PH,SH off", "Mo-Fr 9h-17h", f"{COLLEGE}, champ services n° 1, hours", "Mo-Fr 9h-17h"),
    (PLACES, "24/7", "lundi", "lieu toilettes-du-square, champ hours", "ne sont pas lisibles"),
    (PLACES, "24/7", "PH off; Mo-Su 08:00-20:00", "champ hours", "annulée par"),
    (PLACES, '"published"', '"publish"', f"{COLLEGE}, champ status", "vouliez-vous dire « published » ?"),
    (PLACES, '"free"', '"gratis"', "cost, kind", "choisissez parmi free, sliding, paid, donation"),
    (PLACES, '"steps": 0', '"steps": "0"', "accessibility, steps", "sans guillemets"),
    (PLACES, '"steps": 0', '"steps": -1', "accessibility, steps", "-1 est trop petit : 0 au moins"),
    (PLACES, '"steps": 0', '"steps": 99999999999', "accessibility, steps", "est trop grand : 500 au plus"),
    (PLACES, '"sms": false', '"sms": "non"', "contact, phones n° 1, sms", "ni true ni false"),
    (PLACES, '"hours": "24/7"', '"address": "12 rue", "hours": "24/7"', "champ address", "un bloc avec street, extra, postcode, city, insee est attendu, pas « 12 rue »"),
    (PLACES, '"hours": "24/7"', '"languages": "ar", "hours": "24/7"', "champ languages", "une liste de blocs est attendue, entre crochets ; chacun peut avoir code, by, hours"),
    (PLACES, '"hours": "24/7"', '"languages": ["ar"], "hours": "24/7"', "champ languages n° 1", "un bloc avec code, by, hours est attendu, pas « ar »"),
    (PLACES, '"hours": "24/7"', '"contact": {"phones": [12]}, "hours": "24/7"', "contact, phones n° 1", "un bloc avec number, label"),
    (PLACES, '"how": "feed"', '"due": "2027-01-01"', "champ verified, how", "ce champ manque : choisissez parmi visit, phone"),
    (PLACES, '"75018"', "75018", "address, postcode", "mettez-le entre guillemets"),
    (PLACES, '"75018"', '"7501"', "address, postcode", "cinq chiffres"),
    (PLACES, "+33140000000", "01 40 00 00 00", "contact, phones n° 1, number", "+33140000000"),
    (PLACES, "https://example.org/bibliotheque", "example.org", "contact, website", "elle commence par https://"),
    (PLACES, "bibliotheque@example.org", "bibliotheque.example.org", "contact, email", "courriel"),
    (PLACES, '"code": "ar"', '"code": "arabe !"', "languages n° 1, code", "n’est pas une langue"),
    (PLACES, '"2026-12-24"', '"24/12/2026"', "exceptions n° 1, from", "n’est pas une date"),
    (PLACES, '"2027-01-02"', '"2026-12-02"', f"{LIBRARY}, champ exceptions n° 1", "finit le 2026-12-02, avant"),
    (PLACES, '"hours": "10:00-22:00",', "", f"{LIBRARY}, champ exceptions n° 2", "ajoutez « hours »"),
    (PLACES, '"min_months": 132', '"min_months": 200', f"{COLLEGE}, service aide-aux-devoirs, champ ages", "échangez-les"),
    (PLACES, '"square"\n', '"sqare"\n', f"{SQUARE}, champ categories", "vouliez-vous dire « square » ?"),
    (PLACES, '"square"\n', '"zoo"\n', f"{SQUARE}, champ categories", "la catégorie « zoo » n’existe pas."),
    (PLACES, '"categories": [\n     "square"\n    ],', "", f"{SQUARE}, champ categories", "a une catégorie au moins"),
    (PLACES, '"purpose": "Jouer dehors et se reposer à l’ombre.",', "", f"{SQUARE}, champ purpose", "dit à quoi il sert"),
    (PLACES, '"code": "8QTR77",', "", f"{SQUARE}, champ code", "donnez-lui le sien"),
    (PLACES, '"8QTR77"', '"8QTR78"', f"{SQUARE}, champ code", "n’est pas dans data/codes.csv"),
    (PLACES, '"8QTR77"', '"WC0SQ4"', f"{SQUARE}, champ code", "est donné à « toilettes-du-square »"),
    (PLACES, '"8QTR77"', '"WA1KS1"', f"{SQUARE}, champ code", "(walk)"),
    (PLACES, "à l’ombre", "\\u0000", f"{SQUARE}, champ purpose", "U+0000"),
    (PLACES, "à l’ombre", "\\ud83d", f"{SQUARE}, champ purpose", "U+D83D"),
    (PLACES, "à l’ombre", "x" * 400, f"{SQUARE}, champ purpose", "caractères : 300 au plus"),
    # Positions
    (PLACES, "[2.3639, 48.8931]", "[48.8931, 2.3639]", f"{COLLEGE}, geometry", "les axes sont inversés : écrivez [longitude"),
    (PLACES, "[2.3639, 48.8931]", "[2.3, 120.5]", f"{COLLEGE}, geometry", "les axes sont inversés"),
    (PLACES, "[2.3639, 48.8931]", "[-4.9, 47.9]", f"{COLLEGE}, geometry", "en mer, ou dans une autre ville ?"),
    (PLACES, "[2.3639, 48.8931]", "[2.3639, 48.9001]", f"{COLLEGE}, geometry", "hors de tout territoire"),
    (PLACES, "[2.3639, 48.8931]", "[200, 200]", f"{COLLEGE}, geometry", "n’est pas sur Terre"),
    (PLACES, "[2.3639, 48.8931]", "[0, 0]", f"{COLLEGE}, geometry", "n’a pas été placée"),
    (PLACES, "[2.3639, 48.8931]", "[2.3639]", f"{COLLEGE}, geometry", "deux nombres"),
    (PLACES, "[2.3639, 48.8931]", '["2.3639", "48.8931"]', f"{COLLEGE}, geometry", "deux nombres"),
    (PLACES, "[2.3639, 48.8931]", "null", f"{COLLEGE}, geometry", "deux nombres"),
    (PLACES, '"type": "Point"', '"type": "LineString"', f"{COLLEGE}, geometry", "pas « LineString »"),
    (PLACES, '"geometry": {', '"geometry": null, "extra": {', f"{COLLEGE}, geometry", "n’a pas de position"),
    # Territories
    (TERRITORIES, '"les-tilleuls"', '"places"', "territoire places", "un mot que les adresses du site utilisent"),
    (TERRITORIES, "college-des-tilleuls", "college-des-tileuls", "champ school", "vouliez-vous dire « college-des-tilleuls » ?"),
    (TERRITORIES, "[2.372, 48.89]", "[2.36, 48.899]", "geometry", "se croise lui-même"),
    (TERRITORIES, "[2.36, 48.89]\n     ]", "[2.361, 48.891]\n     ]", "geometry", "n’est pas fermé"),
    (TERRITORIES, "Polygon", "MultiPolygon", "geometry", "pas « MultiPolygon »"),
    (TERRITORIES, '"T1EEVX"', '"C0EGE1"', "champ code", "est donné à « college-des-tilleuls »"),
    (TERRITORIES, '"code"', '"holiday_zone": "B", "code"', "champ holiday_zone", "la zone de vacances « B »"),
    # TOML
    (CATEGORIES, 'icon = "culture"', "icon = culture", "ligne 11", "un texte se met entre guillemets"),
    (CATEGORIES, 'icon = "culture"', 'icon = "culture', "ligne 11", "fermez le guillemet"),
    (CATEGORIES, 'icon = "culture"', 'icon = "culture"\nicon = "livre"', "ligne 12", "écrite deux fois"),
    (CATEGORIES, 'icon = "culture"', 'icon "culture"', "ligne 11", "il manque « = »"),
    (CATEGORIES, "", "a = " + "[" * 100_000, CATEGORIES, "trop de blocs emboîtés"),
    (CATEGORIES, "", "category = 3", "champ category", "écrivez [[category]]"),
    (CATEGORIES, "", "[[categorie]]", "champ categorie", "vouliez-vous dire « category » ?"),
    (CATEGORIES, 'parent = "culture"', 'parent = "lecture"', "catégorie bibliotheque, champ parent", "« lecture » n’existe pas"),
    (CATEGORIES, 'parent = "ecole"', 'parent = "college"', "catégorie college, champ parent", "sa propre ancêtre"),
    (CATEGORIES, 'categories = ["quotidien"]', 'categories = ["wc"]', "entrée toilettes-eau-frais", "« wc » n’existe pas"),
    (CATEGORIES, 'id = "square"', 'id = "college"', "catégorie college", "est pris par un autre"),
    # Calendars
    (CALENDARS, "last = 2026-11-01", "last = 2026-10-01", "vacances toussaint-2026", "avant de commencer"),
    (CALENDARS, "first = 2026-12-19", "first = 2026-10-30", "vacances noel-2026", "pendant « toussaint-2026 » (zone C)"),
    (CALENDARS, "2027-05-06", "2026-12-25", "jour férié Ascension", "est écrit deux fois"),
    (CALENDARS, "2027-05-06", "2027-13-06", "ligne 13", "mal écrite"),
    (CALENDARS, "Europe/Paris", "Europe/Pari", "champ timezone", "n’existe pas : écrivez Europe/Paris"),
    (CALENDARS, "Europe/Paris", "../../etc/passwd", "champ timezone", "n’existe pas"),
    (CALENDARS, "known_until = 2028-07-03", "", "champ known_until", "ce champ manque"),
    (CALENDARS, "2028-07-03", "2020-07-03", "champ known_until", "complétez le calendrier"),
    # Codes
    (CODES, "code,kind,id", "kind,code,id", "ligne 1", "la première ligne doit être « code,kind,id »"),
    (CODES, "WC0SQ4", "WCOSQ4", "ligne 6", "« WCOSQ4 » n’est pas un code"),
    (CODES, "WC0SQ4", "8QTR77", "ligne 6", "déjà donné ligne 5"),
    (CODES, "WC0SQ4,place", "WC0SQ4,lieu", "ligne 6", "place, walk, territory"),
    (CODES, "WC0SQ4,place", "WC0SQ4", "ligne 6", "2 colonnes"),
    (CODES, "lieu-disparu", "", "ligne 9", "l’identifiant manque"),
    (CODES, "WC0SQ4", '"WC0SQ4', CODES, "le CSV est mal écrit"),
    # Plan
    (PLAN, '"kind":"park"', '"kind":"parc"', "tronçon n° 4, champ kind", "vouliez-vous dire « park » ?"),
    (PLAN, '"LineString"', '"Point"', "tronçon n° 1, geometry", "se dessine en LineString"),
    (PLAN, '"class"', '"clas"', "tronçon n° 1, champ clas", "vouliez-vous dire « class » ?"),
    # Walks
    (WALK, "format = 1", "format = 2", "champ format", "la première ligne doit être format = 1"),
    (WALK, "format = 1", "", "champ format", "« absent »"),
    (WALK, 'id = "du-college-au-square"', 'id = "du-college"', "champ id", "n’est pas le nom du fichier"),
    (WALK, '"les-tilleuls"', '"les-tileuls"', "champ territory", "le territoire « les-tileuls » n’existe pas"),
    (WALK, '"culture", ', '"cultur", ', "champ themes", "vouliez-vous dire « culture » ?"),
    (WALK, "WA1KS1", "WA1KS2", "champ code", "est donné à « un-livre-au-vert »"),
    (WALK, 'place = "square-des-tilleuls"', 'place = "square"', "arrêt n° 3, champ place", "le lieu « square » n’existe pas"),
    (WALK, 'place = "college-des-tilleuls"', 'place = "college"', "meeting, champ place", "le lieu « college » n’existe pas"),
    (WALK, 'place = "square-des-tilleuls"', "", "arrêt n° 3", "ni lieu ni point"),
    (WALK, 'name = "Le grand tilleul"', "", "arrêt n° 2, champ name", "un point a besoin d’un nom"),
    (WALK, "point = [2.366, 48.8935]", 'point = [2.366, 48.8935]\nplace = "square-des-tilleuls"', "arrêt n° 2", "gardez l’un"),
    (WALK, "point = [2.366, 48.8935]", "point = [2.366, 148.8935]", "arrêt n° 2, champ point", "les axes sont inversés"),
    (WALK, "stay_min = 20", "stay_min = 20.5", "arrêt n° 1, champ stay_min", "n’est pas un nombre entier"),
    (WALK, "stay_min = 20", "stai_min = 20", "arrêt n° 1, champ stai_min", "vouliez-vous dire « stay_min » ?"),
    (WALK, "[checked]", '[checked]\nproducer = "Nous"', "champ checked, producer", "appartient au-dessus de [checked] ?"),
    (WALK, '"fr", "ar"', '"fr", "ta"', "champ languages", "la langue « ta » n’a pas de fichier content.po"),
    (WALK, "2026-10-03", '"hier"', "champ checked, on", "n’est pas une date"),
    (OTHER_WALK, 'code = "WA1KS2"', "", "champ code", "donnez-lui le sien"),
    (OTHER_WALK, "stay_min = 30", "stay_min = 0x" + "f" * 5000, "arrêt n° 2, champ stay_min", "trop grand"),
    (WALK, "stay_min = 20", "kerb_cm = 2", "ligne 26, arrêt n° 1, champ kerb_cm", "elle va sous [[leg]]"),
    (WALK, "optional = true", "optional = true\nstart = 2027-01-13", "champ start", "elle va sous [[session]]"),
    (WALK, "2026-10-03", "03/10/2026", "ligne 17", "une date s’écrit année-mois-jour"),
    (WALK, '"Du collège au square"', "“Du collège au square”", "ligne 4", "guillemets droits"),
    (WALK, LAST, LAST + LEG.format(2, 3) + LEG.format(1, 2), "ligne 42, tronçon n° 2", "vient après celui de l’arrêt 2 : échangez-les"),
    (WALK, LAST, LAST + LEG.format(1, 3), "tronçon n° 1", "il joint un arrêt au suivant"),
    (WALK, LAST, LAST + LEG.format(3, 4), "tronçon n° 1", "mais la balade a 3 arrêts"),
    (WALK, LAST, LAST + LEG.format(1, 2) * 2, "tronçon n° 2", "est écrit deux fois"),
    (WALK, LAST, LAST + LEG.format(1, 2) + 'stroller = "oui"', "tronçon n° 1, champ stroller", "choisissez parmi yes, limited, no, unknown"),
    (WALK, LAST, LAST + LEG.format(1, 2) + 'mode = "drawn"', "tronçon n° 1, champ path", "deux positions au moins"),
    (WALK, LAST, LAST + DRAWN, "ligne 43, tronçon n° 1, champ path", "le tracé finit à 300 m de l’arrêt n° 3"),
    (WALK, LAST, LAST + DRAWN.replace("2.3668", "236.68"), "tronçon n° 1, champ path n° 2", "longitude"),
    (WALK, LAST, LAST + SESSION.format("13/01/2027 14h30"), "ligne 41, séance n° 1, champ start", "écrivez « 2027-01-13 14:30 »"),
    (WALK, LAST, LAST + SESSION.format("2027-02-30 14:00"), "séance n° 1, champ start", "n’est pas un jour et une heure"),
    (WALK, LAST, LAST + SESSION.format("2027-01-13 14:00") * 2, "séance n° 2, champ id", "écrit deux fois"),
    (WALK, LAST, LAST + SESSION.format("2027-01-13 14:00") + 'variant = "pluie"', "séance n° 1, champ variant", "n’est pas dans cette balade"),
    (WALK, LAST, LAST + SESSION.format("2027-01-13 14:00") + 'languages = ["ta"]', "séance n° 1, champ languages", "n’est pas dans languages de la balade"),
    (WALK, LAST, LAST + '[[variant]]\nid = "pluie"\nwhen = "rain"\ndrop = [9]', "variante n° 1, champ drop", "il n’y a pas d’arrêt n° 9"),
    (WALK, LAST, LAST + '[[variant]]\nid = "pluie"\nwhen = "rain"\ndrop = [1, 2]', "variante n° 1, champ drop", "moins de deux arrêts"),
    (WALK, LAST, LAST + '[[service]]\nkind = "water"', "service n° 1", "d’un lieu (place) ou d’un point"),
    (WALK, LAST, LAST + '[[service]]\nkind = "water"\nplace = "fontaine"', "ligne 41, service n° 1, champ place", "n’existe pas"),
    (WALK, LAST, LAST + '[emergency]\nplace = "abri"', "emergency, champ place", "n’existe pas"),
    (WALK, LAST, LAST + '[[notice]]\nfrom = 2027-01-13\nto = 2027-01-12\ntext = "Travaux."', "avis n° 1", "finit le 2027-01-12, avant"),
    (WALK, LAST, LAST + '[[stop.quiz]]\nquestion = "Combien ?"\noptions = ["Un", "Deux"]\nanswer = 3', "ligne 42, arrêt n° 3, champ quiz n° 1, answer", "la n° 3, mais 2 sont proposées"),
    (WALK, "stay_min = 20", "stay_min = 20\nphotos = []", "arrêt n° 1, champ photos", "vouliez-vous dire « photo » ?"),
    (PLACES, '"from": "2026-12-24"', '"from_": "2026-12-24"', f"{LIBRARY}, champ exceptions n° 1", "vouliez-vous dire « from » ?"),
    (WALK, "stay_min = 20", "stay_min = 80", WALK, "au-delà de 90, les enfants se lassent"),
    # Translations
    (TEXTS, "category:square/label", "walk:du-college-au-square/leader", "walk:du-college-au-square/leader", "déplacez-le dans leader.po"),
    (TEXTS, 'msgstr "مكتبة"', 'msgstr "مكتبة', "ligne 16", "un guillemet, msgid ou msgstr manque"),
    (TEXTS, "category:square/label", "category:bibliotheque/label", "category:bibliotheque/label", "écrite deux fois"),
    (TEXTS, "category:square/label", "category:zoo/label", "category:zoo/label", "aucun texte ne porte cette clé"),
    (TEXTS, 'msgid "Square"', 'msgid "Jardin"', "category:square/label", "le français a changé"),
    (TEXTS, "state: machine", "state: robot", "category:bibliotheque/label", "l’état « robot » est inconnu"),
    (TEXTS, 'msgctxt "category:square/label"\n', "", "ligne", "pas de msgctxt"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


@pytest.mark.parametrize(("path", "old", "new", "where", "sentence"), FAULTS)
def test_each_fault_is_said_where_it_is(folder: Path, path: str, old: str, new: str, where: str, sentence: str) -> None:
    spoil(folder, path, old, new)
    lines = [line for line in problems_of(folder) if line.startswith(path)]
    assert any(where in line and sentence in line for line in lines), lines
    assert all(len(line) < 700 for line in lines)


def test_the_tiny_territory_has_no_fault(folder: Path) -> None:
    assert problems_of(folder) == []


def test_a_folder_that_does_not_exist_is_a_sentence(tmp_path: Path) -> None:
    assert "ce dossier n’existe pas" in problems_of(tmp_path / "nowhere")[0]


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    lines = problems_of(tmp_path)
    assert [line.split(" · ")[0] for line in lines] == [TERRITORIES, PLACES, CATEGORIES, CALENDARS, CODES]
    assert all("le fichier manque" in line for line in lines)


def test_bytes_that_are_not_utf_8_are_said_with_their_line(folder: Path) -> None:
    (folder / WALK).write_bytes((folder / WALK).read_text(encoding="utf-8").encode("latin-1", "replace"))
    assert any(line.startswith(f"{WALK} · ligne 4 · ") and "UTF-8" in line for line in problems_of(folder))


def test_a_byte_order_mark_and_windows_lines_are_forgiven(folder: Path) -> None:
    for path in (PLACES, WALK, CODES, CALENDARS):
        data = (folder / path).read_bytes().replace(b"\n", b"\r\n")
        (folder / path).write_bytes(b"\xef\xbb\xbf" + data)
    assert problems_of(folder) == []


def test_a_description_of_ten_megabytes_is_refused_in_a_short_line(folder: Path) -> None:
    spoil(folder, PLACES, '"purpose"', '"description": "' + "x" * 10_000_000 + '", "purpose"')
    lines = problems_of(folder)
    assert [len(line) < 200 for line in lines] == [True]
    assert "le texte compte 10000000 caractères : 4000 au plus" in lines[0]


def test_every_fault_is_listed_at_once(folder: Path) -> None:
    spoil(folder, PLACES, "24/7", "toujours")
    spoil(folder, PLACES, '"square"\n', '"zoo"\n')
    spoil(folder, WALK, "format = 1", "format = 2")
    spoil(folder, CODES, "WC0SQ4", "8QTR77")
    files = {line.split(" · ")[0] for line in problems_of(folder)}
    assert files == {PLACES, WALK, CODES}


def test_an_error_leaves_no_content_and_a_warning_does(folder: Path) -> None:
    spoil(folder, TEXTS, 'msgid "Square"', 'msgid "Jardin"')
    assert read_content(folder)[0] is not None
    spoil(folder, PLACES, "24/7", "toujours")
    assert read_content(folder)[0] is None


def test_an_unreadable_file_brings_no_false_alarm_elsewhere(folder: Path) -> None:
    (folder / CATEGORIES).write_text("[[category")
    assert [line.split(" · ")[0] for line in problems_of(folder)] == [CATEGORIES]


def test_a_draft_may_still_miss_its_code_purpose_and_category(folder: Path) -> None:
    spoil(folder, PLACES, '"status": "published",\n    "code": "C0EGE1",', '"status": "draft",')
    spoil(folder, PLACES, '"purpose": "Le collège du quartier.",\n    "categories": [\n     "college"\n    ],', "")
    assert [line for line in problems_of(folder) if line.startswith(PLACES)] == []


def test_a_published_place_without_source_or_date_is_a_warning(folder: Path) -> None:
    spoil(folder, PLACES, '"on": "2026-05-02",\n     "how": "visit"\n    }\n   }', '"on": "2026-05-02", "how": "web"}}')
    assert problems_of(folder) == [
        f"{PLACES} · lieu toilettes-du-square, champ sources · un lieu publié dit d’où viennent ses informations : "
        "ajoutez une source (name, et on pour son jour)."
    ]
    assert read_content(folder)[0] is not None
    spoil(folder, PLACES, '"verified": {\n     "on": "2026-05-02", "how": "web"}', '"sources": [{"name": "Mairie"}]')
    [line] = problems_of(folder)
    assert "champ verified · un lieu publié dit de quand datent ses informations" in line
    spoil(folder, PLACES, '{"name": "Mairie"}', '{"name": "Mairie", "on": "2026"}')
    assert problems_of(folder) == []


def test_a_place_without_coordinates_is_one_sentence(folder: Path) -> None:
    spoil(folder, PLACES, '"coordinates": [2.367012, 48.892305]', '"coordinates": []')
    assert problems_of(folder) == [
        f"{PLACES} · lieu toilettes-du-square, geometry · "
        "la position [] doit être deux nombres : [longitude, latitude]."
    ]


def test_a_place_three_kilometres_off_is_one_sentence(folder: Path) -> None:
    spoil(folder, PLACES, "[2.367012, 48.892305]", "[2.414, 48.892305]")
    [line] = problems_of(folder)
    assert "lieu toilettes-du-square, geometry · la position [2.414, 48.892305] est hors de tout territoire" in line
    assert "à 3081 m de « Les Tilleuls »" in line


def test_a_date_that_cannot_be_read_is_not_said_to_be_missing_too(folder: Path) -> None:
    spoil(folder, PLACES, '"on": "2026-05-02",\n     "how": "visit"\n    }\n   }', '"on": "hier", "how": "visit"}}')
    lines = problems_of(folder)
    assert "champ verified, on · « hier » n’est pas une date" in lines[0]
    assert [line for line in lines if "de quand datent" in line] == []
