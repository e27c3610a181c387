"""The screen of a kiosk that says it is alive."""

import os
from pathlib import Path

from flask.testing import FlaskClient

from app.settings import Settings
from app.web.screens import FOLDER


def test_when_a_screen_was_last_heard_is_told(visitor: FlaskClient, settings: Settings) -> None:
    assert "screens" not in visitor.get("/healthz").get_json()
    assert visitor.post("/api/v1/kiosk/nord/seen").status_code == 204
    assert list(visitor.get("/healthz").get_json()["screens"]) == ["nord"]
    file = Path(settings.data / FOLDER / "nord")
    os.utime(file, (0, 0))
    assert visitor.get("/healthz").get_json()["screens"] == {"nord": "1970-01-01T00:00:00+00:00"}
    visitor.post("/api/v1/kiosk/nord/seen")
    assert not visitor.get("/healthz").get_json()["screens"]["nord"].startswith("1970")


def test_a_territory_without_a_screen_leaves_nothing(visitor: FlaskClient, settings: Settings) -> None:
    for name in ("sud", "..", "%2e%2e%2fnord"):
        assert visitor.post(f"/api/v1/kiosk/{name}/seen").status_code in (404, 405)
    assert not (settings.data / FOLDER).exists()
