"""Which texts are opening hours, and what is said of the others."""

from datetime import datetime, timedelta

import opening_hours
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic_core import PydanticCustomError

from app.domain.hours.days import State, read_days
from app.domain.hours.expansion import NEVER, expand
from app.domain.hours.expression import check_hours, is_readable
from app.domain.hours.order import TIMELESS, hours_warnings

from .cast import CAFE, CENTRE, HOMEWORK, LIBRARY, NO_AUGUST, RENDEZ_VOUS, ask

FACTS = (LIBRARY, HOMEWORK, CENTRE, NO_AUGUST, RENDEZ_VOUS, CAFE, "24/7")


@pytest.mark.parametrize("text", [*FACTS, "SH,PH Mo-Fr 10:00-12:00", '"sur rendez-vous"', "sunrise-sunset"])
def test_it_takes_osm_expressions_as_they_are(text: str) -> None:
    assert check_hours(text) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Mo-Fr 9h-17h", "Mo-Fr 09:00-17:00"),
        ("lun-ven 9h-17h", "Mo-Fr 09:00-17:00"),
        ("du lundi au vendredi de 9h à 17h30", "Mo-Fr 09:00-17:30"),
        ("Lundi, mardi : 9h-12h et 14h-18h ; samedi 10h-13h", "Mo,Tu 09:00-12:00,14:00-18:00; Sa 10:00-13:00"),
        ("Mo - Fr 09:00 - 17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09.00-17.00", "Mo-Fr 09:00-17:00"),
        ("tous les jours 8h–20h", "Mo-Su 08:00-20:00"),
        ("Mercredi 14h-18h, vacances scolaires lundi-vendredi 10h-18h, fermé les jours fériés", CENTRE),
        ("Mo-Fr 9h-17h sur rendez-vous", 'Mo-Fr 09:00-17:00 "sur rendez-vous"'),
        ("24h/24", "24/7"),
        ("ph off", "PH off"),
        ("quand il fait beau", "Mo-Fr 09:00-17:00; PH off"),
        ("Mo-Fr 25:00-26:00", "Mo-Fr 09:00-17:00; PH off"),
    ],
)
def test_it_refuses_the_others_with_a_way_to_write_them(text: str, suggestion: str) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        check_hours(text)
    assert refusal.value.type == "hours"
    assert f"« {text} »" in refusal.value.message()
    assert f"« {suggestion} »" in refusal.value.message()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("PH off; Mo-Fr 09:00-17:00", ["PH off"]),
        ("Aug off; Mo-Fr 09:00-17:00; PH off", ["Aug off"]),
        ("SH Mo-Fr 10:00-18:00; We 14:00-18:00; PH off", ["SH Mo-Fr 10:00-18:00"]),
        ("PH off; SH Mo-Fr 10:00-18:00", ["PH off"]),
        ("Mo-Fr 09:00-17:00; Aug off; Dec 24 09:00-12:00; PH off", []),
        ("Sep-Jun: We 14:00-17:30; Jul-Aug: Tu-Sa 11:00-19:00; PH off", []),
        ("SH Mo-Fr 10:00-18:00; Sa 10:00-12:00", []),
        ("PH off, Mo-Fr 09:00-17:00", []),
        *((text, []) for text in FACTS),
    ],
)
def test_it_warns_of_an_exception_that_a_later_rule_overrides(text: str, rules: list[str]) -> None:
    assert [values["rule"] for _, values in hours_warnings(text)] == rules


def test_it_warns_of_holidays_that_only_a_comment_tells() -> None:
    [(sentence, values)] = hours_warnings('Mo-Fr 09:00-17:00 open "sauf vacances scolaires"; PH off')
    assert "SH off" in sentence.format(**values)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Mo-Fr; PH off", ["Mo-Fr"]),
        ("Mo-Fr 09:00-17:00; Sa; PH off", ["Sa"]),
        ("Jul open", ["Jul open"]),
        ("24/7; PH off", []),
        ('Mo "sur rendez-vous"', []),
    ],
)
def test_it_warns_of_days_without_times(text: str, rules: list[str]) -> None:
    assert [values["rule"] for sentence, values in hours_warnings(text) if sentence == TIMELESS] == rules


@pytest.mark.parametrize("text", ["Apr Su[1] SH Mo-Fr 10:00-12:00", "Su[1] SH Mo 10:00-12:00"])
def test_it_refuses_what_cannot_be_cut_into_days_and_times(text: str) -> None:
    assert not is_readable(text)


DAYS = some.sampled_from(["", "Mo-Fr", "We", "Sa,Su", "Mo-Su", "SH", "PH", "SH,PH", "SH Mo-Fr", "Mo-Fr,SH", "We[1]"])
WIDE = some.sampled_from(["", "", "Sep-Jun", "Jul-Aug:", "Dec 24-Jan 02", "week 1-53/2"])
TIMES = some.sampled_from(["09:00-12:00", "09:00-12:00,14:00-18:00", "22:00-02:00", "08:00-20:00", "24/7"])
ENDS = some.sampled_from(["", "", "", "off", '"sur rdv"', 'open "sonnez; SH"', 'unknown "?"'])
RULES = some.builds(lambda *parts: " ".join(filter(None, parts)), WIDE, DAYS, TIMES, ENDS)
JOINTS = some.sampled_from(["; ", ", ", " || "])
TEXTS = some.builds(
    lambda first, rest: first + "".join(joint + rule for joint, rule in rest),
    RULES,
    some.lists(some.tuples(JOINTS, RULES), max_size=3),
)
HOURS = some.integers(0, 24 * 365).map(lambda hours: datetime(2026, 9, 1) + timedelta(hours=hours))  # noqa: DTZ001


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(is_readable), HOURS)
def test_every_readable_expression_has_an_answer_at_any_time(text: str, at: datetime) -> None:
    answer = ask(text, at.isoformat())
    assert answer.until is None or answer.until > at
    assert answer.next_opening is None or answer.next_opening >= (answer.until or at)


PLAIN = some.builds(
    lambda first, rest: "; ".join([first, *rest]),
    some.builds(lambda *parts: " ".join(filter(None, parts)), WIDE, some.sampled_from(["Mo-Fr", "We", "Sa,Su"]), TIMES),
    some.lists(some.builds(lambda days, times: f"{days} {times}", some.sampled_from(["Tu", "Fr-Sa"]), TIMES)),
)


@settings(max_examples=100, deadline=None)
@given(PLAIN.filter(is_readable), HOURS)
def test_hours_without_holidays_are_as_the_evaluator_reads_them(text: str, at: datetime) -> None:
    day = read_days(expand(text, NEVER), at.date(), 1)[0]
    is_open = day.at(at.hour * 60 + at.minute).state is State.OPEN
    assert is_open == opening_hours.OpeningHours(text).is_open(at)


@settings(max_examples=300, deadline=None)
@given(some.text(max_size=60))
def test_any_text_is_taken_or_refused_with_a_sentence(text: str) -> None:
    try:
        assert check_hours(text) == text
    except PydanticCustomError as refusal:
        assert refusal.message()
