"""Rounds at the desk: what is due, a round made of it, its parts taken; and records, each received by itself."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.place import Place
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place
from app.library.desk.people import revoke_person
from app.library.suggestions import read_suggestions

from .conftest import Enter, words_of

TERRITORY = "les-tilleuls"
LIBRARY, SQUARE = "bibliotheque-des-tilleuls", "square-des-tilleuls"
JSON = {"Accept": "application/json"}


def make_round(client: FlaskClient, *places: str, parts: int = 1) -> int:
    answer = client.post("/desk/rounds", data={"territory": TERRITORY, "place": list(places), "parts": parts})
    assert answer.status_code == 303, words_of(answer.text)
    return int(answer.headers["Location"].rsplit("/", 1)[1])


def take(client: FlaskClient, round: int, part: int = 1) -> dict[str, Any]:
    answer = client.post(f"/desk/rounds/{round}/take", data={"part": part}, headers=JSON)
    assert answer.status_code == 200
    carried: dict[str, Any] = answer.get_json()
    return carried


def told(carried: dict[str, Any], place: str, **changed: tuple[str, str]) -> list[dict[str, str]]:
    """Return all that a card shows as still true, but for facts that were answered otherwise."""
    card = next(each for each in carried["cards"] if each["place"] == place)
    facts = [fact for fact in card["facts"] if fact["value"] or fact["path"] in changed]
    return [
        {"path": fact["path"], "seen": fact["value"]}
        | dict(zip(("answer", "wanted"), changed.get(fact["path"], ("true", "")), strict=True))
        for fact in facts
    ]


def send(desk: Flask, carried: dict[str, Any], facts: list[dict[str, str]], **more: Any) -> TestResponse:
    """Send a record as a telephone does: without a cookie."""
    key = more.pop("key", str(uuid4()))
    body = {"kind": "round", "token": carried["token"], "place": LIBRARY, "facts": facts} | more
    return desk.test_client().post("/api/v1/suggestions", json=body, headers={"Idempotency-Key": key})


def library() -> Place:
    return read_library().places[LIBRARY]


@pytest.fixture
def relay(enter: Enter) -> FlaskClient:
    return enter("Relais", "relay")


@pytest.fixture
def carried(relay: FlaskClient) -> dict[str, Any]:
    """A round of two doors, taken by a relay."""
    return take(relay, make_round(relay, LIBRARY, SQUARE))


def test_what_is_due_is_listed_with_its_count_and_what_is_the_matter(relay: FlaskClient) -> None:
    change_place(LIBRARY, {"verified": {"on": "2020-01-01", "how": "visit"}}, by="load")
    words = words_of(relay.get(f"/desk/rounds?territory={TERRITORY}").text)
    assert re.search(r"Les Tilleuls [1-9]", words)
    assert "Horaires" in words and "à revoir depuis" in words


@pytest.mark.parametrize("what", ["due", "all", "draft", "theme:culture", "stops:un-livre-au-vert"])
def test_a_round_is_made_of_whatever_is_chosen(relay: FlaskClient, what: str) -> None:
    assert relay.get(f"/desk/rounds?territory={TERRITORY}&what={what}").status_code == 200


def test_a_round_is_walked_along_the_streets_and_shared_in_stretches(relay: FlaskClient) -> None:
    places = [place.id for place in read_library().public_inside[TERRITORY]]
    id = make_round(relay, *places, parts=2)
    first, second = ([card["place"] for card in take(relay, id, part)["cards"]] for part in (1, 2))
    assert sorted(first + second) == sorted(places)
    assert abs(len(first) - len(second)) <= 1
    words = words_of(relay.get(f"/desk/rounds/{id}").text)
    assert "Vous êtes 2 : chacun prend un numéro" in words
    assert words.count("Prise par Relais") == 2


def test_a_card_shows_each_fact_as_it_is_said_now(carried: dict[str, Any]) -> None:
    facts = {fact["path"]: fact for card in carried["cards"] if card["place"] == LIBRARY for fact in card["facts"]}
    assert facts["hours"]["value"] == library().hours
    assert len(facts["hours"]["days"]) == 14
    assert any("h" in words for _, words in facts["hours"]["days"])
    assert facts["existence"]["lines"] == [library().purpose]


def test_still_true_dates_each_fact_of_the_card_at_once(desk: Flask, carried: dict[str, Any]) -> None:
    before = library()
    answer = send(desk, carried, told(carried, LIBRARY), on_site=True)
    assert (answer.status_code, answer.get_json()["said"], answer.get_json()["state"]) == (201, "applied", "accepted")
    now = library()
    assert now.checks and now.checks.hours and now.checks.hours.how == "visit"
    assert now.model_copy(update={"checks": None}) == before.model_copy(update={"checks": None})
    lines = read_changes("place", LIBRARY)
    assert {line.field for line in lines} >= {"checks/hours", "checks/existence"}
    assert {(line.by, line.suggestion) for line in lines} == {("relay", 1)}


def test_what_was_applied_at_once_is_taken_back_like_any_decision(
    desk: Flask, relay: FlaskClient, carried: dict[str, Any]
) -> None:
    before = library()
    send(desk, carried, told(carried, LIBRARY))
    [decision] = re.findall(r'name="decision" value="(\d+)"', relay.get("/desk/suggestions").text)
    assert relay.post("/desk/undo", data={"decision": decision}).status_code == 303
    assert (library(), [each.state for each in read_suggestions()]) == (before, ["new"])


def test_what_changed_waits_for_the_coordination_and_is_taken_with_one_tap(
    desk: Flask, carried: dict[str, Any], enter: Enter
) -> None:
    facts = told(carried, LIBRARY, hours=("changed", "mardi-vendredi 13h-19h"))
    assert send(desk, carried, facts).get_json()["said"] == "waits"
    before, client = library(), enter("Coordination", "coordinator")
    page = client.get("/desk/suggestions/1").text
    assert "mardi – vendredi : 13 h – 19 h" in words_of(page)
    assert f'<del dir="auto">{before.hours}</del>' in page
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.S) if 'name="record"' in f)
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert client.post("/desk/suggestions/1", data=typed).status_code == 303
    assert (library().hours, bool(library().checks)) == ("Tu-Fr 13:00-19:00", True)
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get("/desk/suggestions").text)
    client.post("/desk/undo", data={"decision": decision})
    assert library() == before


@pytest.mark.parametrize(
    ("fact", "given", "field", "wanted"),
    [
        ("existence", ("gone", ""), "status", "closed_for_good"),
        ("existence", ("closed_until", "2027-02-01"), "exceptions", "2027-02-01"),
        ("phones", ("changed", "01 44 55 66 77"), "contact", "+33144556677"),
        ("entrance", ("changed", "Par la cour."), "access_hint", "Par la cour."),
        ("services/aide-numerique/hours", ("changed", "Mo 10:00-12:00"), "services", "Mo 10:00-12:00"),
    ],
)
def test_each_answer_becomes_fields_of_the_place(
    desk: Flask, carried: dict[str, Any], enter: Enter, fact: str, given: tuple[str, str], field: str, wanted: str
) -> None:
    service = {"id": "aide-numerique", "name": "Aide numérique", "hours": "Tu 10:00-12:00"}
    change_place(LIBRARY, {"services": [service], "access_hint": "Au fond."}, by="load")
    seen = "Tu 10:00-12:00" if fact.startswith("services") else ""
    send(desk, carried, [{"path": fact, "answer": given[0], "seen": seen, "wanted": given[1]}])
    client = enter("Coordination", "coordinator")
    form = next(
        f for f in re.findall(r"<form.*?</form>", client.get("/desk/suggestions/1").text, re.S) if 'name="record"' in f
    )
    assert (
        client.post("/desk/suggestions/1", data=dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))).status_code
        == 303
    )
    assert wanted in library().model_dump_json(include={field})


def test_a_record_that_the_place_says_already_closes_itself(desk: Flask, carried: dict[str, Any]) -> None:
    facts = [{"path": "hours", "answer": "changed", "seen": str(library().hours), "wanted": "mardi 9h-12h"}]
    change_place(LIBRARY, {"hours": "Tu 09:00-12:00", "hours_known": "yes"}, by="coordinator")
    answer = send(desk, carried, facts).get_json()
    assert (answer["said"], answer["state"]) == ("already", "accepted")


def test_a_fact_that_has_moved_since_waits_and_is_marked(desk: Flask, carried: dict[str, Any], enter: Enter) -> None:
    change_place(LIBRARY, {"hours": "Mo 09:00-10:00"}, by="coordinator")
    assert send(desk, carried, told(carried, LIBRARY)).get_json()["said"] == "waits"
    words = words_of(enter("Coordination", "coordinator").get("/desk/suggestions/1").text)
    assert "Cela dit autre chose maintenant : comparez." in words
    assert "La fiche a changé depuis cette tournée." in words


def test_who_may_not_judge_dates_nothing(desk: Flask, relay: FlaskClient, enter: Enter) -> None:
    carried = take(enter("Ailleurs", "leader"), make_round(relay, LIBRARY))
    assert send(desk, carried, told(carried, LIBRARY)).get_json()["said"] == "waits"
    assert library().checks is None


def test_the_same_record_is_one_and_another_under_its_key_is_kept_too(desk: Flask, carried: dict[str, Any]) -> None:
    key, facts = str(uuid4()), told(carried, LIBRARY)
    answers = [send(desk, carried, facts, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].get_json() == answers[1].get_json()
    others = [send(desk, carried, facts, key=key, text="Autre chose.") for _ in range(2)]
    assert [answer.status_code for answer in others] == [409, 409]
    assert "les deux sont gardées" in others[0].get_json()["detail"]
    assert len(read_suggestions()) == 2


@pytest.mark.parametrize("ends", ["round", "person"])
def test_what_comes_from_a_round_that_is_over_waits_for_a_coordinator(
    desk: Flask, relay: FlaskClient, carried: dict[str, Any], enter: Enter, ends: str
) -> None:
    if ends == "round":
        relay.post(f"/desk/rounds/{carried['id']}/end")
    else:
        revoke_person("Relais")
    assert send(desk, carried, told(carried, LIBRARY)).get_json()["said"] == "revoked"
    assert library().checks is None
    other = enter("Ailleurs", "relay")
    assert 'name="record"' not in other.get("/desk/suggestions/1").text
    assert other.post("/desk/suggestions/1", data={"was": "new", "outcome": "accepted"}).status_code == 403
    client = enter("Coordination", "coordinator")
    assert "n’était plus à ce téléphone" in words_of(client.get("/desk/suggestions/1").text)
    assert client.post("/desk/suggestions/1", data={"was": "new", "outcome": "accepted"}).status_code == 303


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"token": "inventé"}, 401, "Cette tournée n’existe pas"),
        ({"facts": []}, 422, "n’est pas lisible"),
        ({"facts": [{"path": "name", "answer": "true"}]}, 422, "n’est pas lisible"),
        ({"facts": [{"path": "hours", "answer": "changed"}]}, 422, "Écrivez ce qui a changé"),
        ({"facts": [{"path": "existence", "answer": "closed_until", "wanted": "bientôt"}]}, 422, "quel jour"),
        ({"place": "nulle-part"}, 422, "n’est plus sur la carte"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(
    desk: Flask, carried: dict[str, Any], body: dict[str, Any], status: int, sentence: str
) -> None:
    answer = send(desk, carried, **{"facts": told(carried, LIBRARY)} | body)
    assert (answer.status_code, sentence in answer.get_json()["detail"]) == (status, True)
    assert read_suggestions() == []


def test_a_round_of_sixty_records_passes_without_a_wait(desk: Flask, carried: dict[str, Any]) -> None:
    facts = [{"path": "hours", "answer": "cannot"}]
    assert {send(desk, carried, facts).status_code for _ in range(60)} == {201}


@pytest.mark.parametrize(("typed", "is_believed"), [("2020-01-01T10:00:00Z", False), (None, True)])
def test_a_telephone_is_believed_between_the_round_and_now(
    desk: Flask, carried: dict[str, Any], typed: str | None, is_believed: bool
) -> None:
    send(desk, carried, told(carried, LIBRARY), typed=typed or datetime.now(UTC).isoformat())
    assert (read_suggestions()[0].suggestion.typed is not None) == is_believed


def test_nobody_of_another_territory_sees_or_takes_a_round(relay: FlaskClient, enter: Enter) -> None:
    change = enter("Coordination", "coordinator")
    id = make_round(change, LIBRARY)
    other = enter("Ailleurs", "relay", "les-lilas") if "les-lilas" in read_library().territories else None
    if other is not None:
        assert other.get(f"/desk/rounds/{id}").status_code == 404
        assert other.post(f"/desk/rounds/{id}/take", data={"part": 1}, headers=JSON).status_code == 404
    assert change.post(f"/desk/rounds/{id}/take", data={"part": 7}, headers=JSON).status_code == 404


def test_a_secret_door_is_in_no_round(relay: FlaskClient) -> None:
    change_place(LIBRARY, {"address_visibility": "hidden"}, by="load")
    answer = relay.post("/desk/rounds", data={"territory": TERRITORY, "place": [LIBRARY]})
    assert (answer.status_code, "Choisissez au moins une porte." in words_of(answer.text)) == (422, True)
