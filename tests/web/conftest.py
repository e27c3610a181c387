"""A small edition, and the application in front of it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pydantic_core import to_json

from app.edition.build import build_edition
from app.edition.file import PlannedFile, fingerprint_of
from app.edition.store import Edition
from app.factory import create_app
from app.library.db import db
from app.settings import Settings, read_settings
from app.site.addresses import Site
from tests.cast.copies import lent
from tests.cast.library import take_library, tiny_library

LANGUAGES = ("fr", "en", "ar")
HTML = "text/html; charset=utf-8"
CODES = {
    "K7M2Q4": {"kind": "place", "id": "biblio"},
    "W4LK00".replace("L", "1"): {"kind": "walk", "id": "jeu"},
    "T3RR17": {"kind": "territory", "id": "nord"},
    "G0NE00": {"kind": "place", "id": "parti", "retired": True},
}


def planned_file(path: str, text: str, media_type: str = HTML) -> PlannedFile:
    return PlannedFile(path, media_type, fingerprint_of(text), text.encode, shared=False)


def small_edition() -> list[PlannedFile]:
    pages = ["", "nord/", "places/biblio", "walks/jeu", "codes/G0NE00", "404", "500", "offline", "about"]
    planned = [planned_file(f"{lang}/{page}", f"<p>{lang} {page}</p>" * 50) for lang in LANGUAGES for page in pages]
    planned.append(planned_file("kiosk/nord", "<p>kiosk</p>"))
    codes = planned_file("codes.json", to_json(CODES).decode(), "application/json")
    place = planned_file("api/v1/places/biblio", '{"type":"Feature"}', "application/geo+json")
    walk = [planned_file(f"api/v1/walks/tour.{each}", each, "application/gpx+xml") for each in ("gpx", "route.gpx")]
    calendar = planned_file("api/v1/sessions.ics", "BEGIN:VCALENDAR\r\n" * 20, "text/calendar; charset=utf-8")
    picture = planned_file("static/gen/icon.png", "png" * 100, "image/png")
    script, chunk = (
        planned_file(f"static/gen/{name}.js", name * 100, "text/javascript") for name in ("app", "chunks/chunk-ABC")
    )
    worker = planned_file("sw.js", "work()", "text/javascript; charset=utf-8")
    return [planned_file("", "<p>Langue</p>"), *planned, codes, place, *walk, calendar, picture, script, chunk, worker]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"ADEUXPAS_DATA": str(tmp_path)})


SITE = Site(LANGUAGES, "1.2.3", assets={"static/gen/app.js": "of its bytes"})


def publish_into(data: Path, *planned: PlannedFile) -> Edition:
    site, day = SITE, date(2026, 11, 18)
    return build_edition(data / "editions", planned or small_edition(), date=day, version="1.2.3", site=site)


@pytest.fixture
def publish(settings: Settings) -> Callable[..., Edition]:
    return partial(publish_into, settings.data)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the small edition; tests take copies."""
    folder = tmp_path_factory.mktemp("small")
    publish_into(folder)
    return folder


@pytest.fixture
def site(settings: Settings, small: Path) -> Flask:
    lent(small, settings.data)
    return create_app(settings)


@pytest.fixture
def library(site: Flask, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site with the library of the tiny territory."""
    take_library(tiny_library(tmp_path_factory), settings.data)
    with site.app_context():
        yield site
        db.session.remove()


@pytest.fixture
def visitor(site: Flask) -> FlaskClient:
    return site.test_client()
