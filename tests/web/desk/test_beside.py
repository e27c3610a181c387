"""What stands beside a message: what its sender was reading, what has changed since, and others on the same place."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from flask import Flask

from app.domain.place import Place
from app.domain.said_already import is_said_already
from app.domain.suggestion import Kind, Suggestion
from app.library.content.writes import change_place
from app.library.editions import note_edition
from app.library.suggestions import read_suggestions, receive_suggestion
from tests.cast.content import read_tiny

from .conftest import Enter, words_of

PLACE = "bibliotheque-des-tilleuls"


def send(text: str = "Ouvre à 9 h.", kind: str = "hours", **fields: object) -> int:
    said = Suggestion.model_validate({"kind": kind, "place": PLACE, "text": text, **fields})
    receive_suggestion(f"{kind} {text}", said)
    return len(read_suggestions())


def beside(enter: Enter, id: int) -> str:
    return words_of(enter().get(f"/desk/suggestions/{id}").text)


def note(number: int, *, hours_ago: int) -> None:
    note_edition(number, datetime.now(UTC) - timedelta(hours=hours_ago))


def test_what_the_message_speaks_of_has_changed_since_its_page(enter: Enter) -> None:
    note(7, hours_ago=1)
    change_place(PLACE, {"hours": "Tu-Sa 11:00-18:00"}, by="desk")
    page = beside(enter, send(edition=7))
    assert "Cela a changé depuis" in page and "La personne lisait l’édition n° 7" in page
    assert "Aujourd’hui : Tu-Sa 11:00-18:00" in page and "Elle lisait :" in page


def test_another_fact_that_changed_is_said_to_be_another(enter: Enter) -> None:
    note(7, hours_ago=1)
    change_place(PLACE, {"access_hint": "Porte verte."}, by="desk")
    page = beside(enter, send(edition=7))
    assert "Autre chose a changé depuis" in page and "Cela a changé depuis" not in page


def test_what_changed_before_the_edition_or_came_back_is_no_change(enter: Enter) -> None:
    change_place(PLACE, {"access_hint": "Porte verte."}, by="desk")
    note_edition(7, datetime.now(UTC))
    change_place(PLACE, {"access_hint": "Porte bleue."}, by="desk")
    change_place(PLACE, {"access_hint": "Porte verte."}, by="desk")
    assert "Rien n’a changé depuis sur cette fiche." in beside(enter, send(edition=7))


def test_an_edition_that_nobody_noted_is_compared_with_nothing(enter: Enter) -> None:
    desk, told = enter(), send(edition=7)
    pages = [words_of(desk.get(f"/desk/suggestions/{id}").text) for id in (told, send("Sans édition"))]
    assert not [page for page in pages if "La personne lisait" in page]


@pytest.mark.parametrize(
    ("kind", "text", "fields", "is_said"),
    [
        ("closed", "", {"status": "closed_temporarily"}, True),
        ("closed", "", {}, False),
        ("hours", "mardi-samedi 10h-18h", {"hours": "Tu-Sa 10:00-18:00"}, True),
        ("hours", "mardi-samedi 10h-19h", {"hours": "Tu-Sa 10:00-18:00"}, False),
        ("hours", "je ne sais pas", {}, False),
        ("phone", "C’est le 01 44 55 66 77", {"contact": {"phones": [{"number": "+33144556677"}]}}, True),
        ("phone", "C’est le 01 44 55 66 78", {"contact": {"phones": [{"number": "+33144556677"}]}}, False),
        ("phone", "il a changé", {}, False),
        ("other", "", {"status": "closed_temporarily"}, False),
    ],
)
def test_a_place_that_says_it_already(kind: str, text: str, fields: dict[str, object], is_said: bool) -> None:
    place = read_tiny().places[PLACE].model_dump(mode="json", by_alias=True, exclude_defaults=True) | fields
    assert is_said_already(Place.model_validate(place), Kind(kind), text) is is_said


def test_what_is_said_already_is_closed_in_one_tap(enter: Enter) -> None:
    change_place(PLACE, {"status": "closed_temporarily"}, by="desk")
    desk, id = enter(), send("", kind="closed")
    page = desk.get(f"/desk/suggestions/{id}").text
    form = re.search(r'<form class="notice desk-said".*?</form>', page, re.DOTALL)
    assert form
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
    assert desk.post(f"/desk/suggestions/{id}", data=typed).status_code == 303
    assert [each.state for each in read_suggestions()] == ["refused"]


def test_others_about_the_same_place_stand_together_and_are_decided_at_once(enter: Enter) -> None:
    first = send("Ouvre à 9 h.")
    send("Fermé le mardi")
    send("Le numéro", kind="phone")
    send("Ailleurs", place="square-des-tilleuls")
    desk = enter()
    assert words_of(desk.get("/desk/suggestions").text).count("2 autres sur ce lieu") == 3
    page = desk.get(f"/desk/suggestions/{first}").text
    assert "2 autres messages à lire sur ce lieu" in words_of(page)
    assert re.findall(r'name="id" value="(\d+)" form="at-once"( checked)?', page) == [("2", " checked"), ("3", "")]
    desk.post("/desk/suggestions", data={"was": "new", "outcome": "refused", "reason": "twice", "id": ["2"]})
    assert [each.state for each in reversed(read_suggestions())] == ["new", "refused", "new", "new"]


def test_the_streets_stand_beside_the_message(enter: Enter) -> None:
    desk, id = enter(), send()
    assert f"/desk/suggestions/{id}/map.svg" in desk.get(f"/desk/suggestions/{id}").text
    drawn = desk.get(f"/desk/suggestions/{id}/map.svg")
    assert (drawn.status_code, drawn.mimetype, drawn.headers["Cache-Control"]) == (200, "image/svg+xml", "no-store")
    root = ElementTree.fromstring(drawn.text)  # noqa: S314 - our own drawing
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "style=" not in drawn.text and "<script" not in drawn.text


def test_where_a_new_place_is_is_drawn_and_said(enter: Enter) -> None:
    lon, lat = read_tiny().places["square-des-tilleuls"].position
    id = send("Un <b>atelier</b>", "new_place", place=None, territory="les-tilleuls", lon=lon, lat=lat)
    desk = enter()
    assert f"{lat:.5f}, {lon:.5f}" in desk.get(f"/desk/suggestions/{id}").text
    assert desk.get(f"/desk/suggestions/{id}/map.svg").status_code == 200


def test_what_is_nowhere_has_no_map_and_no_stranger_sees_one(enter: Enter, desk: Flask) -> None:
    id, client = send("Un banc", "need", place=None), enter()
    assert client.get(f"/desk/suggestions/{id}/map.svg").status_code == 404
    assert "map.svg" not in client.get(f"/desk/suggestions/{id}").text
    assert desk.test_client().get(f"/desk/suggestions/{id}/map.svg").status_code == 303
