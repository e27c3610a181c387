"""`adeuxpas new place`: a draft in `data/places.geojson`, with what to write there next."""

from collections.abc import Sequence
from pathlib import Path

import click

from ...domain.category import Categories
from ...domain.content import Content
from ...domain.geometry import Position
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import N_, fold
from ...exchange.native.adding import add_place
from ...exchange.native.features import check_position, feature_of, rounded
from ...exchange.native.sentences import guess
from ..progress import said
from ..telling import here, say, say_problem
from .asking import (
    Given,
    ask,
    ask_home,
    ask_number,
    ask_what,
    open_folder,
    refused,
    takes_territory,
    takes_what_all_take,
    tell_written,
    write,
)


@click.command("place")
@click.option("--name", metavar="NOM", help="Son nom, comme sur la porte.")
@takes_territory
@takes_what_all_take
@click.option("--lon", metavar="DEGRÉS", help="Longitude de l’entrée (2.3639).")
@click.option("--lat", metavar="DEGRÉS", help="Latitude de l’entrée (48.8931).")
@click.option("--category", "categories", metavar="C", multiple=True, help="Catégorie ; plusieurs fois au besoin.")
def command(
    folder: Path,
    name: str | None,
    territory: str | None,
    lon: str | None,
    lat: str | None,
    categories: Sequence[str],
    wanted_id: str | None,
    wanted_code: str | None,
) -> None:
    """Ajoute un lieu, en brouillon, à data/places.geojson de FOLDER (sans lui, les fichiers du projet)."""
    with said():
        answers = open_folder(folder)
        content = answers.content
        new = ask_what(content, "place", Given(name, wanted_id, wanted_code), say("Nom du lieu"))
        home = ask_home(content, territory)
        spot = ask_number("--lon", lon, say(_LON)), ask_number("--lat", lat, say(_LAT))
        position = _position(content, home, spot)
        kinds = [*categories] or [ask("--category", None, _which(content.categories))]
        known = [_category(content.categories, kind) for kind in kinds]
        facts = {"name": new.name, "status": "draft", "code": new.code, "categories": known}
        place = feature_of(new.id, {"type": "Point", "coordinates": list(position)}, facts)
        addition = add_place(content, answers.files, place)
        write(answers, addition)
    tell_written(answers, addition.path, new.code)
    _tell_next(new.id)


# Private


def _which(categories: Categories) -> str:
    themes = ", ".join(theme.id for theme in categories.themes)
    return say("Catégorie (%(themes)s, ou une plus précise de data/categories.toml)", themes=themes)


def _category(categories: Categories, named: str) -> str:
    """Return the id of a category, given as such or by its label."""
    by_label = {fold(category.label): category.id for category in categories.all.values()}
    found = named if named in categories.all else by_label.get(fold(named))
    if found is not None:
        return found
    words = {**by_label, **{id: id for id in categories.all}}
    near = guess(fold(named), words)
    if near:
        raise refused(say(_PERHAPS, category=named, guess=words[near]))
    raise refused(say("La catégorie «\u00a0%(category)s\u00a0» n’existe pas.", category=named))


def _position(content: Content, home: Territory, spot: Position) -> Position:
    """Return where the entrance is, refused outside the territory that was named."""
    lon, lat = rounded(spot)
    sentence = check_position([lon, lat])
    if home.holds((lat, lon)):
        sentence = N_("la position {value} : les axes sont inversés : écrivez [longitude, latitude].")
    if sentence:
        told = say_problem(Problem("--lon, --lat", "", sentence, {"value": f"[{lon}, {lat}]"}))
        raise refused(told)
    if home.holds((lon, lat)):
        return lon, lat
    holders = [territory for territory in content.territories.values() if territory.holds((lon, lat))]
    if holders:
        raise refused(say(_IN_ANOTHER, lon=lon, lat=lat, other=holders[0].id, territory=home.id))
    metres = round(home.metres_to((lon, lat)))
    raise refused(say(_OUTSIDE, lon=lon, lat=lat, metres=here().formats.number(metres), territory=home.name))


def _tell_next(identifier: str) -> None:
    click.echo("\n" + say(_NEXT, id=identifier))
    for example, comment in _FIELDS:
        click.echo(f"  # {say(comment)}\n  {example},")
    click.echo(say(_THEN))


_LON = N_("Longitude de l’entrée (comme 2.3639)")
_LAT = N_("Latitude de l’entrée (comme 48.8931)")
_PERHAPS = N_("La catégorie «\u00a0%(category)s\u00a0» n’existe pas\u00a0: vouliez-vous dire %(guess)s\u00a0?")
_IN_ANOTHER = N_(
    "Le point %(lon)s, %(lat)s est dans le quartier %(other)s, pas dans %(territory)s\u00a0: corrigez l’un ou l’autre."
)
_OUTSIDE = N_(
    "Le point %(lon)s, %(lat)s est hors de tout quartier, à %(metres)s m de «\u00a0%(territory)s\u00a0»\u00a0: "
    "vérifiez la longitude et la latitude."
)
_NEXT = N_(
    "À compléter dans data/places.geojson, sous «\u00a0properties\u00a0» de %(id)s\u00a0; "
    "ce qu’on ne sait pas ne s’écrit pas\u00a0:"
)
_THEN = N_("Une virgule sépare les champs\u00a0; aucune après le dernier. Puis\u00a0: adeuxpas check, adeuxpas load.")
_FIELDS = (
    ('"purpose": "Emprunter des jeux et jouer sur place."', N_("à quoi sert ce lieu, en une phrase simple")),
    ('"address": {"street": "12 rue de Torcy", "postcode": "75018", "city": "Paris"}', N_("l’adresse de l’entrée")),
    ('"hours": "We,Sa 14:00-18:00; PH off"', N_("les horaires, en jours anglais\u00a0; PH\u00a0: les jours fériés")),
    ('"hours_known": "yes"', N_("yes quand les horaires sont sûrs, sinon unknown ou call (appeler avant)")),
    ('"contact": {"phones": [{"number": "+33144556677"}]}', N_("le téléphone, avec +33 à la place du premier 0")),
    (
        '"languages": [{"code": "ar", "by": "staff"}]',
        N_("les langues parlées, et par qui\u00a0: staff, volunteer, interpreter"),
    ),
    ('"cost": {"kind": "free"}', N_("le prix\u00a0: free, sliding (selon les revenus), paid ou donation")),
    ('"verified": {"on": "2026-11-28", "how": "visit"}', N_("qui a vérifié quand\u00a0: visit, phone, mail ou web")),
    (
        '"sources": [{"name": "Kiosque du quartier", "on": "2026-11-28"}]',
        N_("d’où viennent ces faits, et de quel jour"),
    ),
    ('"status": "published"', N_("à la place de draft, quand tout est vérifié\u00a0: les familles le voient")),
)
"""What a coordinator writes next: an example, and what it says."""
