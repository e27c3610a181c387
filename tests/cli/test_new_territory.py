"""`adeuxpas new territory` as a coordinator types it: a quarter with its outline and its code, or a sentence."""

import json
from pathlib import Path

import pytest

from app.domain.category import Category
from app.exchange.native import read_content

from ..cast.printed import parsed, render
from ..library.folders import CODES, TERRITORIES, TEXTS, files_of, spoil
from .conftest import Run

AROUND = {"name": "Les Érables", "lon": "2.385", "lat": "48,893", "radius": "500"}
SQUARE = [[2.38, 48.89], [2.39, 48.89], [2.39, 48.9], [2.38, 48.9], [2.38, 48.89]]


def outline(folder: Path, ring: object, **more: object) -> str:
    """Write a file that another program might have drawn; return its path."""
    file = folder.parent / "contour.geojson"
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature], **more}))
    return str(file)


def test_a_new_territory_lies_around_its_centre_and_has_a_code(new: Run, folder: Path) -> None:
    before = (folder / CODES).read_text()
    code, output = new("territory", AROUND | {"city": "Paris"})
    content, problems = read_content(folder)
    assert (code, problems) == (0, [])
    assert content is not None
    territory = content.territories["les-erables"]
    assert (territory.name, territory.city, territory.languages) == ("Les Érables", "Paris", ("fr",))
    assert territory.holds((2.385, 48.893))
    assert 495 < territory.metres_to((2.385, 48.902)) < 505  # a kilometre from the centre
    assert (folder / CODES).read_text() == f"{before}{territory.code},territory,les-erables\n"
    assert (territory.code or "?") in output


def test_its_outline_may_come_from_a_file(new: Run, folder: Path) -> None:
    heights = [[*position, 35.5] for position in SQUARE]
    assert new("territory", {"name": "Les Érables", "outline": outline(folder, heights, name="export")})[0] == 0
    content, _ = read_content(folder)
    assert content is not None
    assert [list(corner) for corner in content.territories["les-erables"].outline[0]] == SQUARE


def test_a_new_territory_disturbs_no_other_line(new: Run, folder: Path) -> None:
    spoil(folder, TERRITORIES, '"type": "FeatureCollection"', '"type":   "FeatureCollection"')
    before = (folder / TERRITORIES).read_text().splitlines()
    assert new("territory", AROUND)[0] == 0
    after = (folder / TERRITORIES).read_text().splitlines()
    assert after[: len(before) - 3] == before[:-3]


def test_everything_is_asked_with_what_is_usual_proposed(new: Run, folder: Path) -> None:
    code, output = new("territory", {}, "Les Érables\n\nfr, ar\n\n\n2.385\n48.893\n500\n")
    assert (code, "Sa ville [Paris]" in output) == (0, True), output
    content, _ = read_content(folder)
    assert content is not None
    territory = content.territories["les-erables"]
    assert (territory.city, territory.languages, territory.contact) == ("Paris", ("fr", "ar"), None)


def test_its_name_in_another_language_stands_with_the_texts_of_that_language(new: Run, folder: Path) -> None:
    before = (folder / TEXTS).read_text()
    assert new("territory", AROUND | {"language": "ar", "name-in": "ar=القيقب"})[0] == 0
    content, problems = read_content(folder)
    assert problems == []
    assert content is not None
    assert content.texts.of("territory:les-erables/name", "Les Érables", "ar").words == "القيقب"
    assert (folder / TEXTS).read_text().startswith(before.rstrip())


def test_the_fields_told_next_can_be_taken_up(new: Run, folder: Path) -> None:
    output = new("territory", AROUND)[1]
    fields = "\n".join(line for line in output.splitlines() if line.startswith('  "'))
    assert '"school"' in fields
    spoil(folder, TERRITORIES, '"name": "Les Érables",', f'"name": "Les Érables",{fields}')
    spoil(folder, TERRITORIES, "identifiant-du-lieu", "college-des-tilleuls")
    spoil(folder, TERRITORIES, "identifiant-du-lieu", "bibliotheque-des-tilleuls")
    content, problems = read_content(folder)
    assert problems == []
    assert content is not None
    assert content.territories["les-erables"].reach_m == 400


def test_its_pages_say_that_nothing_is_known_yet(new: Run, folder: Path) -> None:
    assert new("territory", AROUND)[0] == 0
    content, _ = read_content(folder)
    assert content is not None
    pages = render(content)
    theme: Category = content.categories.themes[0]
    for path in ("", "map", "walks/", f"t/{theme.id}/"):
        page = pages[f"fr/les-erables/{path}"]
        assert "Les Érables" in page
    assert "Ce quartier n’a pas encore d’adresse de contact" in pages["fr/les-erables/"]
    assert parsed(pages["fr/les-erables/"]).heading


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"id": "les-tilleuls"}, "« les-tilleuls » est déjà pris"),
        ({"id": "help"}, "« help » est un mot que les adresses du site utilisent déjà"),
        ({"code": "T1EEVX"}, "Le code T1EEVX est déjà donné à « les-tilleuls »"),
        ({"lon": "2.366"}, "le contour passe sur le quartier « Les Tilleuls », près de [2."),
        ({"lon": "48.893", "lat": "2.385"}, "les axes sont inversés"),
        ({"lon": "0", "lat": "0"}, "la position [0.0, 0.0] n’a pas été placée"),
        ({"lon": "190"}, "longitude de -180 à 180"),
        ({"radius": "20000"}, "--radius : 20000 m ne convient pas : de 50 à 10000 m"),
        ({"radius": "loin"}, "« loin » n’est pas un nombre"),
        ({"language": "klingon"}, "« klingon » n’est pas le code d’une langue : écrivez es"),
        ({"language": "Español"}, "« Español » n’est pas le code d’une langue : vouliez-vous dire es ?"),
        ({"name-in": "es=El Barrio"}, "faites d’abord « adeuxpas new language es »"),
        ({"name-in": "El Barrio"}, "« El Barrio » n’est pas écrit comme es=El Barrio"),
        ({"name-in": "fr=Le Quartier"}, "se donne avec --name"),
        ({"contact": "le kiosque"}, "« le kiosque » n’est pas une adresse de courriel"),
        ({"outline": "nulle-part.geojson"}, "nulle-part.geojson · le fichier manque"),
        ({"name": ""}, "--name est vide"),
    ],
)
def test_a_wrong_answer_is_a_sentence_and_nothing_is_written(
    new: Run, folder: Path, wrong: dict[str, str], sentence: str
) -> None:
    before = files_of(folder)
    code, output = new("territory", AROUND | wrong)
    assert (code, sentence in output, "Rien n’a été écrit." in output) == (2, True, True), output
    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("ring", "sentence"),
    [
        (SQUARE[:-1], "le contour n’est pas fermé : répétez le premier point [2.38, 48.89] à la fin"),
        ([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]], "le contour se croise lui-même près de 2.385 48.895"),
        (SQUARE[:3], "le contour n’a que 3 points"),
        ([], "le contour n’a que 0 points"),
        (None, "le contour n’a pas de points"),
        ([[2.38, "48.89"], *SQUARE[1:]], "doit être deux nombres"),
        ([[lat, lon] for lon, lat in SQUARE], "les axes sont inversés"),
        ([[2.365, 48.892], [2.39, 48.892], [2.39, 48.9], [2.365, 48.892]], "le contour passe sur le quartier"),
    ],
)
def test_an_outline_that_is_none_is_a_sentence_too(new: Run, folder: Path, ring: object, sentence: str) -> None:
    before = files_of(folder)
    code, output = new("territory", {"name": "Les Érables", "outline": outline(folder, ring)})
    assert (code, sentence in output, "Rien n’a été écrit." in output) == (2, True, True), output
    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"type": "FeatureCollection", "features": []}', "le fichier a 0 polygones : il en faut un seul"),
        ('{"type": "Point", "coordinates": [2.38, 48.89]}', "le fichier a 0 polygones"),
        ('{"type": "Polygon"', "contour.geojson · ligne 1"),
        ("", "le fichier est vide"),
    ],
)
def test_a_file_without_an_outline_is_a_sentence_too(new: Run, folder: Path, text: str, sentence: str) -> None:
    before = files_of(folder)
    file = Path(outline(folder, SQUARE))
    file.write_text(text)
    code, output = new("territory", {"name": "Les Érables", "outline": str(file)})
    assert (code, sentence in output) == (2, True), output
    assert files_of(folder) == before


def test_a_territory_may_touch_its_neighbour(new: Run, folder: Path) -> None:
    beside = [[2.372, 48.89], [2.384, 48.89], [2.384, 48.898], [2.372, 48.898], [2.372, 48.89]]
    assert new("territory", {"name": "Les Érables", "outline": outline(folder, beside)})[0] == 0


def test_nobody_to_ask_is_a_sentence(new: Run, folder: Path) -> None:
    before = files_of(folder)
    code, output = new("territory", {"name": "Les Érables"})
    assert (code, "Il manque --lon." in output) == (2, True)
    assert files_of(folder) == before
