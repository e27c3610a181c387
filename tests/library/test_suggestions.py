"""What people tell us: stored once, believed as far as it can be, and no part of the content."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from pydantic import ValidationError
from sqlalchemy import event

from app.domain.suggestion import MOST_CHARACTERS, Came, Kind, Seen, Suggestion, plain_text
from app.library import faults
from app.library.content.dump import library_files
from app.library.content.load import load_folder
from app.library.content.queries import library_digest
from app.library.db import db
from app.library.sessions import writing
from app.library.suggestions import Receipt, UnknownSubject, read_suggestions, receive_suggestion

from ..cast.sending_again import sent
from ..conftest import TINY
from .folders import PLACES, spoil, tiny_copy

KEY = "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
OTHER = "9d0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
PLACE = "bibliotheque-des-tilleuls"


def said(text: str = "Ouvre à 9 h le mardi.", **fields: object) -> Suggestion:
    return Suggestion.model_validate({"kind": "hours", "place": PLACE, "lang": "fr", "text": text, **fields})


@pytest.fixture
def anywhere(any_app: Flask) -> Flask:
    """The tiny territory, on each kind of database."""
    load_folder(TINY)
    return any_app


def test_it_is_stored_and_read_again(anywhere: Flask) -> None:
    typed = NOW - timedelta(days=3)
    receipt = receive_suggestion(KEY, said(typed=typed.isoformat(), edition=7, path="/fr/places/x"), now=NOW)
    [found] = read_suggestions()
    assert receipt == Receipt(KEY, NOW, "new", is_new=True, ticket=receipt.ticket)
    assert (found.key, found.received, found.state, found.name) == (KEY, NOW, "new", "Bibliothèque des Tilleuls")
    assert found.suggestion == said(typed=typed, edition=7, path="/fr/places/x")


def test_the_same_key_twice_is_stored_once_with_the_same_answer(anywhere: Flask) -> None:
    first = receive_suggestion(KEY, said(), now=NOW)
    again = receive_suggestion(KEY, said(), now=NOW + timedelta(hours=1))
    assert (first.is_new, again.is_new, again.received, len(read_suggestions())) == (True, False, NOW, 1)


@pytest.mark.parametrize("other", [said("Autre chose."), said(kind="closed"), said(place=None)])
def test_another_message_under_the_same_key_is_kept_beside_it_once(anywhere: Flask, other: Suggestion) -> None:
    receipts = [receive_suggestion(KEY, each, now=NOW) for each in (said(), other, other, said())]
    assert [(each.key, each.is_new, each.is_twin) for each in receipts] == [
        (KEY, True, False),
        (KEY, True, True),
        (KEY, False, True),
        (KEY, False, False),
    ]
    twin, first = read_suggestions()
    assert (first.key, twin.suggestion.kind, twin.suggestion.text) == (KEY, other.kind, other.text)


def test_sixteen_senders_at_once_store_it_once(anywhere: Flask) -> None:
    receipts: list[Receipt] = []

    def send() -> None:
        with anywhere.app_context():
            receipts.append(sent(lambda: receive_suggestion(KEY, said())))

    senders = [threading.Thread(target=send) for _ in range(16)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sum(receipt.is_new for receipt in receipts) == 1
    assert len(read_suggestions()) == 1


@pytest.mark.parametrize("subject", [{"place": "nulle-part"}, {"walk": "nulle-part"}, {"territory": "nulle-part"}])
def test_a_subject_that_never_was_is_refused(anywhere: Flask, subject: dict[str, str]) -> None:
    with pytest.raises(UnknownSubject, match="nulle-part"):
        receive_suggestion(KEY, said(**subject))
    assert read_suggestions() == []


def test_a_place_that_left_the_library_is_still_known_by_its_code(anywhere: Flask) -> None:
    receive_suggestion(KEY, said(place="lieu-disparu"))
    assert [(each.suggestion.place, each.name) for each in read_suggestions()] == [("lieu-disparu", "")]


def test_a_suggestion_about_nothing_known_is_welcome(anywhere: Flask) -> None:
    receive_suggestion(KEY, said("Il manque un endroit pour les ados.", kind="need", place=None))
    assert read_suggestions()[0].suggestion.kind is Kind.NEED


@pytest.mark.parametrize(
    ("typed", "believed"),
    [
        (NOW - timedelta(days=30), True),
        (NOW + timedelta(minutes=2), True),
        (NOW + timedelta(days=1), False),
        (datetime(1970, 1, 1, tzinfo=UTC), False),
        (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), False),
        (datetime(1, 1, 1, tzinfo=UTC), False),
    ],
)
def test_a_clock_that_cannot_be_right_is_not_believed(anywhere: Flask, typed: datetime, believed: bool) -> None:
    receive_suggestion(KEY, said(typed=typed), now=NOW)
    assert read_suggestions()[0].suggestion.typed == (typed if believed else None)


def test_the_newest_come_first_and_the_old_can_be_left_out(anywhere: Flask) -> None:
    for hour, key in enumerate(("a", "b", "c")):
        receive_suggestion(key, said(), now=NOW + timedelta(hours=hour))
    assert [each.key for each in read_suggestions()] == ["c", "b", "a"]
    assert [each.key for each in read_suggestions(NOW + timedelta(hours=1))] == ["c", "b"]


def test_it_changes_neither_the_digest_nor_any_file(anywhere: Flask) -> None:
    before = (library_digest(), library_files())
    receive_suggestion(KEY, said())
    assert (library_digest(), library_files()) == before


def test_a_load_leaves_it_alone(anywhere: Flask, tmp_path: Path) -> None:
    receive_suggestion(KEY, said())
    folder = tiny_copy(tmp_path)
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    assert load_folder(folder).counts["lieux"].changed == 1
    assert [each.key for each in read_suggestions()] == [KEY]


def test_another_writer_makes_it_come_again_later(anywhere: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.suggestions.PATIENCE_MS", 50)
    with writing(), pytest.raises(faults.LibraryBusy):
        receive_suggestion(KEY, said())
    assert receive_suggestion(KEY, said()).is_new


def test_a_full_disk_is_a_fault_and_not_a_receipt(library: Flask) -> None:
    db.engine.dispose()
    event.listen(db.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    with pytest.raises(faults.LibraryFull):
        for number in range(200):
            receive_suggestion(str(number), said("x" * MOST_CHARACTERS))
    assert all(each.suggestion.text for each in read_suggestions())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Fermé\x1b[2J\x1b]0;titre\x07 !", "Fermé[2J]0;titre !"),
        ("a\x00b\x9bc", "abc"),
        ("deux\r\nlignes\ret\tplus", "deux\nlignes\net\tplus"),
        ("\u202eesrevnI", "esrevnI"),
        ("مغلق يوم الثلاثاء 👩‍👧 <b>9 h</b>", "مغلق يوم الثلاثاء 👩‍👧 <b>9 h</b>"),
        ("  e\u0301cole  ", "école"),
        ("\ud83d seul", "seul"),
    ],
)
def test_a_text_keeps_its_letters_and_loses_its_orders(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    "fields",
    [{"text": "x" * (MOST_CHARACTERS + 1)}, {"kind": "other", "text": " \n"}, {"kind": "spam"}, {"place": "../etc"}],
)
def test_what_cannot_be_a_suggestion_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        said(**{"text": "", **fields})


def test_a_page_of_a_later_release_may_say_more() -> None:
    assert said(mood="bonne", typed="+275760-09-13T00:00:00Z").typed is None


def test_what_a_leader_saw_and_counted_is_read_again(anywhere: Flask) -> None:
    seen = {"kind": "observation", "walk": "un-livre-au-vert", "stop": 2, "seen": "closed", "text": ""}
    came = {
        "kind": "debrief",
        "walk": "un-livre-au-vert",
        "came": {"children": 0, "stops": 3},
        "text": "",
        "place": None,
    }
    receive_suggestion(KEY, said(**seen), now=NOW)
    receive_suggestion(OTHER, said(**came), now=NOW + timedelta(minutes=1))
    debrief, observation = (found.suggestion for found in read_suggestions())
    assert (observation.seen, observation.stop, observation.place) == (Seen.CLOSED, 2, PLACE)
    assert debrief.came == Came(children=0, stops=3)
    assert receive_suggestion(OTHER, said(**came)).is_new is False
    assert receive_suggestion(KEY, said(**seen | {"seen": "open"})).is_twin
