"""`/healthz`: for the program that watches over the server."""

from typing import Any

from flask import Blueprint, Response, current_app, jsonify

from ..library.faults import LibraryFault
from ..library.suggestions import try_to_store
from ..settings import VERSION
from .request import current_edition, settings
from .screens import screens_seen
from .storing import Storing

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show() -> tuple[Response, int]:
    """Say which version serves which edition; without an edition there is nothing to serve (503).

    When messages cannot be stored the pages still are, and must be: `degraded` with 200, so that nobody takes the
    server out of service for it. `screens` tells when the screen of each kiosk was last heard.
    """
    edition, reason = current_edition().edition, _reason()
    about: dict[str, Any] = {"version": VERSION, "edition": edition.number if edition else None}
    if screens := screens_seen(settings()):
        about["screens"] = screens
    if edition is None:
        return jsonify(status="no edition", **about), 503
    return (jsonify(status="degraded", reason=reason, **about) if reason else jsonify(status="ok", **about)), 200


def _reason() -> str:
    """Return why messages are refused; while they are, try again at each question, so that it ends by itself."""
    storing: Storing = current_app.extensions["storing"]
    if storing.reason:
        try:
            try_to_store()
            storing.succeeded()
        except LibraryFault as fault:
            storing.failed(fault)
    return storing.reason
