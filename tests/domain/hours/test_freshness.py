"""Old information is said with its age, never as a plain "open"."""

from datetime import date

import pytest

from app.domain.hours.freshness import add_months, last_day

from .cast import LIBRARY, ask, make_place


def seen(on: str, **more: object) -> dict[str, object]:
    return {"on": on, "how": "visit"} | more


@pytest.mark.parametrize(
    ("verified", "category", "stale"),
    [
        (seen("2026-05-18"), "lire", False),
        (seen("2026-05-17"), "lire", True),
        (seen("2025-01-15"), "college", False),
        (seen("2024-11-01"), "college", True),
        (seen("2026-01-15", due="2027-01-15"), "lire", False),
        (seen("2026-11-01", due="2026-11-17"), "lire", True),
    ],
)
def test_information_grows_old_by_the_kind_of_place(verified: dict[str, object], category: str, stale: bool) -> None:
    answer = ask(make_place(LIBRARY, verified=verified, categories=[category]), "2026-11-18T11:00")
    assert (answer.state, answer.stale) == ("open", stale)
    assert answer.verified_on == date.fromisoformat(str(verified["on"]))


def test_the_date_of_a_source_counts_where_nobody_verified() -> None:
    sources = [{"name": "OSM", "on": "2026-01", "fields": ["hours"]}, {"name": "Ville", "on": "2026-11"}]
    answer = ask(make_place(LIBRARY, sources=sources[:1]), "2026-11-18T11:00")
    assert (answer.stale, answer.verified_on) == (True, date(2026, 1, 31))
    assert ask(make_place(LIBRARY, sources=sources), "2026-11-18T11:00").stale is False


def test_a_dated_notice_does_not_grow_old() -> None:
    notice = {"from": "2026-11-18", "to": "2026-11-18", "kind": "closed"}
    place = make_place(LIBRARY, verified=seen("2020-01-01"), exceptions=[notice])
    assert ask(place, "2026-11-18T11:00").stale is False


def test_unknown_hours_are_not_stale() -> None:
    assert ask(make_place(verified=seen("2020-01-01")), "2026-11-18T11:00").stale is False


@pytest.mark.parametrize(
    ("written", "day"),
    [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2024-04-12", "2024-04-12"), ("2019/2021-06", "2021-06-30")],
)
def test_a_year_or_a_range_counts_from_its_last_day(written: str, day: str) -> None:
    assert last_day(written) == date.fromisoformat(day)


def test_months_are_added_to_the_end_of_short_ones() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
