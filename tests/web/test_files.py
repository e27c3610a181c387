"""Public files: right headers, right coding, no database, never a 500."""

import gzip
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from app.factory import create_app
from app.publish import current
from app.settings import read_settings
from app.site.headers import content_security_policy

from .conftest import SITE

BODY = ("<p>fr about</p>" * 50).encode()


def test_a_page_comes_with_its_type_and_language(visitor: FlaskClient) -> None:
    answer = visitor.get("/fr/about")
    assert (answer.status_code, answer.data) == (200, BODY)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Language"] == "fr"
    assert (answer.headers["Cache-Control"], answer.headers["Vary"]) == ("no-cache", "Accept-Encoding")


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.1, gzip;q=1", "br"),
        ("identity", None),
        ("*;q=0", None),
        ("", None),
        ("\x00;;;q=,,", None),
    ],
)
def test_it_sends_the_best_coding_that_is_accepted(visitor: FlaskClient, accepted: str, coding: str | None) -> None:
    answer = visitor.get("/fr/about", headers={"Accept-Encoding": accepted})
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert answer.headers.get("Content-Encoding") == coding
    assert opened(answer.data) == BODY
    assert int(answer.headers["Content-Length"]) == len(answer.data)


VERSION = f"v={SITE.asset_version}"
PAGE = f"v={sha256(BODY).hexdigest()[:8]}"


@pytest.mark.parametrize(
    "address", [f"static/gen/app.js?{VERSION}", "static/gen/chunks/chunk-ABC.js", f"fr/about?{PAGE}"]
)
def test_what_an_address_names_the_version_of_may_be_kept_for_good(visitor: FlaskClient, address: str) -> None:
    answer = visitor.get(f"/{address}")
    again = visitor.get(f"/{address}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.status_code, again.status_code) == (200, 304)
    for each in (answer, again):
        assert each.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "address",
    [
        *("static/gen/app.js", "static/gen/app.js?v=", "static/gen/app.js?v=00000000", f"static/gen/app.js?{PAGE}"),
        *(
            "fr/about?v=",
            f"fr/about?{VERSION}",
            f"fr/about?{PAGE}0",
            f"fr/about?{PAGE}&utm_source=affiche",
            f"?{VERSION}",
        ),
    ],
)
def test_what_no_version_is_named_of_is_asked_for_each_time(visitor: FlaskClient, address: str) -> None:
    answer = visitor.get(f"/{address}")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize("address", [f"static/gen/gone.js?{VERSION}", "static/gen/chunks/gone.js"])
def test_what_is_not_there_is_not_kept(visitor: FlaskClient, address: str) -> None:
    answer = visitor.get(f"/{address}")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-cache")


def test_pictures_are_sent_as_they_are(visitor: FlaskClient) -> None:
    answer = visitor.get("/static/gen/icon.png", headers={"Accept-Encoding": "br"})
    assert (answer.headers.get("Content-Encoding"), answer.headers["Content-Type"]) == (None, "image/png")


def test_a_calendar_is_sent_as_it_is_to_whoever_asks(visitor: FlaskClient) -> None:
    got, asked = (ask("/api/v1/sessions.ics", headers={"Accept-Encoding": "br"}) for ask in (visitor.get, visitor.head))
    assert (got.headers.get("Content-Encoding"), got.headers["Content-Type"]) == (None, "text/calendar; charset=utf-8")
    assert {**asked.headers, "Date": ""} == {**got.headers, "Date": ""}
    assert asked.data == b""


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_what_a_phone_has_is_not_sent_again(visitor: FlaskClient, known: str) -> None:
    etag = visitor.get("/fr/about").headers["ETag"]
    answer = visitor.get("/fr/about", headers={"If-None-Match": known.format(etag)})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", etag)


def test_codings_have_their_own_tag(visitor: FlaskClient) -> None:
    tags = {visitor.get("/fr/about", headers={"Accept-Encoding": c}).headers["ETag"] for c in ("br", "gzip", "")}
    assert len(tags) == 3


def test_an_old_tag_gets_the_page(visitor: FlaskClient) -> None:
    assert visitor.get("/fr/about", headers={"If-None-Match": '"old"'}).status_code == 200


def test_head_tells_the_length_without_the_body(visitor: FlaskClient) -> None:
    answer = visitor.head("/fr/about")
    assert (answer.status_code, answer.data, answer.headers["Content-Length"]) == (200, b"", str(len(BODY)))


def test_no_cookie_is_set(visitor: FlaskClient) -> None:
    assert [visitor.get(path).headers.get("Set-Cookie") for path in ("/", "/fr/about", "/nope")] == [None] * 3


@pytest.mark.parametrize(("address", "body"), [("tour.gpx", b"gpx"), ("tour.gpx?kind=route", b"route.gpx")])
def test_a_walk_is_handed_to_another_application(visitor: FlaskClient, address: str, body: bytes) -> None:
    answer = visitor.get(f"/api/v1/walks/{address}")
    assert (answer.data, answer.headers["Content-Disposition"]) == (body, "attachment")


def test_other_maps_may_read_open_data(visitor: FlaskClient) -> None:
    assert visitor.get("/api/v1/places/biblio").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in visitor.get("/fr/about").headers


@pytest.mark.parametrize(
    "path", ["/", "/fr/about", "/fr", "/nope", "/K7M2Q4", "/healthz", "/sw.js", "/api/nope", "/qr/x"]
)
def test_every_answer_has_the_security_headers(visitor: FlaskClient, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["Content-Security-Policy"] == content_security_policy()
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=(self)" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", ["/fr/about", "/nope"])
def test_only_a_site_reached_by_https_insists_on_it(publish: Callable[[], object], tmp_path: Path, path: str) -> None:
    publish()
    environ = {"ADEUXPAS_DATA": str(tmp_path), "ADEUXPAS_PUBLIC_URL": "https://quartier.example"}
    visitor = create_app(read_settings(environ)).test_client()
    assert visitor.get(path).headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("names", [["1.json"], ["current"], ["1.json", "current"]])
def test_it_goes_on_with_what_it_read_before_the_damage(
    visitor: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    monkeypatch.setattr(current, "CHECK_EVERY_S", 0)
    before = visitor.get("/fr/about").status_code
    for name in names:
        (tmp_path / "editions" / name).write_bytes(b"{")
    assert (before, visitor.get("/fr/about").status_code, visitor.get("/en/about").status_code) == (200, 200, 200)


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/fr/../../secret",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/gen/%2e%2e/%2e%2e/edition.py",
        "/fr/%00",
        "/%ff%fe%c3",
        "/%F0%9F",
        "/fr//about",
        "/" + "a" * 100_000,
        "/fr/about.html",
        "/fr/about%0d%0aX-Evil:%201",
        "/\\evil.example",
    ],
)
def test_junk_is_not_found(visitor: FlaskClient, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "X-Evil" not in answer.headers
