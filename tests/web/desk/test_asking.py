"""Asking a place itself: a link that a preview may open, an answer that waits at the desk, and a code that ends."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.library.content.queries import read_library
from app.library.desk import asking
from app.library.suggestions import read_suggestions

from .conftest import Enter, words_of

PLACE = "bibliotheque-des-tilleuls"


@pytest.fixture
def coordinator(enter: Enter) -> FlaskClient:
    return enter("Coordination")


def link_for(client: FlaskClient) -> str:
    """Make a link at the desk, as the button of a place does; return its path."""
    page = client.post(f"/desk/places/{PLACE}/ask").text
    found = re.search(r"/desk/ask/[0-9A-Z]{12}", page)
    assert found and "data:image/svg+xml" in page
    return found[0]


def test_opening_a_link_changes_nothing_and_shows_what_families_read(desk: Flask, coordinator: FlaskClient) -> None:
    link, staff = link_for(coordinator), desk.test_client()
    for _ in range(3):
        page = staff.get(link)
        assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert "Est-ce encore juste ?" in words_of(page.text)
    assert str(read_library().places[PLACE].hours) in page.text
    assert staff.head(link).status_code == 200
    assert read_suggestions() == []


def test_still_true_waits_for_the_desk_and_dates_the_facts_once_accepted(desk: Flask, coordinator: FlaskClient) -> None:
    link, staff = link_for(coordinator), desk.test_client()
    for _ in range(2):  # pressed twice, it is one message
        assert "Votre réponse est arrivée" in words_of(staff.post(link, data={"answer": "true"}).text)
    assert ([each.state for each in read_suggestions()], read_library().places[PLACE].checks) == (["new"], None)
    page = coordinator.get("/desk/suggestions/1").text
    assert "Dit par le lieu lui-même." in words_of(page)
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.S) if 'name="record"' in f)
    coordinator.post("/desk/suggestions/1", data=dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)))
    checks = read_library().places[PLACE].checks
    assert checks and checks.hours and checks.hours.how == "mail"


def test_what_a_place_writes_is_read_field_by_field(desk: Flask, coordinator: FlaskClient) -> None:
    link = link_for(coordinator)
    typed = {"answer": "changed", "hours": "mardi 9h-12h", "text": "Nous déménageons en juin."}
    assert desk.test_client().post(link, data=typed).status_code == 200
    words = words_of(coordinator.get("/desk/suggestions/1").text)
    assert "mardi : 9 h – 12 h" in words and "Nous déménageons en juin." in words


def test_an_empty_answer_is_asked_again(desk: Flask, coordinator: FlaskClient) -> None:
    answer = desk.test_client().post(link_for(coordinator), data={"answer": "changed"})
    assert (answer.status_code, "Écrivez ce qui a changé" in words_of(answer.text)) == (422, True)


@pytest.mark.parametrize("ends", ["replaced", "old", "guessed"])
def test_a_link_that_is_over_says_so(
    desk: Flask, coordinator: FlaskClient, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    if ends == "old":
        monkeypatch.setattr(asking, "LASTS", timedelta(seconds=-1))
    link = link_for(coordinator)
    if ends == "replaced":
        link_for(coordinator)
    if ends == "guessed":
        link = "/desk/ask/000000000000"
    for answer in (desk.test_client().get(link), desk.test_client().post(link, data={"answer": "true"})):
        assert (answer.status_code, "Ce lien ne marche pas ou plus" in words_of(answer.text)) == (410, True)
    assert read_suggestions() == []


def test_the_code_of_a_link_is_typed_at_the_door_too(desk: Flask, coordinator: FlaskClient) -> None:
    code = link_for(coordinator).rsplit("/", 1)[1]
    answer = desk.test_client().post("/desk/code", data={"code": f"{code[:4]}-{code[4:8]}-{code[8:]}"})
    assert (answer.status_code, "/desk/ask/" in answer.headers["Location"]) == (303, True)


def test_another_site_cannot_answer_for_a_place(desk: Flask, coordinator: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert desk.test_client().post(link_for(coordinator), data={"answer": "true"}, headers=headers).status_code == 403


def test_who_may_not_judge_makes_no_link(enter: Enter) -> None:
    assert enter("Ailleurs", "volunteer").post(f"/desk/places/{PLACE}/ask").status_code == 403
