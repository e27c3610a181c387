"""The versions of a place at the desk: who changed what and why, and going back to any of them."""

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place

from .conftest import Enter, words_of

PLACE = "bibliotheque-des-tilleuls"
PAGE = f"/desk/places/{PLACE}/history"


def going_back(client: FlaskClient, button: str, number: int = 0) -> TestResponse:
    """Press a button of the history, of all those that are so called the one with this number."""
    forms = [f for f in re.findall(r"<form.*?</form>", client.get(PAGE).text, re.S) if button in words_of(f)]
    return client.post(PAGE, data=dict(re.findall(r'name="(\w+)" value="(\d+)"', forms[number])))


@pytest.fixture
def changed(enter: Enter) -> FlaskClient:
    """A place that was changed three times."""
    client = enter()
    change_place(PLACE, {"purpose": "Un.", "hours": "Mo 09:00-10:00"}, by="load")
    change_place(PLACE, {"purpose": "Deux."}, by="relay", why="Lu sur la porte")
    change_place(PLACE, {"access_hint": "Au fond."}, by="coordinator")
    return client


def test_the_history_says_who_and_why_and_before_and_after(changed: FlaskClient) -> None:
    words = words_of(changed.get(PAGE).text)
    assert "Habitant-relais Lu sur la porte À quoi ça sert Un. Deux." in words.replace("· ", "").replace("  ", " ")
    assert words.index("Au fond.") < words.index("Deux.")
    assert PLACE in changed.get("/desk/history").text


def test_one_change_is_undone_and_the_others_stay(changed: FlaskClient) -> None:
    assert going_back(changed, "Annuler ce changement", 1).status_code == 303
    place = read_library().places[PLACE]
    assert (place.purpose, place.access_hint, place.hours) == ("Un.", "Au fond.", "Mo 09:00-10:00")
    newest = read_changes("place", PLACE)[0]
    assert (newest.field, newest.before, newest.after, newest.by) == ("purpose", "Deux.", "Un.", "coordinator")


def test_a_field_that_moved_since_stays_and_is_named(changed: FlaskClient) -> None:
    hours = next(change.before for change in read_changes("place", PLACE) if change.field == "hours")
    answer = going_back(changed, "Annuler ce changement", 2)
    assert "cela reste comme c’est : À quoi ça sert" in words_of(answer.text)
    place = read_library().places[PLACE]
    assert (place.purpose, place.hours) == ("Deux.", hours)


def test_a_check_is_taken_back_and_the_one_that_came_since_stays(enter: Enter) -> None:
    client, visit = enter(), {"on": "2026-11-01", "how": "visit"}
    change_place(PLACE, {"checks": {"hours": visit}}, by="relay")
    change_place(PLACE, {"checks": {"hours": visit, "phones": visit}}, by="relay")
    words = words_of(client.get(PAGE).text)
    assert "Vérifié (Horaires)" in words and "1er nov. 2026, vu sur place" in words
    assert going_back(client, "Annuler ce changement", 1).status_code == 303
    checks = read_library().places[PLACE].checks
    assert checks and (checks.hours, checks.phones is None) == (None, False)
    assert going_back(client, "Annuler ce changement", 1).status_code == 303
    assert read_library().places[PLACE].checks is None


def test_any_version_is_given_back(changed: FlaskClient) -> None:
    going_back(changed, "Remettre cette version", 1)
    place = read_library().places[PLACE]
    assert (place.purpose, place.access_hint, place.hours) == ("Un.", None, "Mo 09:00-10:00")


def test_the_first_of_all_is_given_back_and_that_is_undone_too(enter: Enter) -> None:
    client, before = enter(), read_library().places[PLACE]
    change_place(PLACE, {"purpose": "Un."}, by="load")
    change_place(PLACE, {"services": None, "hours": None}, by="load")
    after = read_library().places[PLACE]
    going_back(client, "Remettre la fiche d’avant tout cela")
    assert read_library().places[PLACE] == before
    going_back(client, "Annuler ce changement")
    assert read_library().places[PLACE] == after


def test_who_looked_at_an_older_history_changes_nothing(changed: FlaskClient) -> None:
    form = next(f for f in re.findall(r"<form.*?</form>", changed.get(PAGE).text, re.S) if "Annuler ce" in f)
    change_place(PLACE, {"purpose": "Trois."}, by="load")
    late = changed.post(PAGE, data=dict(re.findall(r'name="(\w+)" value="(\d+)"', form)))
    assert (late.status_code, read_library().places[PLACE].access_hint) == (409, "Au fond.")


def test_a_place_never_changed_says_so(enter: Enter) -> None:
    client = enter()
    assert "comme au premier jour" in client.get(PAGE).text
    assert "Aucune fiche n’a encore changé" in client.get("/desk/history").text.replace("\u00a0", " ")


def test_who_does_not_judge_reads_without_buttons(changed: FlaskClient, enter: Enter) -> None:
    reader = enter("Kiosque", "volunteer")
    assert "Annuler ce changement" not in reader.get(PAGE).text
    seen = read_changes("place", PLACE)[0].id
    assert reader.post(PAGE, data={"since": 1, "until": seen, "seen": seen}).status_code == 403


def test_what_is_not_there_is_not_found_whatever_is_asked(enter: Enter) -> None:
    client = enter()
    asked = (
        "places/nowhere",
        "places/nowhere/history",
        "places/a%00b",
        "places/A b",
        f"suggestions/{10**30}",
        "suggestions/0",
        "suggestions/-1",
    )
    assert {client.get(f"/desk/{each}").status_code for each in asked} == {404}
    posts = [client.post(f"/desk/{each}", data={"outcome": "accepted", "was": "new"}) for each in asked]
    assert {answer.status_code for answer in posts} <= {404, 405, 409}
    huge = {"since": 10**30, "until": "x", "seen": 10**30, "decision": 10**30}
    assert [client.post(f"/desk/{each}", data=huge).status_code for each in ("undo", f"places/{PLACE}/history")] == [
        422,
        409,
    ]
