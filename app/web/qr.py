"""`/qr/<CODE>.svg` and `.png`: the code to scan, drawn from its address alone."""

import re
from functools import lru_cache
from hashlib import sha256

from flask import Blueprint, Response, request

from ..site.qr import TEST_BASE, payload_of, qr_png, qr_svg
from .request import settings
from .short_links import known

blueprint = Blueprint("qr", __name__, url_prefix="/qr")

_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,100}")


@blueprint.get("/<code:code>.svg")
def show_svg(code: str) -> Response:
    """Draw the code as SVG."""
    return _picture(_svg(_payload(code)), "image/svg+xml")


@blueprint.get("/<code:code>.png")
def show_png(code: str) -> Response:
    """Draw the code as PNG."""
    return _picture(_png(_payload(code)), "image/png")


def base_address() -> str:
    """Return where a code leads when no public address is set: where it was asked for, on the local network."""
    return request.host_url.rstrip("/") if _HOST.fullmatch(request.host) else TEST_BASE


# Private


@lru_cache(256)
def _svg(payload: str) -> bytes:
    return qr_svg(payload).encode()


@lru_cache(256)
def _png(payload: str) -> bytes:
    return qr_png(payload)


def _payload(code: str) -> str:
    known(code)
    return payload_of(settings().public_url or base_address(), code)


def _picture(data: bytes, media_type: str) -> Response:
    response = Response(data, content_type=media_type)
    response.set_etag(sha256(data).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
