"""The file of opening intervals, and the phone that reads it."""

import json
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.domain.content import Content
from app.domain.hours.status import Answer, status_at
from app.domain.place import Place
from app.edition.file import PlannedFile
from app.edition.hours import WINDOW_DAYS, hours_files
from app.site.addresses import Site
from tests.domain.hours import cast
from tests.domain.hours.random_hours import PLACES

ANSWERS = Path(__file__).parent.parent / "js" / "hours" / "answers.js"
EXPRESSIONS = (
    cast.LIBRARY, cast.LIBRARY_WITHOUT_PH, cast.HOMEWORK, cast.CENTRE, cast.NO_AUGUST, cast.RENDEZ_VOUS, cast.CAFE,
    "24/7", "Mo-Su 06:00-22:00", "sunrise-sunset; PH off", "Fr-Sa 20:00-02:00; PH off", '"sur rendez-vous"',
    "Sa[1] 10:00-12:00; PH off", "week 1-53/2 We 14:00-16:00; PH off", "SH,PH Mo-Fr 10:00-12:00",
    'Mo-Fr 09:00-12:00; PH off || "sur appel"', 'Mo-Fr 10:00-12:00 off "travaux"; PH,SH off', None,
    "24/7; PH off", "24/7; Su off", "Mar Su[-1]-Oct Su[-1] 08:00-20:00; PH off", "Sa[1] +1 day 10:00-12:00; PH off",
    "off", "Fr 18:00-09:00; PH off", "Mo-Su 18:00+", "sunset-02:00; We off", "2027 Mo-Fr 10:00-12:00",
    "easter 10:00-12:00",
)  # fmt: skip
WORKS = {"from": "2026-12-01", "to": "2026-12-10", "kind": "closed", "reason": "Travaux"}
OTHER = {"from": "2026-12-05", "to": "2026-12-12", "kind": "hours", "hours": "Sa 08:00-09:00; PH off"}

NO_EVENING = {"from": "2026-12-04", "to": "2026-12-04", "kind": "closed"}
LATE = {"from": "2026-12-31", "to": "2026-12-31", "kind": "hours", "hours": "20:00-02:00"}


def make_library() -> Content:
    plain = [cast.make_place(hours, id=f"lieu-{n}") for n, hours in enumerate(EXPRESSIONS)]
    bent = [
        cast.make_place(cast.LIBRARY, id="travaux", exceptions=[WORKS, OTHER]),
        cast.make_place("Th-Sa 22:00-02:00", id="soirees", exceptions=[NO_EVENING, LATE]),
        cast.make_place(cast.LIBRARY, id="vieux", verified={"on": "2026-06-15", "how": "visit"}),
        cast.make_place(cast.LIBRARY, id="ferme", status="closed_for_good"),
        cast.make_place(id="appeler", hours_known="call"),
    ]
    return cast.make_content(*plain, *bent)


def make_file(content: Content, today: date, *, rehearsal: bool = False) -> PlannedFile:
    return next(iter(hours_files(content, Site(("fr", "ar"), "1", rehearsal=rehearsal), today)))


def flat(answer: Answer, monday: datetime) -> list[object]:
    """The answer as the phone gives it: minutes of the window, nothing after it."""
    until, coming = (
        int((moment - monday) / timedelta(minutes=1)) if moment and moment < monday + timedelta(WINDOW_DAYS) else None
        for moment in (answer.until, answer.next_opening)
    )
    state = answer.next_state if coming is not None else None
    reason = answer.reason
    return [answer.state, reason.because, reason.words, answer.comment, until, coming, state, answer.stale]


@pytest.mark.parametrize("today", ["2026-10-14", "2026-12-03", "2027-03-25", "2027-06-28"])
def test_the_phone_answers_as_the_library_does(today: str) -> None:
    answers, expected = both_answers(make_library(), date.fromisoformat(today))
    assert answers == expected


def both_answers(content: Content, today: date) -> tuple[object, list[object]]:
    """What a phone answers of every place at moments of the whole window, and what the library does."""
    hours = json.loads(make_file(content, today).make())
    monday = datetime.fromisoformat(hours["from"])
    minutes = range(150, WINDOW_DAYS * 1440, 6007)
    questions = [(id, *divmod(minute, 1440)) for id in content.places for minute in minutes]
    asked = json.dumps({"hours": hours, "questions": questions}, ensure_ascii=False)
    answers = subprocess.run(["node", ANSWERS], input=asked, capture_output=True, text=True, check=True).stdout
    places = content.places
    expected = [
        flat(status_at(places[id], content, monday + timedelta(days=day, minutes=minute)), monday)
        for id, day, minute in questions
    ]
    return json.loads(answers), [*expected]


@pytest.mark.parametrize("today", ["2027-01-14", "2027-06-28"])
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(some.lists(PLACES, min_size=12, max_size=12))
def test_the_phone_answers_so_for_any_hours_that_anybody_might_write(today: str, places: list[Place]) -> None:
    content = cast.make_content(*(place.model_copy(update={"id": f"lieu-{n}"}) for n, place in enumerate(places)))
    answers, expected = both_answers(content, date.fromisoformat(today))
    assert answers == expected


def test_the_file_rolls_once_a_week() -> None:
    content = make_library()
    prints = [
        make_file(content, day).fingerprint for day in (date(2026, 11, 24), date(2026, 11, 30), date(2026, 12, 1))
    ]
    assert prints[0] == prints[1] != prints[2]


def test_the_window_holds_yesterday_too_for_neighbourhoods_in_the_west() -> None:
    hours = json.loads(make_file(make_library(), date(2026, 11, 30)).make())
    assert hours["from"] == "2026-11-23"


def test_the_window_holds_today_and_ninety_days() -> None:
    hours = json.loads(make_file(make_library(), date(2026, 11, 29)).make())
    assert (hours["from"], hours["days"]) == ("2026-11-23", 91)


def test_a_rehearsal_says_its_day() -> None:
    played = make_file(make_library(), date(2026, 11, 29), rehearsal=True)
    assert json.loads(played.make())["rehearsal"] == "2026-11-29"
    assert "rehearsal" not in json.loads(make_file(make_library(), date(2026, 11, 29)).make())


def test_the_same_content_gives_the_same_bytes() -> None:
    first, again = (make_file(make_library(), date(2026, 11, 29)) for _ in range(2))
    assert (first.fingerprint, first.make()) == (again.fingerprint, again.make())


def test_an_edit_of_hours_changes_the_fingerprint() -> None:
    content = cast.make_content(cast.make_place(cast.LIBRARY))
    edited = cast.make_content(cast.make_place(cast.HOMEWORK))
    assert make_file(content, date(2026, 11, 29)).fingerprint != make_file(edited, date(2026, 11, 29)).fingerprint


def test_a_place_without_anything_to_say_takes_no_room() -> None:
    assert json.loads(make_file(cast.make_content(cast.make_place()), date(2026, 11, 29)).make())["places"] == {}


def test_holidays_of_the_window_and_the_next_one_are_told() -> None:
    hours = json.loads(make_file(make_library(), date(2026, 11, 24)).make())
    named = [(first, last, hours["names"][name]["fr"]) for first, last, name in hours["school"]]
    assert named == [(26, 41, "Vacances de Noël"), (75, 90, "Vacances d’hiver")]
    assert [(day, hours["names"][name]["fr"]) for day, name in hours["public"]] == [(32, "Noël"), (39, "Jour de l’an")]


def test_the_hours_of_a_service_are_its_own() -> None:
    help_desk = {"id": "aide", "name": "Aide numérique", "hours": "We 14:00-16:00; PH off"}
    content = cast.make_content(cast.make_place(cast.LIBRARY, services=[help_desk]))
    assert set(json.loads(make_file(content, date(2026, 11, 23)).make())["places"]) == {"lieu", "lieu/aide"}
