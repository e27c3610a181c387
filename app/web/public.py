"""The front door, and addresses that are nearly right: the pages themselves are served by `files`."""

import re

from flask import Blueprint, Response, abort

from ..domain.territory import RESERVED
from .request import accepted_language, has_page, languages, move, page

blueprint = Blueprint("public", __name__)

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@blueprint.get("/")
def choose_language() -> Response:
    """Lead to the home page in the visitor's language, else let the visitor choose."""
    lang = accepted_language()
    if lang is None:
        return page("") or abort(503)
    response = move(f"{lang}/")
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/<path:path>")
def mend_address(path: str) -> Response:
    """Lead to the page that an address with a wrong case or a slash too many or too few means."""
    wanted = _in_our_case(path.lower().rstrip("/"))
    for likely in (f"{wanted}/", wanted):
        if likely != path and has_page(likely):
            return move(likely, 301)
    if has_page(path):
        abort(503)  # the edition has it, yet `files` could not read it
    return _choice_for_unknown_language(wanted) or abort(404)


# Private


def _in_our_case(path: str) -> str:
    """Return a path whose language is written as we do: all else of our addresses is in lower case."""
    first, slash, rest = path.partition("/")
    return next((lang for lang in languages() if lang.lower() == first), first) + slash + rest


def _choice_for_unknown_language(path: str) -> Response | None:
    first = path.split("/")[0]
    is_language = _LANGUAGE.fullmatch(first) and first not in RESERVED
    return page("", 404) if is_language and first not in languages() else None
