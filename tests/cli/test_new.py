"""`adeuxpas new place` and `new walk` as a coordinator types them: a draft and its code, or a sentence and nothing."""

import re
from pathlib import Path

import pytest

from app.domain.place import Status
from app.domain.walk import WalkStatus
from app.exchange.native import read_content

from ..library.folders import CODES, PLACES, files_of, spoil
from .conftest import Run

PLACE = {"name": "Ludothèque", "territory": "les-tilleuls", "lon": "2,365", "lat": "48.893", "category": "culture"}
WALK = {"name": "Lire et jouer", "territory": "les-tilleuls", "stop": "square-des-tilleuls"}


def test_a_new_place_is_a_draft_with_a_code_of_its_own(new: Run, folder: Path) -> None:
    before = (folder / CODES).read_text()
    code, output = new("place", PLACE)
    content, problems = read_content(folder)
    assert (code, problems) == (0, [])
    assert content is not None
    place = content.places["ludotheque"]
    assert (place.status, place.position, place.categories) == (Status.DRAFT, (2.365, 48.893), ("culture",))
    assert (folder / CODES).read_text() == f"{before}{place.code},place,ludotheque\n"
    assert (place.code or "?") in output
    assert str(folder / PLACES) in output


def test_a_new_place_disturbs_no_other_line(new: Run, folder: Path) -> None:
    spoil(folder, PLACES, '"type": "FeatureCollection"', '"type":   "FeatureCollection"')
    before = (folder / PLACES).read_text().splitlines()
    assert new("place", PLACE)[0] == 0
    after = (folder / PLACES).read_text().splitlines()
    assert after[: len(before) - 3] == before[:-3]
    assert after[-2:] == before[-2:]


def test_what_no_option_says_is_asked(new: Run, folder: Path) -> None:
    code, output = new("place", {}, "Ludothèque\nles-tilleuls\n2.365\n48.893\nculture\n")
    assert (code, "Nom du lieu" in output) == (0, True)
    assert '"id": "ludotheque"' in (folder / PLACES).read_text()


def test_the_fields_told_next_make_a_place_that_can_be_published(new: Run, folder: Path) -> None:
    output = new("place", PLACE)[1]
    fields = "\n".join(line for line in output.splitlines() if line.startswith('  "'))
    assert '"purpose"' in fields
    place = (folder / PLACES).read_text().index('"id": "ludotheque"')
    text = (folder / PLACES).read_text()
    text = text[:place] + text[place:].replace('"status": "draft",', fields, 1)
    (folder / PLACES).write_text(text)
    content, problems = read_content(folder)
    assert problems == []
    assert content is not None
    assert content.places["ludotheque"].status is Status.PUBLISHED


def test_a_new_walk_is_a_draft_whose_comments_can_be_taken_up(new: Run, folder: Path) -> None:
    assert new("walk", WALK)[0] == 0
    file = folder / "walks" / "lire-et-jouer.toml"
    content, problems = read_content(folder)
    assert problems == []
    assert content is not None
    assert content.walks["lire-et-jouer"].status is WalkStatus.DRAFT
    text = re.sub(r"^# (\[|\w+ = )", r"\1", file.read_text(), flags=re.MULTILINE)
    file.write_text(text.replace("identifiant-du-lieu", "bibliotheque-des-tilleuls"))
    content, problems = read_content(folder)
    assert problems == []
    assert content is not None
    walk = content.walks["lire-et-jouer"]
    assert (walk.summary is not None, walk.meeting is not None, len(walk.stops)) == (True, True, 2)


def test_a_walk_without_stops_starts_at_the_school(new: Run, folder: Path) -> None:
    assert new("walk", {"name": "Essai", "territory": "les-tilleuls"})[0] == 0
    assert 'place = "college-des-tilleuls"' in (folder / "walks" / "essai.toml").read_text()


@pytest.mark.parametrize(
    ("kind", "wrong", "sentence"),
    [
        ("place", {"id": "square-des-tilleuls"}, "« square-des-tilleuls » est déjà pris"),
        ("place", {"id": "lieu-disparu"}, "son code G0NE00 est imprimé"),
        ("place", {"id": "Été"}, "« Été » ne convient pas"),
        ("place", {"code": "g0ne00"}, "Le code G0NE00 est déjà donné à « lieu-disparu »"),
        ("place", {"code": "bonjour"}, "« bonjour » n’est pas un code court"),
        ("place", {"category": "cultur"}, "vouliez-vous dire culture ?"),
        ("place", {"territory": "les-tileuls"}, "Vouliez-vous dire les-tilleuls ?"),
        ("place", {"lon": "2.41"}, "est hors de tout quartier, à 2 7"),
        ("place", {"lon": "48.893", "lat": "2.365"}, "les axes sont inversés"),
        ("place", {"lon": "ici"}, "« ici » n’est pas un nombre"),
        ("place", {"name": " "}, "--name est vide"),
        ("place", {"name": "a" * 301}, "301 caractères : 300 au plus"),
        ("walk", {"id": "un-livre-au-vert"}, "« un-livre-au-vert » est déjà pris"),
        ("walk", {"stop": "square-des-tileuls"}, "vouliez-vous dire square-des-tilleuls ?"),
        ("walk", {"territory": "nulle-part"}, "« nulle-part » n’existe pas"),
    ],
)
def test_a_wrong_answer_is_a_sentence_and_nothing_is_written(
    new: Run, folder: Path, kind: str, wrong: dict[str, str], sentence: str
) -> None:
    before = files_of(folder)
    code, output = new(kind, {**(PLACE if kind == "place" else WALK), **wrong})
    assert (code, sentence in output) == (2, True), output
    assert files_of(folder) == before


def test_a_missing_answer_with_nobody_to_ask_names_its_option(new: Run, folder: Path) -> None:
    before = files_of(folder)
    code, output = new("place", {name: value for name, value in PLACE.items() if name != "lat"})
    assert (code, "Il manque --lat." in output) == (2, True)
    assert files_of(folder) == before


def test_files_with_errors_are_mended_first(new: Run, folder: Path) -> None:
    spoil(folder, PLACES, '"status": "published"', '"status": "publié"')
    before = files_of(folder)
    code, output = new("place", PLACE)
    assert (code, "Corrigez d’abord ces lignes." in output, "publié" in output) == (2, True, True)
    assert files_of(folder) == before
