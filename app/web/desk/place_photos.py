"""The photos of a place: sent from a phone, described, put in order, taken away."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from flask import Response, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.text import N_
from ...exchange.pictures import MOST_BYTES, MOST_PIXELS, PictureHeavy, PictureLarge, PictureRefused, PictureUnreadable
from ...library.content.photos import read_shown
from ...library.content.writes import Outcome
from ...library.desk.editing import read_own_place
from ...library.desk.faults import NotHere
from ...library.desk.place_photos import Told, add_photo, move_photo, remove_photo, tell_photo
from . import frame
from .beside import told as told_problem
from .place_view import show_place

blueprint = frame.desk_blueprint("place_photos")

AROUND = 20_000
"""Bytes of the form around a photo."""

_MOVES = {"up": -1, "down": 1}


@blueprint.get("/places/<slug:id>/photos/<file>")
def show(id: str, file: str) -> Response:
    """Show a photo of a place, a hidden one too, to who may read the place."""
    named = any(photo.file == file for photo in read_own_place(frame.person(), id).photos)
    picture = read_shown(file) if named else None
    if picture is None:
        raise NotHere
    return Response(picture, content_type="image/webp")


@blueprint.post("/places/<slug:id>/photos")
def change(id: str) -> WerkzeugResponse:
    """Add a photo; or describe, move or take away the one that is named."""
    request.max_content_length = MOST_BYTES + AROUND
    try:
        asked, file = request.form.get("do", ""), request.form.get("photo", "")
    except RequestEntityTooLarge:
        return _refuse(id, 413, {"file": _sentence(PictureHeavy)})
    version, person = request.form.get("version", ""), frame.person()
    if asked == "add":
        return _add(id)
    if asked == "tell":
        return _tell(id, file, version)
    if asked in _MOVES:
        move_photo(person, id, file, _MOVES[asked], version=version)
    elif asked == "remove":
        remove_photo(person, id, file, version=version)
    else:
        raise BadRequest
    return frame.move(f"places/{id}?saved=photos#photos")


# Private


def _add(id: str) -> WerkzeugResponse:
    told, data = _told(), _sent()
    problems = _lacks(told) | ({} if data else {"file": frame.say(NO_FILE)})
    if problems:
        return _refuse(id, 422, problems)
    try:
        outcome = add_photo(frame.person(), id, data, told)
    except PictureRefused as refused:
        return _refuse(id, 422, {"file": _sentence(type(refused))})
    except Fault as fault:
        if frame.status_of(fault) != 422:
            raise
        return _refuse(id, 422, {"file": frame.sentence_of(fault)})
    return _after(id, outcome, "")


def _sent() -> bytes:
    """Return the bytes of the file that was sent; a large one lies on the disk until it is closed."""
    file = request.files.get("file")
    with file.stream if file else BytesIO() as stream:
        return stream.read()


def _tell(id: str, file: str, version: str) -> WerkzeugResponse:
    problems = _lacks(_told())
    if problems:
        return _refuse(id, 422, problems, file)
    try:
        return _after(id, tell_photo(frame.person(), id, file, _told(), version=version), file)
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        return _refuse(id, 409, {"file": frame.sentence_of(fault)}, file)


def _after(id: str, outcome: Outcome, file: str) -> WerkzeugResponse:
    if outcome.is_refused:
        wrong = " ".join(told_problem(each, frame.language()) for each in outcome.problems if not each.warning)
        return _refuse(id, 422, {"file": wrong}, file)
    return frame.move(f"places/{id}?saved=photos#photos")


def _told() -> Told:
    typed = (frame.typed(request.form, name, frame.A_LINE) for name in ("alt", "credit", "consent"))
    return Told(*typed)


def _lacks(told: Told) -> dict[str, str]:
    """Return what a photo cannot be shown without, by input."""
    said = {} if told.alt else {"alt": frame.say(NO_ALT)}
    return said if told.consent in ("nobody", "agreed") else {**said, "consent": frame.say(NO_CONSENT)}


def _sentence(kind: type[PictureRefused]) -> str:
    return frame.say(_REFUSALS[kind], most=_MOST.get(kind, 0))


def _refuse(id: str, status: int, problems: Mapping[str, str], file: str = "") -> Response:
    """Show the place again, with what was typed of a photo; browsers do not let a file be chosen for somebody."""
    told = Told("", "", "") if status == 413 else _told()
    said = {"file": "", "alt": "", "consent": "", **problems}
    typed: dict[str, Any] = {"photo": file, "problems": said, "told": told}
    return show_place(read_own_place(frame.person(), id), status=status, photo_again=typed)


_MOST = {PictureHeavy: MOST_BYTES // 1_000_000, PictureLarge: MOST_PIXELS // 1_000_000}
_REFUSALS = {
    PictureUnreadable: N_("Ce fichier n’est pas une photo qui s’ouvre ici : prenez une image JPEG, PNG ou WebP."),
    PictureHeavy: N_("Cette photo est trop lourde : %(most)s Mo au plus. Prenez-la en plus petit."),
    PictureLarge: N_("Cette image est trop grande : %(most)s millions de points au plus. Prenez-la en plus petit."),
}
NO_FILE = N_("Choisissez une photo, ou prenez-la avec ce téléphone.")
NO_ALT = N_("Dites en une phrase ce que l’on voit : « La porte verte, à gauche de la boulangerie ».")
NO_CONSENT = N_("Dites qui l’on reconnaît sur la photo : sans cela, elle ne se publie pas.")
