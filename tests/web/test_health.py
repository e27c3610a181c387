"""What a watching program asks."""

import pytest
from flask.testing import FlaskClient

from app.factory import create_app
from app.settings import VERSION, Settings


def test_it_says_which_version_serves_which_edition(visitor: FlaskClient) -> None:
    assert visitor.get("/healthz").get_json() == {"status": "ok", "version": VERSION, "edition": 1}


def test_without_an_edition_it_is_not_well(settings: Settings) -> None:
    answer = create_app(settings).test_client().get("/healthz")
    assert (answer.status_code, answer.get_json()["edition"]) == (503, None)


@pytest.mark.parametrize("path", ["/", "/fr/", "/fr/about", "/K7M2Q4"])
def test_without_an_edition_pages_say_to_come_back(settings: Settings, path: str) -> None:
    answer = create_app(settings).test_client().get(path)
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
