"""Writing one subject: held to the checks of files, one row and its digests, and a line of history a field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from app.domain.content import CodeEntry
from app.domain.text import Translation
from app.exchange.native import write_content
from app.library.changes import read_changes
from app.library.content.digests import digest_of_row, sum_with
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.rows import TABLES
from app.library.content.store import read_rows
from app.library.content.writes import (
    Outcome,
    change_place,
    give_code,
    remove_place,
    remove_walk,
    save_place,
    save_territory,
    save_text,
    save_walk,
)
from app.library.db import db
from app.library.faults import LibraryMissing
from app.library.sessions import reading

from ...conftest import TINY
from ..folders import told

SQUARE, LIBRARY = "square-des-tilleuls", "bibliotheque-des-tilleuls"


@pytest.fixture
def anywhere(any_app: Flask) -> Flask:
    """The tiny territory, on each kind of database."""
    load_folder(TINY)
    return any_app


def whole_digest() -> str:
    """The library's digest, counted from nothing."""
    digest = None
    with reading() as session:
        for model in TABLES:
            for row in read_rows(session, model):
                assert row["digest"] == digest_of_row(model, row)
                digest = sum_with(digest, row)
    return str(digest)


def sentences(outcome: Outcome) -> list[str]:
    return told(list(outcome.problems))


def test_a_field_of_a_place_is_changed(anywhere: Flask) -> None:
    before = library_digest()
    assert change_place(SQUARE, {"purpose": "Jouer au soleil."}, by="desk") == Outcome(is_changed=True)
    assert read_library().places[SQUARE].purpose == "Jouer au soleil."
    assert library_digest() == whole_digest() != before


def test_each_changed_field_is_a_line_of_the_history(anywhere: Flask) -> None:
    was = read_library().places[LIBRARY]
    change_place(LIBRARY, {"purpose": "Lire.", "hours": "Mo 10:00-12:00"}, by="desk", why="Vu sur la porte.")
    purpose, hours = sorted(read_changes("place", LIBRARY), key=lambda change: change.field, reverse=True)
    assert (purpose.field, purpose.before, purpose.after) == ("purpose", was.purpose, "Lire.")
    assert (hours.field, hours.before, hours.after) == ("hours", was.hours, "Mo 10:00-12:00")
    assert (purpose.by, purpose.why, purpose.at) == ("desk", "Vu sur la porte.", hours.at)


def test_a_field_is_taken_away(anywhere: Flask) -> None:
    change_place(LIBRARY, {"hours": None}, by="desk")
    assert read_library().places[LIBRARY].hours is None
    assert [(change.field, change.after) for change in read_changes()] == [("hours", None)]


def test_going_back_gives_the_former_digest(anywhere: Flask) -> None:
    before, was = library_digest(), read_library().places[SQUARE]
    change_place(SQUARE, {"purpose": "Jouer au soleil."}, by="desk")
    save_place(was, by="desk", why="Erreur.")
    assert (library_digest(), read_library().places[SQUARE]) == (before, was)
    assert [change.after for change in read_changes()] == [was.purpose, "Jouer au soleil."]


def test_what_is_already_so_writes_nothing(anywhere: Flask) -> None:
    purpose = read_library().places[SQUARE].purpose
    assert change_place(SQUARE, {"purpose": purpose}, by="desk") == Outcome()
    assert read_changes() == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"hours": "toujours"}, "champ hours"),
        ({"hour": "24/7"}, "la clé « hour » est inconnue : vouliez-vous dire « hours » ?"),
        ({"id": "autre"}, "un identifiant ne change pas"),
        ({"name": None}, "ce champ manque"),
        ({"name": 12}, "« 12 » n’est pas un texte"),
        ({"purpose": "a\x00b"}, "caractère invisible interdit (U+0000)"),
        ({"position": [48.9, 2.3]}, "à 6802 km de « Les Tilleuls »"),
        ({"position": "ici"}, "doit être deux nombres"),
        ({"position": [0, 0]}, "n’a pas été placée"),
        ({"categories": ["nulle-part"]}, "la catégorie « nulle-part » n’existe pas"),
        ({"categories": None}, "un lieu publié a une catégorie au moins"),
        ({"code": "ZZZZ99"}, "n’est pas dans data/codes.csv"),
        ({"code": "G0NE00"}, "est donné à « lieu-disparu »"),
    ],
)
def test_a_place_that_files_could_not_say_is_refused(library: Flask, fields: dict[str, object], sentence: str) -> None:
    before = library_digest()
    outcome = change_place(SQUARE, fields, by="desk")
    assert outcome.is_refused
    assert sentence in " / ".join(sentences(outcome))
    assert (library_digest(), read_changes()) == (before, [])


def test_a_place_that_is_not_there_is_refused(library: Flask) -> None:
    for outcome in (change_place("nulle-part", {"name": "X"}, by="desk"), remove_place("nulle-part", by="desk")):
        assert sentences(outcome) == ["data/places.geojson · lieu nulle-part · le lieu « nulle-part » n’existe pas."]


def test_an_empty_library_takes_no_change(app: Flask, tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        change_place(SQUARE, {"name": "X"}, by="desk")


def test_a_new_place_comes_last_with_its_code(anywhere: Flask) -> None:
    place = read_library().places[SQUARE].model_copy(update={"id": "nouveau", "code": "NEW234"})
    assert save_place(place, by="desk").is_refused
    give_code(CodeEntry("NEW234", "place", "nouveau"), by="desk")
    assert save_place(place, by="desk").is_changed
    assert [*read_library().places][-1] == "nouveau"
    assert library_digest() == whole_digest()
    newest = read_changes("place", "nouveau")[0]
    assert (newest.field, newest.before, newest.after["name"]) == ("", None, place.name)


def test_a_code_is_given_once(library: Flask) -> None:
    outcome = give_code(CodeEntry("G0NE00", "place", SQUARE), by="desk")
    assert "un code imprimé ne change pas de lieu" in sentences(outcome)[0]


def test_a_place_that_a_walk_names_stays(anywhere: Flask) -> None:
    outcome = remove_place(SQUARE, by="desk")
    assert outcome.is_refused
    assert SQUARE in read_library().places


def test_a_place_is_removed_once_nothing_names_it(anywhere: Flask) -> None:
    for walk in [*read_library().walks]:
        remove_walk(walk, by="desk")
    free = next(id for id in [*read_library().places] if remove_place(id, by="desk").is_changed)
    assert free not in read_library().places
    assert read_changes("place", free)[0].before["id"] == free
    assert library_digest() == whole_digest()


def test_walks_territories_and_texts_are_written_too(anywhere: Flask) -> None:
    content = read_library()
    walk, territory = content.walks["un-livre-au-vert"], next(iter(content.territories.values()))
    text = Translation(f"place:{SQUARE}/purpose", "x", "اللعب")
    assert save_walk(walk.model_copy(update={"title": "Lire dehors"}), by="desk").is_changed
    assert save_territory(territory.model_copy(update={"name": "Les Tilleuls du Nord"}), by="desk").is_changed
    assert save_text("ar", text, by="desk").is_changed
    assert read_library().texts.by_language["ar"][text.key] == text
    assert {change.kind for change in read_changes()} == {"walk", "territory", "translation"}
    assert library_digest() == whole_digest()


def test_a_walk_through_nowhere_is_refused(library: Flask) -> None:
    walk = read_library().walks["un-livre-au-vert"]
    stops = (walk.stops[0].model_copy(update={"place": "nulle-part"}),)
    outcome = save_walk(walk.model_copy(update={"stops": stops}), by="desk")
    assert "le lieu « nulle-part » n’existe pas" in sentences(outcome)[0]


def test_one_change_writes_one_row_of_content(library: Flask) -> None:
    written = [sql for sql in _statements(lambda: change_place(SQUARE, {"purpose": "Jouer."}, by="desk"))]
    assert [sql.split(" ")[:3] for sql in written if sql.startswith(("INSERT", "UPDATE", "DELETE"))] == [
        ["UPDATE", "place", "SET"],
        ["UPDATE", "revision", "SET"],
        ["INSERT", "INTO", "change"],
        ["INSERT", "INTO", "unfiled"],
    ]


def test_a_change_and_its_history_stand_or_fall_together(library: Flask) -> None:
    before = library_digest()
    db.session.connection().exec_driver_sql("DROP TABLE unfiled")
    db.session.commit()
    with pytest.raises(LibraryMissing):
        change_place(SQUARE, {"purpose": "Jouer."}, by="desk")
    assert (library_digest(), read_changes()) == (before, [])


def test_a_load_tells_the_history_what_it_changed(anywhere: Flask, tmp_path: Path) -> None:
    content = read_library()
    places = dict(content.places)
    places[SQUARE] = places[SQUARE].model_copy(update={"purpose": "Jouer."})
    write_content(content.__class__(**{**vars(content), "places": places}), tmp_path / "out")
    load_folder(tmp_path / "out")
    assert [(c.subject, c.field, c.after, c.by) for c in read_changes()] == [(SQUARE, "purpose", "Jouer.", "load")]
    assert library_digest() == whole_digest()


def _statements(act: object) -> Iterator[str]:
    asked: list[str] = []

    def listen(*call: object) -> None:
        asked.append(str(call[2]))

    event.listen(db.engine, "before_cursor_execute", listen)
    act()  # type: ignore[operator]
    event.remove(db.engine, "before_cursor_execute", listen)
    return iter(asked)
