"""The factory of the application: every subsystem with its `init_app`."""

from pathlib import Path

from flask import Flask
from sqlalchemy.pool import NullPool

from . import web
from .library import db
from .settings import Settings, read_settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application; the database and the edition are opened when first needed."""
    settings = settings or read_settings()
    app = Flask("app", root_path=str(Path(__file__).parent), static_folder=None)
    app.config["ADEUXPAS"] = settings
    app.config["SECRET_KEY"] = settings.secret_key
    app.config["SQLALCHEMY_DATABASE_URI"] = db.address_of(settings.database_url)
    if settings.database_url.startswith("sqlite:///") and ":memory:" not in settings.database_url:
        # A backup may be put in the place of the file: a kept connection would go on reading the old one.
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"poolclass": NullPool}
    db.init_app(app)
    web.init_app(app)
    return app
