"""Pages that look like any other of the site, and are made for whoever asks: nobody is to keep them."""

from functools import lru_cache
from typing import Any

from flask import Response

from ..language.language import Language
from ..language.spoken import spoken
from ..pages.context import Frame
from ..pages.renderer import Renderer
from ..settings import VERSION
from ..site.addresses import Site
from .request import base, languages, visitor_language


def show_made(template: str, frame: Frame, status: int = 200, **view: Any) -> Response:
    """Return a page in the visitor's language."""
    lang = visitor_language()
    body = _renderer(spoken(lang), languages(), base()).render(template, {"frame": frame} | view)
    response = Response(body, status, content_type="text/html; charset=utf-8")
    response.headers["Content-Language"] = lang
    response.headers["Cache-Control"] = "no-store"
    return response


# Private


@lru_cache(maxsize=32)
def _renderer(language: Language, offered: tuple[str, ...], base: str) -> Renderer:
    return Renderer(language, Site(offered, VERSION, base))
