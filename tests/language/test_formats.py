"""What is not words is written as each language writes it."""

from datetime import date

import pytest

from app.language.formats import Formats


@pytest.mark.parametrize(
    ("lang", "metres", "said"),
    [("fr", 347, "350\u202fm"), ("fr", 1234, "1,2\u202fkm"), ("en", 1234, "1.2\u00a0km"), ("fr", 2, "10\u202fm")],
)
def test_a_distance_is_round(lang: str, metres: float, said: str) -> None:
    assert Formats(lang).distance(metres) == said


@pytest.mark.parametrize(("minutes", "said"), [(5, "5 min"), (60, "1 h"), (80, "1 h 20 min")])
def test_a_long_time_is_in_hours(minutes: int, said: str) -> None:
    assert " ".join(Formats("fr").minutes(minutes).split()) == said


@pytest.mark.parametrize(
    ("lang", "minute", "said"),
    [("fr", 840, "14\u00a0h"), ("fr", 870, "14\u00a0h\u00a030"), ("en", 840, "14:00"), ("ar", 545, "9:05")],
)
def test_the_time_of_day_is_as_on_the_door(lang: str, minute: int, said: str) -> None:
    assert Formats(lang).clock(minute) == said


@pytest.mark.parametrize("text", ["2026-01", "2025/2026-01-15", "2026-01-31"])
def test_a_period_says_its_last_month(text: str) -> None:
    assert Formats("fr").period(text) == "janvier 2026"


@pytest.mark.parametrize(
    ("lang", "month", "said"),
    [("fr", 1, "de janvier 2021"), ("fr", 4, "d’avril 2021"), ("fr", 8, "d’août 2021"), ("en", 4, "April 2021")],
)
def test_a_month_is_said_after_its_preposition(lang: str, month: int, said: str) -> None:
    assert Formats(lang).of_month(date(2021, month, 28)) == said


def test_arabic_keeps_european_digits() -> None:
    formats = Formats("ar")
    said = [formats.number(1250), formats.distance(350), formats.month(date(2026, 1, 31)), formats.minutes(5)]
    assert not any("\u0660" <= letter <= "\u0669" for letter in "".join(said))


def test_a_phone_number_is_as_one_dials_it() -> None:
    assert Formats("ar").phone("+33146073505") == "01 46 07 35 05"


@pytest.mark.parametrize(("code", "said"), [("ar", "arabe"), ("ta", "tamoul"), ("zzz", "zzz")])
def test_a_language_has_its_name_or_its_tag(code: str, said: str) -> None:
    assert Formats("fr").language(code) == said


def test_no_language_speaks_the_words_of_another() -> None:
    """Babel keeps what it looked up for one language where the next one looks too."""
    said = {lang: Formats(lang).weekday(0) for lang in ("ps", "th", "ja", "uk", "fi", "fr", "ar", "en")}
    assert said == {
        "ps": "دونۍ",
        "th": "วันจันทร์",
        "ja": "月曜日",
        "uk": "понеділок",
        "fi": "maanantai",
        "fr": "lundi",
        "ar": "الاثنين",
        "en": "Monday",
    }


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fa", "یکشنبه 20 دسامبر 2026"), ("ar-SA", "الأحد، 20 ديسمبر 2026"), ("th", "วันอาทิตย์ที่ 20 ธันวาคม ค.ศ. 2026")],
)
def test_a_language_with_a_calendar_of_its_own_says_ours(lang: str, said: str) -> None:
    assert Formats(lang).day(date(2026, 12, 20)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("+33800130000", "0 800 13 00 00"),
        ("3949", "3949"),
        ("3919", "3919"),
        ("115", "115"),
        ("+390612345678", "06 1234 5678"),
    ],
)
def test_a_short_number_and_a_free_one_are_as_one_dials_them(number: str, said: str) -> None:
    assert Formats("fr").phone(number) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", ["1er mai", "1er mai 2026", "vendredi 1er mai 2026"]),
        ("en", ["May 1", "May 1, 2026", "Friday, May 1, 2026"]),
    ],
)
def test_french_counts_the_first_day_of_a_month(lang: str, said: list[str]) -> None:
    formats, day = Formats(lang), date(2026, 5, 1)
    assert [formats.month_day(5, 1), formats.short_day(day), formats.day(day)] == said


def test_other_days_are_plain_numbers() -> None:
    assert Formats("fr").day(date(2026, 1, 11)) == "dimanche 11 janvier 2026"
