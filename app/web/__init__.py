"""What answers requests: the edition's files in front, then a few views that depend on the visitor."""

from flask import Flask
from flask.wrappers import Response

from ..edition.store import EditionStore
from ..library.scans import add_scans
from ..publish.current import CurrentEdition
from ..settings import Settings
from ..site.headers import security_headers
from . import (
    desk,
    errors,
    fates,
    hanging,
    health,
    kiosk_printing,
    kiosk_slips,
    photos,
    posters,
    public,
    qr,
    runs,
    screens,
    short_links,
    studio,
    suggestions,
    wordings,
)
from .files import EditionFiles
from .pin import Tries
from .rate_limit import RateLimit
from .rule import LazyRule
from .storing import Storing
from .tally import Tally
from .uses import Uses


def init_app(app: Flask) -> None:
    """Put the edition in front of the application and register its views."""
    settings: Settings = app.config["ADEUXPAS"]
    headers = security_headers(settings.public_url)
    current_edition = app.extensions["current_edition"] = CurrentEdition(
        EditionStore(settings.data / "editions"), settings.public_url
    )
    app.extensions["rate_limit"] = RateLimit()
    app.extensions["storing"] = Storing()
    app.extensions["pin_tries"] = Tries()
    app.extensions["scans"] = Tally(app, add_scans)
    uses = app.extensions["uses"] = Uses(app, current_edition)
    app.url_rule_class = LazyRule
    app.url_map.converters["code"] = short_links.CodeConverter
    printing = (posters, studio, runs, hanging, kiosk_printing, kiosk_slips)
    for views in (public, short_links, qr, health, screens, suggestions, photos, fates, *printing):
        app.register_blueprint(views.blueprint)
    desk.init_app(app)
    wordings.init_app(app)
    errors.init_app(app)

    @app.after_request
    def secure(response: Response) -> Response:
        for name, value in headers:
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    app.wsgi_app = EditionFiles(app.wsgi_app, current_edition, uses.note)  # type: ignore[method-assign]
