"""Printed codes lead to their page, however they are typed."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("K7M2Q4", "places/biblio"),
        ("k7m2q4", "places/biblio"),
        ("k7m2q4/", "places/biblio"),
        ("W41K00", "walks/jeu"),
        ("w4lkOo", "walks/jeu"),
        ("K٧M٢Q٤", "places/biblio"),
        ("k۷m۲q۴", "places/biblio"),
        ("Ｋ７Ｍ２Ｑ４", "places/biblio"),
        ("k7m2q4\u200b", "places/biblio"),
        ("T3RRI7", "nord/"),
    ],
)
def test_a_code_leads_to_its_page(visitor: FlaskClient, typed: str, path: str) -> None:
    answer = visitor.get(f"/{typed}", headers={"Accept-Language": "ar"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/ar/{path}")
    assert answer.headers["Vary"] == "Accept-Language"


def test_without_a_language_a_code_leads_to_french(visitor: FlaskClient) -> None:
    assert visitor.get("/K7M2Q4").headers["Location"] == "/fr/places/biblio"


def test_a_code_that_was_never_given_is_a_missing_page(visitor: FlaskClient) -> None:
    answer = visitor.get("/AAAAA2", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["Content-Language"]) == (404, "en")


@pytest.mark.parametrize("typed", ["G0NE00", "gone00"])
def test_a_code_that_is_not_in_use_leads_to_the_page_that_says_so(visitor: FlaskClient, typed: str) -> None:
    answer = visitor.get(f"/{typed}", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/codes/G0NE00")


def test_a_word_that_is_no_code_is_a_missing_page(visitor: FlaskClient) -> None:
    assert visitor.get("/zzzzzz").status_code == 404


def test_a_code_keeps_the_query(visitor: FlaskClient) -> None:
    assert visitor.get("/K7M2Q4?from=poster").headers["Location"] == "/fr/places/biblio?from=poster"
