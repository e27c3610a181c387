"""The front door, near misses, and errors in the visitor's language."""

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("accepted", "home"),
    [("ar-MA,ar;q=0.9,fr;q=0.8", "/ar/"), ("de,en;q=0.5", "/en/"), ("FR", "/fr/"), ("pt;q=1,fr;q=0.1", "/fr/")],
)
def test_the_door_leads_to_the_visitors_language(visitor: FlaskClient, accepted: str, home: str) -> None:
    answer = visitor.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.headers["Location"]) == (302, home)
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("accepted", ["", "de", "*;q=0", ";;;,", "x" * 5000])
def test_the_door_lets_others_choose(visitor: FlaskClient, accepted: str) -> None:
    answer = visitor.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.text) == (200, "<p>Langue</p>")
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/fr", "/fr/"),
        ("/FR/", "/fr/"),
        ("/fr/nord", "/fr/nord/"),
        ("/fr/places/biblio/", "/fr/places/biblio"),
        ("/fr/Places/BIBLIO", "/fr/places/biblio"),
        ("/fr/nord?q=eau&filter=free", "/fr/nord/?q=eau&filter=free"),
    ],
)
def test_a_near_miss_leads_to_the_page(visitor: FlaskClient, path: str, meant: str) -> None:
    answer = visitor.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (301, meant)


def test_an_unknown_language_lets_the_visitor_choose(visitor: FlaskClient) -> None:
    answer = visitor.get("/de/places/biblio")
    assert (answer.status_code, answer.text) == (404, "<p>Langue</p>")


@pytest.mark.parametrize(
    ("path", "accepted", "lang"),
    [("/ar/nope", "en", "ar"), ("/nope", "en", "en"), ("/nope", "", "fr"), ("/en/places/nope", "ar", "en")],
)
def test_a_missing_page_says_so_in_the_visitors_language(
    visitor: FlaskClient, path: str, accepted: str, lang: str
) -> None:
    answer = visitor.get(path, headers={"Accept-Language": accepted})
    assert answer.status_code == 404
    assert answer.text.startswith(f"<p>{lang} 404</p>")
    assert answer.headers["Content-Language"] == lang


@pytest.mark.parametrize("path", ["/fr/about", "/", "/healthz", "/K7M2Q4"])
def test_what_cannot_be_posted_to_says_what_can_be_done(visitor: FlaskClient, path: str) -> None:
    answer = visitor.post(path, data={"a": "1"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/api/v1/places/nope", "/api/v1/nope", "/api/"])
def test_programs_get_their_errors_in_json(visitor: FlaskClient, path: str) -> None:
    answer = visitor.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.get_json()["status"] == 404


@pytest.mark.parametrize("query", ["q=%00%ff", "page=-1", "a=" + "b" * 9000, "%", "q[]=1&q[]=2", "lang=../../x"])
@pytest.mark.parametrize("path", ["/", "/fr/nord/", "/K7M2Q4", "/qr/K7M2Q4.svg", "/healthz", "/nope"])
def test_no_query_breaks_a_page(visitor: FlaskClient, path: str, query: str) -> None:
    assert visitor.get(f"{path}?{query}").status_code < 500


def test_a_fault_of_ours_is_a_page_too(site: Flask) -> None:
    site.add_url_rule("/fr/fault", view_func=lambda: str(1 / 0))
    site.config["PROPAGATE_EXCEPTIONS"] = False
    answer = site.test_client().get("/fr/fault")
    assert answer.status_code == 500
    assert answer.text.startswith("<p>fr 500</p>")


def test_a_busy_server_says_when_to_come_back(site: Flask) -> None:
    site.add_url_rule("/fr/busy", view_func=lambda: abort(503))
    answer = site.test_client().get("/fr/busy")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
