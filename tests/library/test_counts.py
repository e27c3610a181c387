"""What is counted of uses and scans is added up, on every database."""

from datetime import date, timedelta

from flask import Flask

from app.domain.use import Use
from app.library.scans import add_scans, scans_by_day
from app.library.uses import KEPT_DAYS, add_uses, read_uses

MONDAY = date(2026, 11, 16)
LIST, PLACE = Use("list", "les-tilleuls", "fr"), Use("place", lang="ar")


def test_uses_of_the_same_kind_and_day_are_one_number(any_app: Flask) -> None:
    add_uses({(LIST, MONDAY): 2, (PLACE, MONDAY): 3})
    add_uses({(LIST, MONDAY): 5})
    assert read_uses("kind", MONDAY) == {"list": {MONDAY: 7}, "place": {MONDAY: 3}}


def test_uses_that_are_too_old_are_forgotten(any_app: Flask) -> None:
    long_ago = MONDAY - timedelta(days=KEPT_DAYS + 7)
    add_uses({(LIST, long_ago): 2})
    add_uses({(LIST, MONDAY): 1})
    assert read_uses("kind", long_ago) == {"list": {MONDAY: 1}}


def test_scans_of_the_same_code_and_day_are_one_number(any_app: Flask) -> None:
    add_scans({("ABCDEF", MONDAY): 2, ("GHJKMN", MONDAY): 1})
    add_scans({("ABCDEF", MONDAY): 4})
    assert scans_by_day(MONDAY) == {MONDAY: 7}
