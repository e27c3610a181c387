"""The week editor as a plain form: times of days and holidays become hours, and two weeks are read back at once."""

import re

import pytest
from flask.testing import FlaskClient

from app.domain.place import Place
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place

from .conftest import Enter, words_of
from .editor import PAGE, PLACE, form_of, save

NOON = {"week__0__0__from": "09:00", "week__0__0__to": "12:00"}


def now() -> Place:
    return read_library().places[PLACE]


@pytest.fixture
def blank(enter: Enter) -> FlaskClient:
    """A place of which nobody knows the hours."""
    change_place(PLACE, {"hours": None, "hours_known": "unknown", "exceptions": None}, by="test")
    return enter()


def test_the_rows_hold_the_week_there_is(enter: Enter) -> None:
    held = form_of(enter(), "hours")
    assert [held[f"week.1.0.{end}"] for end in ("from", "to")] == [["13:00"], ["19:00"]]
    assert (held["public"], held["school"], held["week.0.0.from"]) == (["off"], [""], [""])


def test_times_become_hours_that_are_known(blank: FlaskClient) -> None:
    save(blank, "hours", **NOON, week__0__1__from="14h", week__0__1__to="17:30", public="off", school="off")
    assert (now().hours, now().hours_known) == ("Mo 09:00-12:00,14:00-17:30; SH off; PH off", "yes")


def test_holidays_have_a_week_of_their_own(blank: FlaskClient) -> None:
    own = {"public": "own", "public__0__0__from": "10:00", "public__0__0__to": "11:00"}
    own |= {"school": "own", "school__2__0__from": "10:00", "school__2__0__to": "11:00", "school__2__ask": "yes"}
    save(blank, "hours", **NOON, **own)
    school = 'SH Mo,Tu,Th-Su off; SH We 10:00-11:00 "sur rendez-vous"'
    assert now().hours == f"Mo 09:00-12:00; {school}; PH 10:00-11:00"
    assert form_of(blank, "hours")["school.2.ask"] == ["yes"]


def test_a_day_is_copied_without_script_and_nothing_is_saved(blank: FlaskClient) -> None:
    before = read_changes()
    page = save(blank, "hours", **NOON, copy="week.all")
    assert (page.status_code, read_changes()) == (200, before)
    assert page.text.count('value="09:00"') == 5
    one = save(blank, "hours", **NOON, copy="week.1")
    assert one.text.count('value="09:00"') == 2
    assert re.search(r"mardi \w+ \S+ : 9 h – 12 h", words_of(one.text))


def test_two_weeks_are_read_back_before_they_are_saved(blank: FlaskClient) -> None:
    before = read_changes()
    words = words_of(save(blank, "hours", **NOON, look="yes").text)
    assert re.search(r"lundi \w+ \S+ : 9 h – 12 h mardi \w+ \S+ : fermé", words)
    said = save(blank, "hours", **NOON, check="1").get_json()
    assert said["problems"] == {}
    assert len(said["lines"]) == 14
    assert next(words_of(line) for line in said["lines"] if "lundi" in line).endswith(" : 9 h – 12 h")
    assert read_changes() == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"week__0__0__from": "09:00"}, "Il manque l’heure de début ou de fin."),
        ({**NOON, "week__0__1__from": "11:00", "week__0__1__to": "13:00"}, "Ces heures se recouvrent"),
        ({"week__0__0__from": "neuf", "week__0__0__to": "12:00"}, "Écrivez des heures comme 09:00."),
        ({"week__0__0__from": "25:00", "week__0__0__to": "26:00"}, "Écrivez des heures comme 09:00."),
        ({"week__0__0__from": "09:75", "week__0__0__to": "12:00"}, "Écrivez des heures comme 09:00."),
    ],
)
def test_times_that_cannot_be_stand_beside_their_day(blank: FlaskClient, typed: dict[str, str], sentence: str) -> None:
    before = read_changes()
    answer = save(blank, "hours", **typed)
    assert (answer.status_code, sentence in words_of(answer.text), read_changes()) == (422, True, before)
    assert 'class="desk-day has-problem" data-day="week.0"' in answer.text
    assert save(blank, "hours", **typed, check="1").get_json()["problems"]["week.0"].startswith(sentence)


def test_hours_that_no_week_holds_are_a_text(enter: Enter) -> None:
    change_place(PLACE, {"hours": "Sa[1] 10:00-12:00"}, by="test")
    client = enter()
    page = client.get(f"{PAGE}?open=hours").text
    assert "disent plus qu’une semaine ne peut montrer" in words_of(page)
    assert "week.0.0.from" not in page
    save(client, "hours", hours="Sa[2] 10:00-12:00")
    assert now().hours == "Sa[2] 10:00-12:00"


def test_whoever_likes_text_better_writes_text(enter: Enter) -> None:
    page = f"{PAGE}?as=text"
    client = enter()
    assert form_of(client, "hours", page)["hours"] == [now().hours]
    assert save(client, "hours", page, hours="Mo 09:00-10:00").status_code == 303
    assert now().hours == "Mo 09:00-10:00"


def test_hours_taken_away_are_unknown_not_closed(enter: Enter) -> None:
    client = enter()
    emptied = {name.replace(".", "__"): "" for name in form_of(client, "hours") if name.startswith(("week.", "public"))}
    save(client, "hours", **emptied)
    assert (now().hours, now().hours_known) == (None, "unknown")
