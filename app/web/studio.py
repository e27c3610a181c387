"""`/print/<territory>`: the studio, where a volunteer chooses a sheet, sees it and prints it.

Whatever is chosen is in the address: a plain form does without script, and a page can be sent on as a link. Only a
server has it; the library of drawing is loaded at the first visit.
"""

from base64 import b64encode
from importlib import import_module
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request

from ..language.spoken import spoken
from .downloads import download
from .posters import drawing
from .qr import base_address
from .request import base, current_edition, settings, visitor_language

blueprint = Blueprint("studio", __name__, url_prefix="/print")

WAIT_S = 3.0
"""A sheet takes a tenth of a second: whoever asks at the same time as others has it soon after."""


@blueprint.get("/<territory>")
def show(territory: str) -> Response:
    """Show the page, with what the address chooses."""
    return show_choice(*chosen(territory))


@blueprint.get("/<territory>/preview")
def preview(territory: str) -> Response:
    """Return the first page as PNG, how many pages there are, and what is said of the sheet."""
    seen = look_at(*chosen(territory))
    picture = b64encode(seen.picture).decode()
    response = jsonify(
        picture=f"data:image/png;base64,{picture}" if picture else "",
        pages=seen.pages,
        refused=seen.told.refused,
        doubts=seen.told.doubts,
        mark=seen.told.mark,
    )
    return unkept(response)


@blueprint.get("/<territory>/preview.png")
def preview_picture(territory: str) -> Response:
    """Return the first page as PNG; 409 when the sheet is refused."""
    picture = look_at(*chosen(territory)).picture
    return unkept(Response(picture, content_type="image/png")) if picture else abort(409)


@blueprint.get("/<territory>/<any('sheet', 'folded'):what>.<any('pdf', 'png', 'svg'):kind>")
def sheet(territory: str, what: str, kind: str) -> Response:
    """Return the sheet as a file; the page again, with 409, while it is refused or nobody confirmed its doubts."""
    now, choice = chosen(territory)
    told = look_at(now, choice).told
    if told.refused or told.mark != request.args.get("confirm", ""):
        response = show_choice(now, choice, is_asked=not told.refused)
        response.status_code = 409
        return response
    file = make_file(now, choice, kind, folded=what == "folded")
    return file_response(file, is_kept="save" in request.args)


@blueprint.get("/<territory>/test.pdf")
def test_sheet(territory: str) -> Response:
    """Return the sheet that a printer is measured with; it says nothing of any place that could be doubtful."""
    now, fields = here(territory), dict(request.args.lists())
    choice = part("choice").test_choice(now.printable.content, territory, fields)
    if look_at(now, choice).told.refused:
        response = show_choice(now, choice)
        response.status_code = 409
        return response
    return file_response(make_file(now, choice, "pdf"), is_kept=False)


@blueprint.get("/<territory>/formats/<name>.png")
def format_picture(territory: str, name: str) -> Response:
    """Return the small picture of a format."""
    formats = import_module("app.print.formats")
    if name not in formats.format_names():
        abort(404)
    response = Response(formats.read_format(name).picture, content_type="image/png")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


def part(name: str) -> Any:
    """Return a module of the studio, loaded now if it was not yet."""
    return import_module(f"app.studio.{name}")


def here(territory: str) -> Any:
    """Return what sheets are made from now; end the request (404) where there is no such quarter."""
    if current_edition().edition is None:
        abort(503)
    now = part("now").look_now(settings(), base_address())
    return now if now.territory(territory) is not None else abort(404)


def chosen(territory: str) -> tuple[Any, Any]:
    """Return what sheets are made from now, and what the address chooses of it."""
    now, fields = here(territory), dict(request.args.lists())
    return now, part("choice").read_choice(now.printable.content, territory, fields)


def show_choice(now: Any, choice: Any, *, is_asked: bool = False) -> Response:
    """Show the page with a choice; `is_asked` when somebody wanted to print before having confirmed."""
    lang, confirmed = visitor_language(), request.args.get("confirm", "")
    page = part("page").studio_page(now, choice, look_at(now, choice), lang, confirmed=confirmed, is_asked=is_asked)
    return html(page)


def html(page: bytes) -> Response:
    """Return a page that is made for whoever asks, in a language that the address may not say."""
    response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Content-Language"] = visitor_language()
    response.headers["Vary"] = "Accept-Language"
    return unkept(response)


def unkept(response: Response) -> Response:
    """Return an answer that nobody is to keep: what it says may be other in a minute."""
    response.headers["Cache-Control"] = "no-store"
    return response


def file_response(file: Any, *, is_kept: bool) -> Response:
    """Return a file, to be opened or to be kept."""
    is_kept = is_kept or file.kind == "zip"
    return unkept(download(file.data, file.media_type, f"adeuxpas-{file.name}", is_kept=is_kept))


def make_file(now: Any, choice: Any, kind: str, *, folded: bool = False) -> Any:
    """Return the file of a choice."""
    with drawing(WAIT_S):
        return part("sheets").make_file(now, choice, kind, folded=folded)


def look_at(now: Any, choice: Any) -> Any:
    """Return how a choice would come out, and what is said of it in the visitor's language."""
    language = spoken(visitor_language())
    with drawing(WAIT_S):
        return part("sheets").preview(now, choice, language)


def lead(path: str) -> Response:
    """Lead to a page of the studio, in the visitor's language, once something was done."""
    response = Response(status=303)
    response.headers["Location"] = f"{base()}print/{path}?lang={visitor_language()}"
    return unkept(response)
