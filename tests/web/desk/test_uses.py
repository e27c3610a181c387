"""What is counted of use is a number a day and kind; what is shown of it tells of nobody."""

import csv
import sqlite3
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask

from app.domain.use import Use, rounded, total_of, use_of
from app.factory import create_app
from app.library.uses import KEPT_DAYS, add_uses, monday_of, read_uses
from tests.cast.library import BASE, settings_over

from .conftest import Enter, words_of

DAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("path", "use"),
    [
        ("fr/", Use("home", lang="fr")),
        ("ar/nord/", Use("list", "nord", "ar")),
        ("ar/nord/page/2", Use("list", "nord", "ar")),
        ("fr/nord/t/sante/", Use("list", "nord", "fr")),
        ("fr/nord/map", Use("map", "nord", "fr")),
        ("fr/nord/walks/", Use("walks", "nord", "fr")),
        ("fr/places/biblio", Use("place", lang="fr")),
        ("fr/walks/tour", Use("walk", lang="fr")),
        ("fr/walks/tour/lead", Use("lead", lang="fr")),
        ("fr/about", Use("page", lang="fr")),
        ("packs/nord.json", Use("pack", "nord")),
        ("packs/nord/0123.gz", None),
        ("fr/words.json", None),
        ("static/gen/app.css", None),
        ("kiosk/nord/fr", None),
        ("api/v1/places/biblio", None),
    ],
)
def test_a_page_is_counted_as_its_kind(path: str, use: Use | None) -> None:
    assert use_of(path, ("fr", "ar"), {"nord"}) == use


def test_small_numbers_are_not_shown_and_sums_do_not_tell_them() -> None:
    assert [rounded(count) for count in (0, 1, 4, 5, 7, 8, 101)] == [None, None, None, 5, 5, 10, 100]
    assert (total_of([3, 4, 12]), total_of([4, 4, 4])) == (10, None)


def test_what_the_edition_hands_out_is_counted_and_nothing_of_who_asked(printed: Path) -> None:
    app = create_app(settings_over(printed))
    phone, telling = app.test_client(), {"User-Agent": "a phone", "X-Forwarded-For": "192.0.2.7", "Cookie": "a=b"}
    for path in ("/fr/les-tilleuls/", "/fr/les-tilleuls/", "/ar/places/bibliotheque-des-tilleuls", "/nowhere"):
        phone.get(path, headers=telling)
    etag = phone.get("/packs/les-tilleuls.json").headers["ETag"]
    assert phone.get("/packs/les-tilleuls.json", headers={"If-None-Match": etag}).status_code == 304
    phone.head("/fr/les-tilleuls/")
    app.extensions["uses"].write()
    with closing(sqlite3.connect(printed / BASE)) as base:
        rows = base.execute("SELECT * FROM use ORDER BY kind").fetchall()
    day = DAY.isoformat()
    assert rows == [
        (day, "list", "les-tilleuls", "fr", 2),
        (day, "pack", "les-tilleuls", "", 2),
        (day, "place", "", "ar", 1),
    ]


def test_days_are_weeks_and_old_ones_are_forgotten(library: Flask) -> None:
    old = date.fromordinal(DAY.toordinal() - KEPT_DAYS - 1)
    add_uses({(Use("map", "nord", "fr"), old): 9})
    add_uses({(Use("map", "nord", "fr"), MONDAY): 2, (Use("map", "nord", "ar"), DAY): 3})
    assert read_uses("kind", old) == {"map": {MONDAY: 5}}
    assert read_uses("lang", old) == {"ar": {MONDAY: 3}, "fr": {MONDAY: 2}}


def test_the_desk_shows_rounded_weeks_and_gives_the_same_to_spreadsheets(enter: Enter, desk: Flask) -> None:
    today = desk.config["ADEUXPAS"].edition_date
    add_uses({(Use("map", "les-tilleuls", "fr"), today): 1003, (Use("place", lang="ar"), today): 3})
    client = enter()
    page = client.get("/desk/uses?lang=fr")
    text = words_of(page.text)
    assert page.headers["Cache-Control"] == "no-store"
    assert "Cartes 1 005" in text and "Lieux &lt;&nbsp;5" in text and "1 003" not in text
    head, *lines = csv.reader(StringIO(client.get("/desk/uses.csv?lang=fr").data.decode("utf-8-sig"), newline=""))
    assert head[-2] == monday_of(today).isoformat()
    assert [(line[1], line[-2], line[-1]) for line in lines] == [
        ("Cartes", "1005", "1005"),
        ("Lieux", "< 5", "< 5"),
        ("Les Tilleuls", "1005", "1005"),
        ("العربية", "< 5", "< 5"),
        ("Français", "1005", "1005"),
    ]


def test_before_anything_is_counted_it_says_so(enter: Enter) -> None:
    assert "Rien n’a encore été compté" in enter().get("/desk/uses?lang=fr").text


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_privacy_page_names_it(printed: Path, lang: str) -> None:
    told = {"fr": "vingt-cinq mois", "en": "twenty-five months", "ar": "خمسة وعشرين"}
    assert told[lang] in create_app(settings_over(printed)).test_client().get(f"/{lang}/privacy").text
