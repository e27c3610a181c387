"""Dumping: what was loaded comes back byte for byte, comments included; an edit changes one file."""

from pathlib import Path

import pytest
from flask import Flask

from app.library.content.dump import dump_folder
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.writes import save_walk

from ...conftest import TINY
from ..folders import CALENDARS, OTHER_WALK, PLACES, TEXTS, WALK, spoil, tiny_copy

PROJECT = Path(__file__).parents[3]


def files_of(folder: Path) -> dict[str, bytes]:
    texts = (found for name in ("content", "leader") for found in folder.glob(f"translations/*/*/{name}.po"))
    found = [*folder.glob("data/*.*[nlv]"), *folder.glob("walks/*"), *texts]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


@pytest.mark.parametrize("source", [TINY, PROJECT], ids=["tiny", "project"])
def test_load_then_dump_gives_the_same_bytes(any_app: Flask, tmp_path: Path, source: Path) -> None:
    assert not load_folder(source).is_refused
    report = dump_folder(tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(source)
    assert report.written == len(files_of(source))


def test_comments_and_layout_survive(app: Flask, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    spoil(folder, WALK, 'place = "square-des-tilleuls"', "# Le plus ombragé.\nplace    =   'square-des-tilleuls'")
    spoil(folder, CALENDARS, 'timezone = "Europe/Paris"\n', "\n\n# Paris\ntimezone='Europe/Paris'\r\n")
    spoil(folder, TEXTS, "#. state: machine", "#: places.geojson:12\n#. state: machine")
    places = (folder / PLACES).read_text(encoding="utf-8")
    (folder / PLACES).write_text(" ".join(places.split()), encoding="utf-8")
    load_folder(folder)
    dump_folder(tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(folder)


def test_after_an_edit_only_its_file_changes(app: Flask, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    for path in (WALK, CALENDARS):
        spoil(folder, path, "\n", "\n# Un commentaire.\n")
    load_folder(folder)
    before = files_of(folder)
    walk = read_library().walks["un-livre-au-vert"]
    assert save_walk(walk.model_copy(update={"title": "Lire dehors"}), by="desk").is_changed
    assert dump_folder(folder).written == 1
    changed = {path for path, data in files_of(folder).items() if data != before[path]}
    assert changed == {OTHER_WALK}


def test_a_second_dump_writes_nothing(library: Flask, tmp_path: Path) -> None:
    dump_folder(tmp_path / "out")
    report = dump_folder(tmp_path / "out")
    assert (report.written, report.unchanged) == (0, 9)


def test_a_folder_of_something_else_is_left_alone(library: Flask, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"...")
    report = dump_folder(tmp_path)
    assert report.is_refused
    assert "donnez un dossier vide ou nouveau" in report.problems[0].tell()
    assert [file.name for file in tmp_path.iterdir() if file.name != "var"] == ["photo.jpg"]


def test_a_file_that_the_library_does_not_know_stays(library: Flask, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "walks" / "nouvelle.toml").write_text("format = 1")
    report = dump_folder(folder)
    assert [problem.file for problem in report.problems] == ["walks/nouvelle.toml"]
    assert (folder / "walks" / "nouvelle.toml").exists()
