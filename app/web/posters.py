"""`/poster/<CODE>.pdf`: the A4 poster of a place, a walk or a territory, drawn from the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from flask import Blueprint, Response, abort, request

from ..domain.text import SOURCE
from ..publish.make import paper_producer, site_of
from ..site.addresses import POSTER_LANGUAGE
from .downloads import download
from .qr import base_address
from .request import languages, settings
from .short_links import known

blueprint = Blueprint("posters", __name__, url_prefix="/poster")

DRAWING = Lock()
"""A worker draws one poster at a time (about a second): its other thread stays free for pages."""

WAIT_S = 0.2


@blueprint.get("/<code:code>.pdf")
@blueprint.get("/<code:code>-<lang>.pdf")
def show(code: str, lang: str = "") -> Response:
    """Draw the poster in French and the language asked for, by the address or by its query."""
    target, day = known(code), settings().edition_date
    languages_asked = _languages(lang or request.args.get("lang", POSTER_LANGUAGE))
    asked = (target["kind"], target["id"], languages_asked)
    with drawing(WAIT_S):
        producer, site, maps = paper_producer(), site_of(settings()), settings().maps
        drawn = producer.print_poster(site, day, *asked, base=base_address(), maps=maps)
    if isinstance(drawn, list):
        return Response("\n".join(drawn) + "\n", 409, content_type="text/plain; charset=utf-8")
    return download(drawn, "application/pdf", f"adeuxpas-{code}.pdf", is_kept=False)


@contextmanager
def drawing(within_s: float) -> Iterator[None]:
    """Draw while nobody else of this worker does; end the request (503) when that is not soon enough."""
    if not DRAWING.acquire(timeout=within_s):
        abort(503)
    try:
        yield
    finally:
        DRAWING.release()


# Private


def _languages(asked: str) -> tuple[str, ...]:
    return (SOURCE, asked) if asked != SOURCE and asked in languages() else (SOURCE,)
