"""A slip of paper asked after at the kiosk, behind the PIN: was it typed, what became of it; never its words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.domain.person import Person
from app.domain.suggestion import Suggestion
from app.factory import create_app
from app.library.content.queries import read_library
from app.library.desk.decisions import Verdict, decide
from app.library.desk.people import add_person, answer_invitation
from app.library.desk.slips import key_of_slip, last_slip, take_back_slip, type_slip
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition

PLACE = "bibliotheque-des-tilleuls"
WORDS = "Fermé le lundi, dit la porte"


@pytest.fixture
def kiosk(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    data = lent(tiny_edition(tmp_path_factory), tmp_path / "var")
    app = create_app(replace(settings_over(data), kiosk_pin="2468"))
    with app.app_context():
        yield app


@pytest.fixture
def code(kiosk: Flask) -> str:
    """The code of a place, as its slips bear it."""
    return str(read_library().places[PLACE].code)


@pytest.fixture
def relay(kiosk: Flask) -> Person:
    return answer_invitation(add_person("Relais", "relay"), "trois mots ensemble")


def type_one(relay: Person, code: str, number: str) -> None:
    slip = Suggestion.model_validate({"place": PLACE, "kind": "hours", "text": WORDS, "path": "paper"})
    type_slip(relay, key_of_slip(code, number), slip)


def ask(kiosk: Flask, code: str, number: str, pin: str = "2468", **headers: str) -> tuple[int, str]:
    sent = {"pin": pin, "code": code, "number": number}
    answer = kiosk.test_client().post("/api/v1/kiosk/les-tilleuls/slip?lang=fr", json=sent, headers=headers)
    told = answer.get_json()
    return answer.status_code, "\n".join(told.get("said", [])) or told["detail"]


@pytest.mark.parametrize(("typed", "asked"), [("0012", "12"), ("12", "0012"), ("12", "12")])
def test_a_slip_that_was_typed_is_found_and_its_words_are_not_told(
    kiosk: Flask, code: str, relay: Person, typed: str, asked: str
) -> None:
    type_one(relay, code, typed)
    status, said = ask(kiosk, code.lower(), asked)
    assert (status, "a été recopié" in said, "Bien reçu" in said) == (200, True, True)
    assert WORDS not in said


def test_what_became_of_it_is_told(kiosk: Flask, code: str, relay: Person) -> None:
    type_one(relay, code, "0012")
    slip = last_slip(relay)
    assert slip
    decide(relay, slip.id, Verdict("refused", "new", reason="twice"))
    assert "Cela ne change pas la carte" in ask(kiosk, code, "0012")[1]


def test_one_that_was_not_typed_or_taken_back_is_said_to_be_missing(kiosk: Flask, code: str, relay: Person) -> None:
    type_one(relay, code, "0012")
    assert ask(kiosk, code, "0013")[0] == 404
    slip = last_slip(relay)
    assert slip
    take_back_slip(relay, slip.id)
    status, said = ask(kiosk, code, "0012")
    assert (status, "n’est pas encore recopié" in said) == (404, True)


@pytest.mark.parametrize("wrong", ["", "ZZZZZZ", "K7", "é" * 90])
def test_a_code_that_no_slip_bears_is_a_sentence(kiosk: Flask, wrong: str) -> None:
    status, said = ask(kiosk, wrong, "1")
    assert (status, "n’est sur aucun papier" in said) == (404, True)


def test_only_who_knows_the_pin_asks_and_tries_are_counted(kiosk: Flask, code: str) -> None:
    said = [ask(kiosk, code, "1", pin="1111") for _ in range(6)]
    assert [status for status, _ in said] == [403] * 6
    assert "Trop de codes faux" in said[-1][1]
    assert ask(kiosk, code, "1")[0] == 403  # the right one waits too


def test_another_site_asks_nothing(kiosk: Flask, code: str) -> None:
    assert ask(kiosk, code, "1", **{"Sec-Fetch-Site": "cross-site"})[0] == 403


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"pin": 1}', b"x" * 5_000])
def test_what_is_no_question_is_refused_with_a_sentence(kiosk: Flask, body: bytes) -> None:
    address = "/api/v1/kiosk/les-tilleuls/slip"
    answer = kiosk.test_client().post(address, data=body, content_type="application/json")
    assert answer.status_code in (403, 413)
    assert answer.get_json()["detail"]
