"""`POST /api/v1/kiosk/<territory>/seen`: the screen of a kiosk says that it is alive, once a minute.

When it was last heard is the time of a small file: every worker and `/healthz` see the same, and nothing else is kept.
"""

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from flask import Blueprint, Response, abort

from ..settings import Settings
from .request import has_page, settings

blueprint = Blueprint("screens", __name__, url_prefix="/api/v1/kiosk")

FOLDER = "screens"
AT_LEAST_S = 10
"""A screen that says it more often is heard no more often: the disk of a small machine wears out."""


@blueprint.post("/<territory>/seen")
def hear(territory: str) -> Response:
    """Note that the screen of a territory is alive; 404 for a territory that has none."""
    if not has_page(f"kiosk/{territory}"):
        abort(404)
    file = settings().data / FOLDER / territory
    # A full disk must not take the screen away: `/healthz` tells that it was not heard.
    with suppress(OSError):
        if time.time() - _heard_at(file) >= AT_LEAST_S:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    return Response(status=204)


def screens_seen(of: Settings) -> Mapping[str, str]:
    """Return when the screen of each territory was last heard, in UTC (ISO 8601)."""
    with suppress(OSError):
        files = sorted((of.data / FOLDER).iterdir())
        return {file.name: datetime.fromtimestamp(_heard_at(file), UTC).isoformat(timespec="seconds") for file in files}
    return {}


# Private


def _heard_at(file: Path) -> float:
    return file.stat().st_mtime if file.exists() else 0.0
