"""What a quarter offers on a part of a day is what its hours say; a hole is told apart from what nobody knows."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.content import Content
from app.domain.gaps import AGES, ThemeRow, gaps_of, parts_open
from app.domain.public import public_content
from tests.cast.printed import edit, read_tiny

LIBRARY, HOME = "bibliotheque-des-tilleuls", "les-tilleuls"
NEVER = ((False,) * 3,) * 7


@pytest.fixture(scope="module")
def content() -> Content:
    return read_tiny()


def row(content: Content, theme: str = "culture", age: str = "all") -> ThemeRow:
    public = public_content(content)
    return next(row for row in gaps_of(public, public.territories[HOME], age) if row.theme.id == theme)


def library(content: Content, **facts: Any) -> Any:
    bare = {"hours": None, "hours_known": None, "exceptions": (), "services": (), "ages": None}
    return edit(content, LIBRARY, **(bare | facts))


@pytest.mark.parametrize(
    ("hours", "monday", "sunday"),
    [
        ("Mo 09:00-12:15", (True, False, False), (False, False, False)),
        ("Mo 09:00-12:30", (True, True, False), (False, False, False)),
        ("Mo-Su 17:00-19:00", (False, True, True), (False, True, True)),
        ("Mo 20:00-02:00", (False, False, True), (False, False, False)),
        ('Mo 10:00-11:00 "sur rendez-vous"', (True, False, False), (False, False, False)),
        ("sunrise-sunset", (True, True, False), (True, True, False)),
        ("24/7", (True, True, True), (True, True, True)),
    ],
)
def test_a_place_receives_when_it_is_open_for_half_an_hour(
    content: Content, hours: str, monday: tuple[bool, ...], sunday: tuple[bool, ...]
) -> None:
    found = parts_open(library(content, hours=hours).places[LIBRARY])
    assert found and (found[0], found[6]) == (monday, sunday)


def test_what_nobody_knows_is_not_closed(content: Content) -> None:
    assert parts_open(library(content).places[LIBRARY]) is None
    assert parts_open(library(content, hours="Mo 09:00-12:00", hours_known="call").places[LIBRARY]) is None


def test_what_is_shut_for_a_time_receives_nobody(content: Content) -> None:
    shut = library(content, hours="Mo 09:00-12:00", status="closed_temporarily")
    assert parts_open(shut.places[LIBRARY]) == NEVER


def test_a_service_receives_for_its_place(content: Content) -> None:
    helped = library(content, services=[{"id": "aide", "name": "Aide", "hours": "Tu 14:00-16:00"}])
    found = parts_open(helped.places[LIBRARY])
    assert found and found[1] == (False, True, False)


def test_a_hole_is_told_apart_from_what_is_not_known(content: Content) -> None:
    known, unknown = row(library(content, hours="Mo 09:00-12:00")), row(library(content))
    assert (known.state(0, 0), known.state(0, 1), known.unknown) == ("some", "none", 0)
    assert (unknown.state(0, 0), unknown.unknown) == ("unknown", 1)


def test_ages_are_asked_and_who_does_not_say_is_counted_apart(content: Content) -> None:
    small = library(content, hours="Mo 09:00-12:00", ages={"max_months": 35})
    assert [len(row(small, age=age).places) for age in AGES] == [1, 1, 0, 0, 0]
    assert (row(library(content), age="3-5").unsaid, row(library(content)).unsaid) == (1, 0)


def test_a_theme_that_a_quarter_has_none_of_names_the_nearest_elsewhere(content: Content) -> None:
    far = library(content, position=(2.5, 48.95))
    found = row(far)
    assert found.places == [] and found.elsewhere and found.elsewhere.place.id == LIBRARY
    assert found.elsewhere.metres > 5_000


def test_what_families_may_not_see_is_in_no_row(content: Content) -> None:
    hidden = library(content, status="draft")
    assert row(hidden).places == [] and row(hidden).elsewhere is None
    veiled = replace(hidden, places={**hidden.places})
    assert row(veiled).open == ((0,) * 3,) * 7
