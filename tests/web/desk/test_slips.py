"""Slips of paper that a volunteer types: a code, a kind, words, Enter; the next one."""

import pytest
from flask.testing import FlaskClient

from app.domain.suggestion import MOST_CHARACTERS
from app.library.desk.slips import ticket_of_slip
from app.library.suggestions import read_suggestions
from tests.cast.content import read_tiny

from .conftest import Enter, words_of

CODE = next(entry.code for entry in read_tiny().codes if entry.kind == "place")
SLIP = {"code": CODE, "number": "0007", "kind": "hours", "text": "Ouvre à 9 h <b>"}


@pytest.fixture
def volunteer(enter: Enter) -> FlaskClient:
    return enter("Kiosque", "volunteer")


def kept() -> list[tuple[str, str, str]]:
    return [(each.suggestion.path, each.suggestion.text, each.state) for each in reversed(read_suggestions())]


def test_a_slip_counts_as_a_message_on_paper_and_the_next_is_awaited(volunteer: FlaskClient) -> None:
    answer = volunteer.post("/desk/slip", data=SLIP | {"code": f" {CODE.lower()} "})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/slip")
    page = volunteer.get("/desk/slip").text
    assert "Ouvre à 9 h &lt;b&gt;" in page and "autofocus" in page
    assert kept() == [("paper", "Ouvre à 9 h <b>", "new")]


def test_a_number_typed_twice_counts_once_and_other_words_are_kept_beside(volunteer: FlaskClient) -> None:
    volunteer.post("/desk/slip", data=SLIP)
    again = volunteer.post("/desk/slip", data=SLIP, follow_redirects=True)
    assert "ne compte qu’une fois" in words_of(again.text)
    volunteer.post("/desk/slip", data=SLIP | {"text": "Autre chose"})
    assert [text for _, text, _ in kept()] == ["Ouvre à 9 h <b>", "Autre chose"]


def test_without_a_number_each_slip_is_its_own(volunteer: FlaskClient) -> None:
    for _ in range(2):
        volunteer.post("/desk/slip", data=SLIP | {"number": ""})
    assert len(kept()) == 2


def test_the_last_one_is_taken_back_and_typed_again(volunteer: FlaskClient, enter: Enter) -> None:
    volunteer.post("/desk/slip", data=SLIP)
    assert enter("Ailleurs").post("/desk/slip/undo", data={"slip": "1"}).status_code == 422
    page = volunteer.post("/desk/slip/undo", data={"slip": "1"}).text
    assert f'value="{CODE}"' in page and 'value="hours" selected' in page and "Ouvre à 9 h" in page
    assert [state for *_, state in kept()] == ["withdrawn"]
    assert "Ouvre à 9 h" not in enter("Relais").get("/desk/suggestions").text
    volunteer.post("/desk/slip", data=SLIP | {"text": "Ouvre à 10 h"})
    assert [state for *_, state in kept()] == ["withdrawn", "new"]
    assert volunteer.post("/desk/slip/undo", data={"slip": "1"}).status_code == 422


def test_the_ticket_of_one_taken_back_tells_nothing(volunteer: FlaskClient) -> None:
    volunteer.post("/desk/slip", data=SLIP)
    ticket = ticket_of_slip(CODE, SLIP["number"])
    assert ticket
    volunteer.post("/desk/slip/undo", data={"slip": "1"})
    assert volunteer.post("/fr/fate", data={"ticket": ticket}).status_code == 404


def test_one_that_somebody_decided_on_is_not_taken_back(volunteer: FlaskClient, enter: Enter) -> None:
    volunteer.post("/desk/slip", data=SLIP)
    desk = enter("Relais")
    desk.post("/desk/suggestions/1", data={"was": "new", "outcome": "accepted"})
    assert "Papier recopié" in desk.get("/desk/suggestions/1").text
    assert volunteer.post("/desk/slip/undo", data={"slip": "1"}).status_code == 422


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"code": "ZZZZZZ"}, "vérifiez ses six signes"),
        ({"code": "ZZZZZ9"}, "vérifiez ses six signes"),
        ({"code": ""}, "vérifiez ses six signes"),
        ({"kind": "other", "text": " "}, "Recopiez les mots du papier"),
        ({"kind": "spam"}, "Choisissez ce qui a changé"),
        ({"text": "x" * (MOST_CHARACTERS + 1)}, "2000 signes au plus"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_typed_is_lost(
    volunteer: FlaskClient, more: dict[str, str], words: str
) -> None:
    answer = volunteer.post("/desk/slip", data=SLIP | more)
    assert (answer.status_code, kept()) == (422, [])
    assert words in words_of(answer.text) and 'value="0007"' in answer.text


def test_nobody_types_without_being_let_in(volunteer: FlaskClient) -> None:
    volunteer.post("/desk/out")
    assert volunteer.post("/desk/slip", data=SLIP).status_code == 401
    assert kept() == []
