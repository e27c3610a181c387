"""The whole format of a walk goes through the library and comes back, comments and leader's texts included."""

from pathlib import Path

from flask import Flask

from app.domain.text import Translation
from app.library.content.dump import dump_folder
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.writes import remove_place, save_text, save_walk

from ...cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from ..folders import files_of, problems_of, spoil, tiny_copy

FILE, LEADER = f"walks/{SLUG}.toml", "translations/ar/LC_MESSAGES/leader.po"
KEY = f"walk:{SLUG}/leader"


def whole(folder: Path) -> Path:
    copy = tiny_copy(folder)
    write_whole_walk(copy)
    return copy


def test_the_whole_format_has_no_fault(tmp_path: Path) -> None:
    assert problems_of(whole(tmp_path)) == []


def test_it_comes_back_byte_for_byte(any_app: Flask, tmp_path: Path) -> None:
    folder = whole(tmp_path)
    assert not load_folder(folder).is_refused
    dump_folder(tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(folder)


def test_the_library_holds_what_the_leader_reads(app: Flask, tmp_path: Path) -> None:
    load_folder(whole(tmp_path))
    content = read_library()
    walk = content.walks[SLUG]
    assert [HIDDEN_WORD in (text or "") for text in (walk.leader, walk.stops[0].host, walk.sessions[0].leader)] == [
        True
    ] * 3
    assert HIDDEN_WORD in content.texts.by_language["ar"][KEY].words


def test_an_edit_of_a_leader_s_translation_changes_its_file_alone(app: Flask, tmp_path: Path) -> None:
    folder = whole(tmp_path)
    load_folder(folder)
    before = files_of(folder)
    held = read_library().texts.by_language["ar"][KEY]
    assert save_text("ar", Translation(KEY, held.source, "حقيبة حمراء"), by="desk").is_changed
    assert dump_folder(folder).written == 1
    assert {path for path, data in files_of(folder).items() if data != before[path]} == {LEADER}


def test_an_edit_of_the_walk_writes_every_table_in_its_place(app: Flask, tmp_path: Path) -> None:
    folder = whole(tmp_path)
    load_folder(folder)
    walk = read_library().walks[SLUG].model_copy(update={"title": "Lire dehors"})
    assert save_walk(walk, by="desk").is_changed
    dump_folder(folder)
    assert not load_folder(folder).is_refused
    assert read_library().walks[SLUG] == walk


def test_what_is_loaded_twice_is_unchanged(app: Flask, tmp_path: Path) -> None:
    folder = whole(tmp_path)
    load_folder(folder)
    spoil(folder, FILE, "# Une balade", "# La balade")
    assert not load_folder(folder).is_refused
    assert HIDDEN_WORD in read_library().texts.by_language["ar"][KEY].words


def test_a_place_that_shelters_a_walk_stays(app: Flask, tmp_path: Path) -> None:
    folder = whole(tmp_path)
    spoil(folder, FILE, 'place = "bibliotheque-des-tilleuls"\ntext', 'place = "toilettes-du-square"\ntext')
    load_folder(folder)
    assert remove_place("toilettes-du-square", by="desk").is_refused
