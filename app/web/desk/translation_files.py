"""`/desk/translations/<language>/file`: texts handed to translators as a PO file, and what they propose taken back.

A file that comes in is first told what it would change. It lies in the data folder for a day, until somebody says yes.
"""

import time
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from babel.messages.plurals import get_plural
from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.text import N_, TextState
from ...domain.translating import Doubt
from ...language.names import locale_of
from ...library.desk.faults import NoSuchFile
from ...library.desk.proposals import file_for_translators, sort_file
from ...library.desk.translating import require_translator, write_proposals
from ...settings import VERSION
from ..downloads import download
from ..request import settings
from . import frame
from .translations import asked_catalogue, list_path, require_language, target_view

blueprint = frame.desk_blueprint("translation_files")

FOLDER = "proposals"
KEPT_S = 24 * 3600
MOST_BYTES = 4_000_000
SHOWN = 40
"""Lines of each kind that the page shows; the counts are of all."""


@blueprint.get("/translations/<lang>/file.po")
def hand_out(lang: str) -> Response:
    """Give all texts of a language's catalogue, those of somebody's quarters, as a PO file."""
    require_language(lang)
    header = {
        "PO-Revision-Date": f"{datetime.now(UTC):%Y-%m-%d %H:%M+0000}",
        "Language": lang.replace("-", "_"),
        "Plural-Forms": get_plural(locale_of(lang)).plural_forms,
        "X-Generator": f"adeuxpas {VERSION}",
    }
    catalogue = asked_catalogue(request.args)
    data = file_for_translators(frame.person(), lang, catalogue, header)
    name = f"adeuxpas-{lang}-{catalogue}.po" if catalogue else f"adeuxpas-{lang}.po"
    return download(data, "text/x-gettext-translation; charset=utf-8", name)


@blueprint.post("/translations/<lang>/file")
def take_in(lang: str) -> Response:
    """Say what a file would change."""
    require_language(lang)
    require_translator(frame.person())
    request.max_content_length = MOST_BYTES
    try:
        sent = request.files.get("file")
        data = sent.read() if sent else b""
    except RequestEntityTooLarge:
        return frame.show("refused", 413, sentence=frame.say(_HEAVY))
    catalogue = asked_catalogue(request.form)
    found = sort_file(frame.person(), lang, data, catalogue)
    view: dict[str, Any] = {"found": found, "shown": SHOWN, "told": _told, "catalogue": catalogue} | target_view(lang)
    return frame.show("proposals", name=_keep(data), **view)


@blueprint.post("/translations/<lang>/file/<name>")
def apply(lang: str, name: str) -> WerkzeugResponse:
    """Write what a file proposes, as far as it still goes with the French."""
    require_language(lang)
    file = settings().data / FOLDER / f"{name}.po"
    if not name.isalnum() or not file.is_file():
        raise NoSuchFile
    catalogue = asked_catalogue(request.form)
    write_proposals(frame.person(), lang, file.read_bytes(), settings().edition_date, catalogue=catalogue)
    file.unlink(missing_ok=True)
    return frame.move(list_path(lang, catalogue, TextState.TO_REVIEW))


# Private

_HEAVY = N_("Ce fichier est trop lourd : quatre mégaoctets au plus.")
_TWICE = N_("Ce texte est deux fois dans le fichier : la première fois compte.")


def _keep(data: bytes) -> str:
    """Keep a file for a day, and sweep older ones; return its name."""
    folder = settings().data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    name = sha256(data).hexdigest()[:32]
    new = folder / f".{name}.new"
    new.write_bytes(data)
    new.replace(folder / f"{name}.po")
    return name


def _sweep(folder: Path) -> None:
    for file in folder.glob("*.po"):
        with suppress(FileNotFoundError):
            if time.time() - file.stat().st_mtime > KEPT_S:
                file.unlink()


def _told(doubt: Doubt | None) -> str:
    """Return why a proposal is refused."""
    return frame.say(doubt.sentence, **doubt.values) if doubt else frame.say(_TWICE)
