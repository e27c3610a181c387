"""People and files: neither overwrites the other silently."""

from pathlib import Path

import pytest
from flask import Flask

from app.domain.place import Status
from app.library.changes import read_changes
from app.library.content.dump import dump_folder
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place, remove_place, remove_walk, save_place

from ..folders import OTHER_WALK, PLACES, WALK, spoil, tiny_copy, told

SQUARE = "square-des-tilleuls"


@pytest.fixture
def folder(any_app: Flask, tmp_path: Path) -> Path:
    """Loaded files, of which people have then changed a place in the library."""
    folder = tiny_copy(tmp_path)
    load_folder(folder)
    change_place(SQUARE, {"purpose": "Jouer sous les arbres."}, by="desk")
    return folder


def purpose() -> object:
    return read_library().places[SQUARE].purpose


def test_loading_the_same_files_keeps_what_people_changed(folder: Path) -> None:
    report = load_folder(folder)
    assert (report.is_unchanged, report.is_refused, purpose()) == (True, False, "Jouer sous les arbres.")
    assert told(list(report.problems)) == [
        "data/places.geojson · lieu square-des-tilleuls · changé dans la bibliothèque, pas encore ici : "
        "« adeuxpas dump » l’écrira dans le fichier."
    ]


def test_an_edit_elsewhere_is_loaded_beside_it(folder: Path) -> None:
    spoil(folder, PLACES, "Bibliothèque des Tilleuls", "Médiathèque des Tilleuls")
    report = load_folder(folder)
    assert (report.counts["lieux"].changed, purpose()) == (1, "Jouer sous les arbres.")
    assert [problem.warning for problem in report.problems] == [True]
    assert read_library().places["bibliotheque-des-tilleuls"].name == "Médiathèque des Tilleuls"


def test_a_place_changed_on_both_sides_is_refused(folder: Path) -> None:
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    before = library_digest()
    report = load_folder(folder)
    assert report.is_refused
    assert "gardez la bibliothèque avec « adeuxpas dump »" in told(list(report.problems))[0]
    assert (library_digest(), purpose()) == (before, "Jouer sous les arbres.")


def test_force_lets_the_file_win_and_the_history_tells(folder: Path) -> None:
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    report = load_folder(folder, force=True)
    assert (report.counts["lieux"].changed, "soleil" in str(purpose())) == (1, True)
    assert (read_changes()[0].by, read_changes()[0].before) == ("load", "Jouer sous les arbres.")
    assert load_folder(folder).problems == ()


def test_dump_brings_it_into_the_files_and_settles_it(folder: Path) -> None:
    assert dump_folder(folder).written == 1
    report = load_folder(folder)
    assert (report.problems, report.counts["fichiers"].changed, report.counts["lieux"].changed) == ((), 1, 0)
    spoil(folder, PLACES, "Jouer sous les arbres", "Jouer au soleil")
    assert load_folder(folder).counts["lieux"].changed == 1


def test_going_back_by_hand_settles_it_too(folder: Path) -> None:
    change_place(SQUARE, {"purpose": read_changes()[0].before}, by="desk")
    assert load_folder(folder).problems == ()
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    assert load_folder(folder).counts["lieux"].changed == 1


def test_a_removed_walk_does_not_come_back(folder: Path) -> None:
    remove_walk("un-livre-au-vert", by="desk")
    spoil(folder, WALK, "format = 1", "# Relue.\nformat = 1")
    assert not load_folder(folder).is_refused
    assert "un-livre-au-vert" not in read_library().walks
    spoil(folder, OTHER_WALK, "Un livre au vert", "Lire dehors")
    assert load_folder(folder).is_refused


def test_a_new_place_stays_although_no_file_knows_it(folder: Path) -> None:
    draft = {"id": "nouveau", "code": None, "status": Status.DRAFT}
    assert save_place(read_library().places[SQUARE].model_copy(update=draft), by="desk").is_changed
    spoil(folder, PLACES, "Bibliothèque des Tilleuls", "Médiathèque des Tilleuls")
    assert not load_folder(folder).is_refused
    assert "nouveau" in read_library().places


def test_what_does_not_stand_together_is_refused(folder: Path) -> None:
    assert remove_place("toilettes-du-square", by="desk").is_changed
    stop = (folder / WALK).read_text(encoding="utf-8").split("[[stop]]")[0]
    (folder / WALK).write_text(stop + '[[stop]]\nplace = "toilettes-du-square"\n', encoding="utf-8")
    report = load_folder(folder)
    assert report.is_refused
    assert "le lieu « toilettes-du-square » n’existe pas" in " ".join(told(list(report.problems)))
