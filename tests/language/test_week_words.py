"""A week in a few lines, as paper has room for it."""

import pytest

from app.domain.hours.asked import hours_of
from app.domain.hours.week import week_table
from app.language.language import Language
from app.language.week_words import say_week

from ..domain.hours import cast

OTHERWISE = "Certaines semaines ou certains jours sont différents : vérifiez avant de venir."


def said(hours: str, lang: str = "fr") -> list[str]:
    table = week_table(hours_of(cast.make_place(hours)))
    assert table is not None
    return [line.replace("\u00a0", " ") for line in say_week(table, Language.read(lang))]


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        ("Mo-Fr 09:00-12:00,14:00-18:00", ["lundi – vendredi : 9 h – 12 h et 14 h – 18 h"]),
        (
            cast.LIBRARY,
            ["mardi, jeudi et vendredi : 13 h – 19 h", "mercredi : 10 h – 19 h", "samedi : 10 h – 18 h"],
        ),
        (
            cast.RENDEZ_VOUS,
            ["lundi – vendredi : 9 h – 12 h (sur rendez-vous) et 14 h – 17 h (sur rendez-vous)"],
        ),
        ("24/7", ["Ouvert jour et nuit, tous les jours."]),
        ("sunrise-sunset", ["Les horaires suivent le lever ou le coucher du soleil."]),
        (cast.CENTRE, ["mercredi : 14 h – 18 h", OTHERWISE]),
        ("Sa[1] 10:00-12:00", ["samedi : 10 h – 12 h", OTHERWISE]),
    ],
)
def test_days_that_are_alike_share_a_line(hours: str, lines: list[str]) -> None:
    assert said(hours) == lines


def test_arabic_says_from_and_to() -> None:
    assert said("Mo-Fr 09:00-12:00", "ar") == ["من الاثنين إلى الجمعة: من 9:00 إلى 12:00"]
