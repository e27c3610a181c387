"""`/desk/`: where people of the neighbourhood keep the map true. Never kept by phones, caches, editions or files."""

from flask import Flask

from . import (
    account,
    asking,
    doors,
    gaps,
    history,
    keys,
    new_place,
    people,
    place_photos,
    places,
    queue,
    rounds,
    services,
    slips,
    spot_map,
    tablet,
    territories,
    translation_files,
    translations,
    trash,
    uses,
    walk_files,
    walk_history,
    walk_stops,
    walks,
)

VIEWS = (
    account,
    asking,
    doors,
    gaps,
    history,
    keys,
    new_place,
    people,
    place_photos,
    places,
    queue,
    rounds,
    services,
    slips,
    spot_map,
    tablet,
    territories,
    translation_files,
    translations,
    trash,
    uses,
    walk_files,
    walk_history,
    walk_stops,
    walks,
)


def init_app(app: Flask) -> None:
    """Register the pages of the desk."""
    app.url_map.converters["slug"] = history.SlugConverter
    for views in VIEWS:
        app.register_blueprint(views.blueprint)
