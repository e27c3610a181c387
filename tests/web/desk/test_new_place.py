"""A new place: a draft with a code of its own; what is known already is named before anything is written."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.place import Status
from app.domain.suggestion import Suggestion
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.suggestions import read_suggestions, receive_suggestion

from .conftest import Enter, words_of
from .editor import PLACE, add_far_territory, inputs_in

NEW = "/desk/places/new"
CAFE = {
    "name": "Café des enfants",
    "categories__main": "culture",
    "purpose": "Jouer et goûter.",
    "address__street": "5 rue du Lavoir",
    "position__lon": "2.3681",
    "position__lat": "48.8915",
    "week__2__0__from": "14",
    "week__2__0__to": "18",
}


def add(client: FlaskClient, page: str = NEW, **typed: Any) -> TestResponse:
    held = inputs_in(client.get(page).text, 'name="as"')
    return client.post(page, data={**held, **{name.replace("__", "."): text for name, text in typed.items()}})


def test_a_place_is_added_as_a_draft_and_published_in_one_press(enter: Enter) -> None:
    client = enter("Relais", "relay")
    before = {entry.code for entry in read_library().codes}
    answer = add(client, **CAFE, how="visit")
    assert (answer.status_code, answer.location) == (303, "/desk/places/cafe-des-enfants?saved=new"), answer.text
    place = read_library().places["cafe-des-enfants"]
    assert (place.status, place.hours, place.hours_known, place.categories) == (
        Status.DRAFT,
        "We 14:00-18:00",
        "yes",
        ("culture",),
    )
    assert place.code not in before
    assert (place.code, "place", place.id) in {(each.code, each.kind, each.id) for each in read_library().codes}
    assert place.verified and place.verified.how == "visit"
    held = inputs_in(client.get("/desk/places/cafe-des-enfants").text, 'value="published"')
    client.post("/desk/places/cafe-des-enfants", data={**held, "status": "published"})
    assert read_library().places["cafe-des-enfants"].status is Status.PUBLISHED
    assert "relay" in {change.by for change in read_changes("place", "cafe-des-enfants")}


def test_what_is_not_known_stays_empty(enter: Enter) -> None:
    bare = {name: CAFE[name] for name in ("name", "position__lon", "position__lat")}
    add(enter(), **bare)
    place = read_library().places["cafe-des-enfants"]
    assert (place.hours, place.hours_known, place.categories, place.verified) == (None, "unknown", (), None)


def test_two_of_one_name_have_two_ids(enter: Enter) -> None:
    client = enter()
    add(client, **CAFE)
    add(client, **CAFE, sure="cafe-des-enfants")
    assert "cafe-des-enfants-2" in read_library().places


def send(text: str) -> None:
    said = {"kind": "new_place", "territory": "les-tilleuls", "text": text}
    receive_suggestion("k1", Suggestion.model_validate(said))


REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "no name": ({"name": " "}, "Donnez son nom à ce lieu"),
    "no position": ({"position__lon": "", "position__lat": ""}, "Touchez le plan à l’entrée"),
    "elsewhere": ({"position__lon": "2.2", "position__lat": "48.8"}, "hors de tout quartier"),
    "telephone": ({"contact__phones__0__number": "abc"}, "n’est pas un numéro"),
    "times": ({"week__0__0__from": "9"}, "Il manque l’heure"),
    "category": ({"categories__main": "nulle-part"}, "n’existe pas"),
    "script": ({"name": "<script>" * 60}, "300 au plus"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_said_and_nothing_is_lost(enter: Enter, case: str) -> None:
    typed, sentence = REFUSED[case]
    before = read_library()
    answer = add(enter(), **{**CAFE, **typed})
    assert (answer.status_code, sentence in words_of(answer.text)) == (422, True), words_of(answer.text)
    assert ("5 rue du Lavoir" in answer.text, "<script>" * 2 in answer.text) == (True, False)
    assert (read_library().places, read_library().codes) == (before.places, before.codes)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "La bibliothèque des tilleuls"}, "presque le même nom"),
        ({"name": "Autre nom", "contact__phones__0__number": "01 40 00 00 00"}, "le même téléphone"),
        ({"name": "Autre nom", "position__lon": "2.3652", "position__lat": "48.8945"}, "10 m"),
    ],
)
def test_a_place_that_is_known_already_is_named_first(enter: Enter, typed: dict[str, str], told: str) -> None:
    client = enter()
    asked = add(client, **{**CAFE, **typed})
    assert (asked.status_code, told in words_of(asked.text), read_changes()) == (409, True, [])
    assert f'href="/desk/places/{PLACE}"' in asked.text
    sure = client.post(NEW, data=inputs_in(asked.text, 'name="sure"'))
    assert sure.status_code == 303


def test_the_street_is_looked_up_and_a_look_writes_nothing(enter: Enter) -> None:
    client = enter()
    found = add(client, **{**CAFE, "address__street": "2 rue des tilleuls", "find": "street"})
    assert "Le point est au milieu de « Rue des Tilleuls »" in words_of(found.text)
    assert inputs_in(found.text, 'name="as"')["categories.main"] == ["culture"]
    copied = add(client, **CAFE, copy="week.3")
    assert copied.text.count('value="14"') == 2
    said = add(client, **{**CAFE, "name": "", "check": "1"}).get_json()
    assert (list(said["problems"]), len(said["lines"]), read_changes()) == (["name"], 14, [])


def test_a_message_becomes_a_place_and_is_closed(enter: Enter) -> None:
    text = "Un café des enfants\nrue du Lavoir, ouvert le mercredi"
    receive_suggestion(
        "k1", Suggestion.model_validate({"kind": "new_place", "territory": "les-tilleuls", "text": text})
    )
    client = enter("Relais", "relay", "les-tilleuls")
    assert f"{NEW}?suggestion=1" in client.get("/desk/suggestions/1").text
    page = f"{NEW}?suggestion=1"
    held = inputs_in(client.get(page).text, 'name="as"')
    assert (held["name"], held["address.city"]) == (["Un café des enfants"], ["Paris"])
    assert "ouvert le mercredi" in client.get(page).text
    assert add(client, page, **CAFE).status_code == 303
    assert [each.state for each in read_suggestions()] == ["accepted"]
    added = next(each for each in read_changes("place", "cafe-des-enfants"))
    assert added.suggestion == 1
    again = add(client, page, **{**CAFE, "name": "Encore"})
    assert (again.status_code, "encore" in read_library().places) == (409, False)


def test_a_message_that_is_refused_waits_on(enter: Enter) -> None:
    receive_suggestion(
        "k1", Suggestion.model_validate({"kind": "new_place", "territory": "les-tilleuls", "text": "Ici"})
    )
    add(enter(), f"{NEW}?suggestion=1", **{**CAFE, "categories__main": "nulle-part"})
    assert [each.state for each in read_suggestions()] == ["new"]


def test_who_reads_and_who_is_elsewhere_add_nothing(enter: Enter) -> None:
    add_far_territory()
    before = read_library().places
    reader, far = enter("Kiosque", "volunteer"), enter("Ailleurs", "relay", "ailleurs")
    assert [reader.get(NEW).status_code, reader.post(NEW, data={"name": "x"}).status_code] == [403, 403]
    answer = add(far, **CAFE)
    assert (answer.status_code, "hors de vos quartiers" in words_of(answer.text)) == (422, True)
    assert read_library().places == before
