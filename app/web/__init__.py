"""What answers requests: the edition's files in front, then a few views that depend on the visitor."""

from flask import Flask
from flask.wrappers import Response

from ..edition.headers import security_headers
from ..edition.store import EditionStore
from ..settings import Settings
from . import errors, health, posters, public, qr, short_links, suggestions
from .brakes import Brakes
from .files import EditionFiles
from .shelf import Shelf


def init_app(app: Flask) -> None:
    """Put the edition in front of the application and register its views."""
    settings: Settings = app.config["ADEUXPAS"]
    headers = security_headers(settings.public_url)
    shelf = app.extensions["shelf"] = Shelf(EditionStore(settings.data / "editions"), headers)
    app.extensions["brakes"] = Brakes()
    app.url_map.converters["code"] = short_links.CodeConverter
    for views in (public, short_links, qr, posters, health, suggestions):
        app.register_blueprint(views.blueprint)
    errors.init_app(app)

    @app.after_request
    def secure(response: Response) -> Response:
        for name, value in headers:
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    app.wsgi_app = EditionFiles(app.wsgi_app, shelf)  # type: ignore[method-assign]
