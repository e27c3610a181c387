"""Records of a round on each kind of database: one whatever the network does, and each by itself."""

import threading
from datetime import date

import pytest
from flask import Flask

from app.domain.person import Person, Role
from app.domain.record import Record
from app.domain.tour import Halt
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.desk.asking import answer_asked, ask_place
from app.library.desk.people import add_person, read_people
from app.library.desk.records import Kept, receive_record
from app.library.desk.rounds import carry_part, make_round, read_round
from app.library.suggestions import read_suggestions

from ...cast.sending_again import sent
from ...conftest import TINY

KEY = "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
PLACE, TODAY = "bibliotheque-des-tilleuls", date(2026, 11, 18)


@pytest.fixture
def relay(any_app: Flask) -> Person:
    """The tiny territory on each kind of database, and a relay of it."""
    load_folder(TINY)
    add_person("Relais", Role.RELAY.value)
    return read_people()[0].person


def still_true(token: str, **more: object) -> Record:
    hours = {"path": "hours", "answer": "true", "seen": read_library().places[PLACE].hours}
    return Record.model_validate({"place": PLACE, "token": token, "facts": [hours]} | more)


def test_sixteen_senders_of_one_record_store_it_once(any_app: Flask, relay: Person) -> None:
    round = make_round(relay, "les-tilleuls", [Halt(PLACE, 120)], 1)
    token = carry_part(relay, round, 1)
    assert read_round(relay, round).taken == [(1, "Relais")]
    record, kept = still_true(token), list[Kept]()

    def send() -> None:
        with any_app.app_context():
            kept.append(sent(lambda: receive_record(KEY, record, TODAY)))

    senders = [threading.Thread(target=send) for _ in range(16)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sum(each.receipt.is_new for each in kept) == 1
    assert ({each.said for each in kept}, len(read_suggestions())) == ({"applied"}, 1)
    checks = read_library().places[PLACE].checks
    assert checks and checks.hours and checks.hours.on == TODAY


def test_another_record_under_the_key_is_kept_beside_it(relay: Person) -> None:
    token = carry_part(relay, make_round(relay, "les-tilleuls", [Halt(PLACE, 120)], 1), 1)
    receive_record(KEY, still_true(token), TODAY)
    other = [receive_record(KEY, still_true(token, text="Autre chose."), TODAY) for _ in range(2)]
    assert ([each.said for each in other], len(read_suggestions())) == (["twice", "twice"], 2)


def test_a_place_is_asked_on_each_kind_of_database(relay: Person) -> None:
    code, told = ask_place(relay, PLACE), still_true("").facts
    for _ in range(2):
        answer_asked(code, told, "", "fr")
    assert [each.suggestion.place for each in read_suggestions()] == [PLACE]
