"""`/healthz`: for the program that watches over the server."""

from flask import Blueprint, Response, jsonify

from ..settings import VERSION
from .request import current_edition

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show() -> tuple[Response, int]:
    """Say which version serves which edition; without an edition there is nothing to serve (503)."""
    edition = current_edition().edition
    status = "ok" if edition else "no edition"
    number = edition.number if edition else None
    return jsonify(status=status, version=VERSION, edition=number), 200 if edition else 503
