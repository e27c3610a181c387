"""What the editor writes, on each kind of database: places come, go and come back, stops move with their texts."""

from datetime import date

from flask import Flask

from app.domain.person import Person, Role
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.desk.adding import Described, add_place
from app.library.desk.composing import move_stop, remove_stop
from app.library.desk.own_walks import version_of_stops
from app.library.desk.reverting import Reverted
from app.library.desk.trash import newest_change, read_trash, remove, restore, take_walk_out
from app.library.desk.walk_history import read_walk_history, revert_walk
from tests.cast.library import TINY

RELAY = Person(1, "Relais", Role.RELAY, ("les-tilleuls",))
WALK = "du-college-au-square"


def test_a_place_comes_goes_and_comes_back(any_app: Flask) -> None:
    load_folder(TINY)
    texts = {"name": ["Café des enfants"], "position.lon": ["2.3681"], "position.lat": ["48.8915"]}
    added = add_place(RELAY, Described(texts, date(2026, 11, 18)))
    place = read_library().places[added.id]
    assert remove(RELAY, added.id, "Doublon", seen=newest_change(added.id)).is_changed
    assert [(each.subject.id, each.why) for each in read_trash(RELAY)] == [(added.id, "Doublon")]
    assert restore(RELAY, added.id).is_changed
    assert read_library().places[added.id] == place


def test_stops_move_with_their_texts(any_app: Flask) -> None:
    load_folder(TINY)
    walk = read_library().walks[WALK]
    words = read_library().texts.by_language["ar"][f"walk:{WALK}/stop/1/text"].words
    assert move_stop(RELAY, WALK, 1, 3, version=version_of_stops(walk)).is_changed
    content = read_library()
    assert content.walks[WALK].stops == (*walk.stops[1:], walk.stops[0])
    assert content.texts.by_language["ar"][f"walk:{WALK}/stop/3/text"].words == words
    assert f"walk:{WALK}/stop/1/text" not in content.texts.by_language["ar"]


def test_a_walk_goes_back_with_its_texts_and_comes_back_from_the_trash(any_app: Flask) -> None:
    load_folder(TINY)
    first = read_library()
    walk = first.walks[WALK]
    assert remove_stop(RELAY, WALK, 1, version=version_of_stops(walk)).is_changed
    assert read_library().texts != first.texts
    found = read_walk_history(RELAY, WALK)
    version = found.versions[0]
    assert (version.may_undo, version.may_restore, found.first) == (True, False, 0)
    lines = version.version.first, version.version.last
    assert revert_walk(RELAY, WALK, *lines, seen=found.newest) == Reverted()
    assert (read_library().walks, read_library().texts) == (first.walks, first.texts)
    assert take_walk_out(RELAY, WALK, "", seen=newest_change(WALK, "walk")).is_changed
    assert [each.title for each in read_trash(RELAY)] == [walk.title]
    assert restore(RELAY, WALK, "walk").is_changed
    assert (read_library().walks[WALK], read_library().texts) == (walk, first.texts)
