"""`PUT /api/v1/suggestions/<key>/photo`: the photo of what a leader saw, after its words. None goes out again."""

from flask import Blueprint, Response, jsonify, request

from ..domain.text import N_
from ..library.photos import MOST_BYTES, NoteUnknown, PhotoTaken, PhotoUnreadable, keep_photo, read_photo
from .receiving import key_in, refuse, require_our_own_page, require_pace, storing, whole_body
from .request import settings

blueprint = Blueprint("photos", __name__, url_prefix="/api/v1/suggestions")


@blueprint.put("/<key>/photo")
def receive(key: str) -> Response:
    """Keep a photo: 201 the first time, 200 with the same answer when the same bytes come again."""
    require_our_own_page()
    require_pace()
    if request.mimetype != "image/jpeg":
        refuse(415, N_("Cette photo n’est pas lisible ici : envoyez une image JPEG."))
    sent = whole_body(MOST_BYTES)
    if sent is None:
        refuse(413, N_("Cette photo est trop lourde : %(most)s ko au plus."), most=MOST_BYTES // 1000)
    return _keep(key_in(key), sent)


# Private


def _keep(key: str | None, sent: bytes) -> Response:
    try:
        if key is None:
            raise NoteUnknown
        photo = read_photo(sent)
        with storing():
            is_new = keep_photo(key, photo, settings().data)
    except NoteUnknown:
        refuse(404, N_("La note de cette photo n’est pas arrivée : envoyez-la d’abord."))
    except PhotoTaken:
        refuse(409, N_("Cette note a déjà une autre photo : ajoutez celle-ci à une nouvelle note."))
    except PhotoUnreadable:
        refuse(422, N_("Cette photo ne s’ouvre pas : reprenez-la."))
    response = jsonify(key=key, photo=photo.digest)
    response.status_code = 201 if is_new else 200
    response.headers["Cache-Control"] = "no-store"
    return response
