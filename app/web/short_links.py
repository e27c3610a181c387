"""Short links: the six characters printed on paper lead to their page, in the visitor's language."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, current_app, request
from werkzeug.routing import BaseConverter, ValidationError

from ..domain.code import read_code
from ..site.codes import is_live, part_of, path_of
from .request import accepted_language, current_edition, has_page, languages, move, settings
from .tally import Tally

blueprint = Blueprint("short_links", __name__)


class CodeConverter(BaseConverter):
    """A code as a person types it: any case and keyboard, O for 0, I or L for 1."""

    regex = "[^.]{6,24}"

    def to_python(self, value: str) -> str:
        """Return the printed form; a word that cannot be a code is not for this view."""
        code = read_code(value)
        if code is None:
            raise ValidationError
        return code


@blueprint.get("/<code:code>", strict_slashes=False)
def follow(code: str) -> Response:
    """Lead to the place, walk or territory; a code that is not in use leads to the page that says so."""
    lang = accepted_language() or languages()[0]
    target = _given(code)
    path = f"{lang}/{path_of(code, target)}"
    if not has_page(path):
        abort(404)
    if request.method == "GET":
        scans: Tally = current_app.extensions["scans"]
        scans.note((code, settings().edition_date))
    response = move(path, part=part_of(target))
    response.headers["Vary"] = "Accept-Language"
    return response


def known(code: str) -> Mapping[str, Any]:
    """Return what a code in use stands for; end the request when it waits or is none (404), or is retired (410)."""
    target = _given(code)
    if not is_live(target):
        abort(410 if target.get("retired") else 404)
    return target


# Private


def _given(code: str) -> Mapping[str, Any]:
    """Return what a code was given to; end the request (404) when it was never given."""
    target = current_edition().codes.get(code)
    if target is None:
        abort(404)
    return target
