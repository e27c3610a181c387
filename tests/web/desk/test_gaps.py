"""The gaps of a quarter at the desk: a table to read, one to reckon with, and what families wrote that they miss."""

import csv
from io import StringIO

import pytest
from flask import Flask

from app.domain.territory import Territory
from app.library.content.writes import save_territory

from .conftest import Enter, words_of
from .test_judging import send

HOME = "les-tilleuls"


def test_the_desk_shows_what_a_quarter_offers_and_lacks(enter: Enter) -> None:
    client = enter()
    assert client.get("/desk/gaps").headers["Location"] == f"/desk/gaps/{HOME}"
    page = client.get(f"/desk/gaps/{HOME}?lang=fr")
    assert page.headers["Cache-Control"] == "no-store"
    text = words_of(page.get_data(as_text=True))
    assert "Lire, jouer, voir" in text and "Personne n’a encore écrit" in text
    assert "Toilettes, eau" not in text


@pytest.mark.parametrize(("lang", "word"), [("fr", "après-midi"), ("en", "afternoon"), ("ar", "بعد الظهر")])
def test_it_speaks_the_language_of_who_reads(enter: Enter, lang: str, word: str) -> None:
    assert word in enter().get(f"/desk/gaps/{HOME}?lang={lang}&age=6-11").get_data(as_text=True)


def test_every_cell_is_a_line_for_spreadsheets(enter: Enter) -> None:
    answer = enter().get(f"/desk/gaps/{HOME}.csv?lang=fr")
    lines = list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"), newline=""), strict=True))
    assert len(lines) % (5 * 7 * 3) == 0 and {line["Moment"] for line in lines} == {"matin", "après-midi", "soir"}
    wednesday = [
        line for line in lines if (line["Âge"], line["Jour"], line["Moment"]) == ("Tous les âges", "mercredi", "matin")
    ]
    assert sum(int(line["Lieux qui reçoivent"]) for line in wednesday) > 0
    assert all(
        int(line["Lieux qui reçoivent"]) + int(line["Horaires inconnus"]) <= int(line["Lieux"]) for line in lines
    )


def test_needs_are_listed_until_they_are_refused(enter: Enter) -> None:
    coordinator = enter()
    missed = send("need", None, "Un dentiste <ici>", territory=HOME, lang="fr")
    send("hours", text="Fermé le lundi")
    page = coordinator.get(f"/desk/gaps/{HOME}").text
    assert "Un dentiste &lt;ici&gt;" in page and f"/desk/suggestions/{missed}" in page and "Fermé le lundi" not in page
    coordinator.post(f"/desk/suggestions/{missed}", data={"outcome": "refused", "was": "new", "reason": "twice"})
    assert "Un dentiste" not in coordinator.get(f"/desk/gaps/{HOME}").text


def test_a_quarter_of_others_is_not_there(enter: Enter) -> None:
    ring = ((2.5, 48.9), (2.51, 48.9), (2.51, 48.91), (2.5, 48.9))
    assert save_territory(Territory(id="ailleurs", name="Ailleurs", outline=(ring,)), by="load").problems == ()
    relay = enter("Relais", "relay", "ailleurs")
    assert [relay.get(path).status_code for path in (f"/desk/gaps/{HOME}", f"/desk/gaps/{HOME}.csv")] == [404, 404]
    assert relay.get("/desk/gaps/nulle-part").status_code == 404
    assert "Aucun lieu ici" in words_of(relay.get("/desk/gaps/ailleurs?lang=fr").text)


def test_nobody_reads_it_from_outside(desk: Flask) -> None:
    assert desk.test_client().get(f"/desk/gaps/{HOME}.csv").headers["Location"].endswith("/desk/")
