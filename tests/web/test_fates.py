"""What became of a message, told to who has its ticket and to nobody else."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.code import ALPHABET, draw_ticket, read_ticket
from app.domain.suggestion import Suggestion
from app.library.desk.people import add_person, answer_invitation
from app.library.fates import LASTS, read_fates
from app.library.suggestions import read_suggestions, receive_suggestion
from app.web.fates import WRONG_HERE

from .desk.conftest import sign_in, words_of

PLACE = "bibliotheque-des-tilleuls"
KEY = "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
Send = Callable[..., str]


@pytest.fixture
def desk(library: Flask) -> FlaskClient:
    """A coordinator at the desk."""
    answer_invitation(add_person("Relais", "coordinator"), "trois mots ensemble")
    return sign_in(library.test_client(), "Relais")


@pytest.fixture
def phone(library: Flask) -> FlaskClient:
    return library.test_client()


@pytest.fixture
def ticket(library: Flask) -> str:
    return send()


def send(text: str = "Fermé le mardi.", key: str = "k", *, days_ago: int = 0) -> str:
    said = Suggestion.model_validate({"kind": "hours", "place": PLACE, "text": text})
    return receive_suggestion(key, said, now=datetime.now(UTC) - timedelta(days=days_ago)).ticket


def fate(phone: FlaskClient, ticket: str, lang: str = "fr", **more: str) -> str:
    """Return the words of the page that a ticket opens."""
    return words_of(phone.post(f"/{lang}/fate", data={"ticket": ticket, **more}).text)


def judge(desk: FlaskClient, **form: str) -> None:
    assert desk.post("/desk/suggestions/1", data={"was": "new", **form}).status_code == 303


def test_a_ticket_is_read_however_it_is_typed() -> None:
    ticket = draw_ticket()
    typed = f" {ticket[:4].lower()} – {ticket[4:]} ".replace("0", "o").replace("1", "l")
    assert (len(ticket), set(ticket) <= set(ALPHABET), read_ticket(typed)) == (8, True, ticket)
    assert [read_ticket(each) for each in ("", "K7M2", "K7M2Q4XRA", "K7M2Q4X!", "x" * 500)] == [None] * 5


def test_one_that_waits_is_received_and_says_of_what_it_was(phone: FlaskClient, ticket: str) -> None:
    told = fate(phone, f"{ticket[:4]}-{ticket[4:]}".lower())
    assert "Bien reçu. Une personne du quartier va le lire." in told and "Horaires" in told
    assert "Fermé le mardi" not in told


def test_what_was_corrected_is_named_without_who(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    page = desk.get("/desk/suggestions/1").text
    version = re.search(r'name="topic" value="hours">.*?name="version" value="(\w+)"', page, re.DOTALL)
    assert version
    judge(desk, topic="hours", hours="Tu-Sa 10:00-18:00", version=version[1], how="")
    told = fate(phone, ticket)
    assert "Vous aviez raison, merci : la fiche est corrigée." in told
    assert "Ce qui a changé : Horaires." in told
    assert "Relais" not in told and "coordinat" not in told.lower()


def test_a_refusal_says_why_in_the_language_of_the_page(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    judge(desk, outcome="refused", reason="not_so", words="vu par Ailleurs")
    assert "Vérifié : ce n’est pas le cas" in fate(phone, ticket)
    assert "Ailleurs" not in fate(phone, ticket, "ar") and "ليس كذلك" in fate(phone, ticket, "ar")


def test_a_question_comes_back_answered_to_the_same_case(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    judge(desk, outcome="asked", words="Quel <b>mardi</b> ?")
    page = phone.post("/fr/fate", data={"ticket": ticket}).text
    assert "Quel &lt;b&gt;mardi&lt;/b&gt;" in page and 'name="text"' in page
    assert "Votre réponse est arrivée" in fate(phone, ticket, text="Chaque mardi <script>")
    assert "Votre réponse est arrivée" in fate(phone, ticket, text="Chaque mardi <script>")
    case = desk.get("/desk/suggestions/1").text
    assert "Chaque mardi &lt;script&gt;" in case and case.count("Réponse de la personne") == 1
    assert [each.state for each in read_suggestions()] == ["new"]
    assert "déjà sa réponse" in fate(phone, ticket, text="Autre chose")


def test_a_question_and_an_answer_need_words(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    assert desk.post("/desk/suggestions/1", data={"was": "new", "outcome": "asked", "words": " "}).status_code == 422
    judge(desk, outcome="asked", words="Quel mardi ?")
    assert "Écrivez quelques mots" in fate(phone, ticket, text=" ")


def test_a_question_taken_back_is_asked_no_more(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    judge(desk, outcome="asked", words="Quel mardi ?")
    desk.post("/desk/undo", data={"decision": "1"})
    assert "Quel mardi" not in fate(phone, ticket) and "Bien reçu" in fate(phone, ticket)


def test_a_ticket_of_half_a_year_ago_says_what_an_unknown_one_says(phone: FlaskClient, library: Flask) -> None:
    old = send(days_ago=LASTS.days + 1)
    assert fate(phone, old).replace(old, "") == fate(phone, "ZZZZZZZZ").replace("ZZZZZZZZ", "")
    assert read_fates([old]) == {}
    assert phone.post("/fr/fate", data={"ticket": old}).status_code == 404


def test_no_address_tells_a_fate(phone: FlaskClient, ticket: str) -> None:
    for path in (f"fr/fate/{ticket}", f"fr/fate?ticket={ticket}", f"api/v1/fates?ticket={ticket}"):
        answer = phone.get(f"/{path}")
        assert (answer.status_code, ticket in answer.text) == (404, False)


def test_guessing_is_braked_by_network_and_others_still_read_theirs(phone: FlaskClient, ticket: str) -> None:
    def ask(typed: str, address: str) -> int:
        return phone.post("/fr/fate", data={"ticket": typed}, headers={"X-Forwarded-For": address}).status_code

    guesses = [ask(draw_ticket(), f"2001:db8::{n:x}") for n in range(WRONG_HERE.most + 1)]
    assert guesses == [404] * WRONG_HERE.most + [429]
    assert [ask(ticket, "2001:db8::ffff"), ask(ticket, "2001:db8:1::1")] == [429, 200]


def test_a_phone_asks_for_several_at_once(phone: FlaskClient, desk: FlaskClient, ticket: str) -> None:
    other = send("Autre chose", "other")
    judge(desk, outcome="asked", words="Quel mardi ?")
    body = {"tickets": [ticket, other, "ZZZZZZZZ", "", "?"]}
    answer = phone.post("/api/v1/fates?lang=en", json=body)
    told = answer.get_json()["fates"]
    assert [(each["ticket"], each["state"]) for each in told] == [(ticket, "asked"), (other, "new")]
    assert (told[0]["question"], answer.headers["Cache-Control"]) == ("Quel mardi ?", "no-store")


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"tickets": 4}', b'{"tickets": [4]}', b"x" * 20_000])
def test_what_cannot_be_read_is_refused_with_a_sentence(phone: FlaskClient, body: bytes) -> None:
    answer = phone.post("/api/v1/fates", data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, json.loads(answer.data)["status"]) == (400, 400)


def test_another_site_asks_for_nothing(phone: FlaskClient, ticket: str) -> None:
    for path in ("/fr/fate", "/api/v1/fates"):
        answer = phone.post(path, data={"ticket": ticket}, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403


def test_every_ticket_is_another_and_the_same_when_it_comes_again(library: Flask) -> None:
    given = [send(key=str(number)) for number in range(20)]
    assert len(set(given)) == 20
    assert [send(key=str(number)) for number in range(20)] == given


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("field", ["kind", "place", "walk", "territory", "lang", "edition", "lon", "seen", "came"])
def test_script_in_a_field_of_facts_is_refused_or_dropped(phone: FlaskClient, field: str) -> None:
    body = {"kind": "new_place", "text": "Un banc", field: EVIL}
    answer = phone.post("/api/v1/suggestions", json=body, headers={"Idempotency-Key": KEY})
    assert answer.status_code == (201 if field == "lon" else 422)
    assert EVIL not in answer.text


def test_script_in_words_is_shown_as_words_to_all_who_read_them(phone: FlaskClient, desk: FlaskClient) -> None:
    body = {"kind": "hours", "place": PLACE, "text": EVIL, "path": f"/fr/{EVIL}"}
    ticket = phone.post("/api/v1/suggestions", json=body, headers={"Idempotency-Key": KEY}).get_json()["ticket"]
    judge(desk, outcome="asked", words=EVIL)
    pages = [phone.post("/fr/fate", data={"ticket": ticket}), phone.post("/fr/fate", data={"ticket": EVIL})]
    phone.post("/fr/fate", data={"ticket": ticket, "text": EVIL})
    pages += [desk.get(path) for path in ("/desk/suggestions", "/desk/suggestions/1", "/desk/suggestions/1/map.svg")]
    assert not [page for page in pages if "<script>alert" in page.text or "<img src=x" in page.text]
