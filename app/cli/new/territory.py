"""`adeuxpas new territory`: a quarter in `data/territories.geojson`, with what it wants next."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ...domain.content import Content
from ...domain.geometry import Position
from ...domain.problem import Problem
from ...domain.text import N_, SOURCE
from ...exchange.native.adding import add_territory
from ...exchange.native.features import check_position, feature_of, rounded
from ...exchange.native.outline import circle_around, read_outline
from ...exchange.native.source import read_source
from ...exchange.native.texts import path_of
from ..progress import said
from ..telling import say, say_problem
from .asking import (
    Answers,
    Given,
    ask_number,
    ask_or,
    ask_what,
    open_folder,
    refused,
    takes_what_all_take,
    tell_written,
    write,
)
from .tags import read_tag


@click.command("territory")
@click.option("--name", metavar="NOM", help="Son nom en français.")
@takes_what_all_take
@click.option("--name-in", "names", metavar="LANGUE=NOM", multiple=True, help="Son nom dans une autre langue.")
@click.option("--city", metavar="VILLE", help="Sa ville.")
@click.option("--language", "languages", metavar="L", multiple=True, help="Langue de ses pages ; plusieurs fois.")
@click.option("--contact", metavar="COURRIEL", help="Adresse de la personne à qui écrire.")
@click.option("--outline", metavar="FICHIER", help="Fichier GeoJSON qui contient son contour, un polygone.")
@click.option("--lon", metavar="DEGRÉS", help="Sans fichier : longitude de son centre.")
@click.option("--lat", metavar="DEGRÉS", help="Sans fichier : latitude de son centre.")
@click.option("--radius", metavar="MÈTRES", help="Sans fichier : jusqu’où il va autour de son centre.")
def command(
    folder: Path,
    name: str | None,
    names: Sequence[str],
    wanted_id: str | None,
    wanted_code: str | None,
    **rest: Any,
) -> None:
    """Ajoute un quartier à data/territories.geojson de FOLDER (sans lui, les fichiers du projet).

    Son contour vient d’un fichier GeoJSON, ou d’un centre et d’un rayon. Sans --name, tout est demandé.
    """
    with said():
        answers = open_folder(folder)
        new = ask_what(answers.content, "territory", Given(name, wanted_id, wanted_code), say("Nom du quartier"))
        given = _all_asked(answers.content, rest) if name is None else rest
        tags = _languages(given["languages"])
        facts = {"name": new.name, "city": given["city"], "languages": tags, "code": new.code}
        facts |= {"contact": given["contact"]}
        geometry = _outline(given)
        feature = feature_of(new.id, geometry, {key: value for key, value in facts.items() if value})
        addition = add_territory(answers.content, answers.files, feature, _names(answers, names))
        write(answers, addition)
    tell_written(answers, addition.path, new.code)
    _tell_next(new.id)


# Private

Options = Mapping[str, Any]
"""What the options say of a quarter, by their names."""


def _all_asked(content: Content, options: Options) -> Options:
    """Return the options with what a person answers to all that they leave out."""
    asked = dict(options)
    cities = {territory.city or "" for territory in content.territories.values()}
    usual = cities.pop() if len(cities) == 1 else ""
    asked["city"] = options["city"] or ask_or("--city", say("Sa ville"), usual)
    asked["languages"] = options["languages"] or (ask_or("--language", say(_WHICH_LANGUAGES), SOURCE),)
    asked["contact"] = options["contact"] or ask_or("--contact", say(_CONTACT), "")
    if options["outline"] is None and options["lon"] is None:
        asked["outline"] = ask_or("--outline", say(_OUTLINE), "") or None
    return asked


def _languages(typed: Sequence[str]) -> list[str]:
    """Return the tags of the languages, French first: every text begins in it."""
    words = [word for each in typed for word in each.replace(",", " ").split()]
    return list(dict.fromkeys([SOURCE, *map(read_tag, words)]))


def _names(answers: Answers, typed: Sequence[str]) -> Mapping[str, str]:
    """Return the names in other languages, by the tag of each."""
    names: dict[str, str] = {}
    for each in typed:
        tag, sign, name = each.partition("=")
        if not (sign and name.strip()):
            raise refused(
                say("--name-in\u00a0: «\u00a0%(value)s\u00a0» n’est pas écrit comme es=El\u00a0Barrio.", value=each)
            )
        names[read_tag(tag)] = name.strip()
    for tag in names:
        if tag == SOURCE:
            raise refused(say("Le nom en français se donne avec --name."))
        if path_of(tag) not in answers.files:
            raise refused(say(_NO_FOLDER, tag=tag))
    return names


def _outline(given: Options) -> Mapping[str, Any]:
    if given["outline"] is None:
        return _circle(given)
    file = Path(given["outline"])
    source = read_source(file.parent, file.name)
    found = source if isinstance(source, Problem) else read_outline(source)
    if isinstance(found, Problem):
        raise refused(say_problem(found))
    return found


def _circle(given: Options) -> Mapping[str, Any]:
    lon, lat = rounded((ask_number("--lon", given["lon"], say(_LON)), ask_number("--lat", given["lat"], say(_LAT))))
    sentence = check_position([lon, lat])
    if sentence:
        raise refused(say_problem(Problem("--lon, --lat", "", sentence, {"value": f"[{lon}, {lat}]"})))
    radius_m = ask_number("--radius", given["radius"], say("Rayon en mètres (comme 600)"))
    if not SMALLEST_M <= radius_m <= LARGEST_M:
        raise refused(say(_RADIUS, radius=given["radius"] or radius_m, smallest=SMALLEST_M, largest=LARGEST_M))
    centre: Position = lon, lat
    return circle_around(centre, radius_m)


def _tell_next(identifier: str) -> None:
    click.echo("\n" + say(_NEXT, id=identifier))
    for example, comment in _FIELDS:
        click.echo(f"  # {say(comment)}\n  {example},")
    click.echo(say("Une virgule sépare les champs\u00a0; aucune après le dernier. Ensuite\u00a0:"))
    for command_line, comment in _COMMANDS:
        click.echo(f"  # {say(comment)}\n  {command_line.format(id=identifier)}")


SMALLEST_M, LARGEST_M = 50, 10_000
"""Of a radius: a block of houses; a town."""

_WHICH_LANGUAGES = N_("Langues de ses pages, séparées par des virgules")
_CONTACT = N_("Courriel de la personne à qui écrire (rien\u00a0: pas encore)")
_OUTLINE = N_("Fichier GeoJSON de son contour (rien\u00a0: un centre et un rayon)")
_LON = N_("Longitude du centre (comme 2.3639)")
_LAT = N_("Latitude du centre (comme 48.8931)")
_RADIUS = N_("--radius\u00a0: %(radius)s m ne convient pas\u00a0: de %(smallest)s à %(largest)s m.")
_NO_FOLDER = N_(
    "La langue %(tag)s n’a pas encore de dossier\u00a0: faites d’abord «\u00a0adeuxpas new language %(tag)s\u00a0»."
)
_NEXT = N_(
    "À compléter dans data/territories.geojson, sous «\u00a0properties\u00a0» de %(id)s\u00a0; "
    "ce qu’on ne sait pas ne s’écrit pas\u00a0:"
)
_FIELDS = (
    ('"short_name": "20e"', N_("un nom court pour les petits écrans")),
    ('"reach_m": 400', N_("jusqu’où les familles vont à pied au-delà du contour, en mètres")),
    ('"school": "identifiant-du-lieu"', N_("l’école d’où l’on compte les distances\u00a0: l’identifiant d’un lieu")),
    (
        '"kiosk": {"place": "identifiant-du-lieu", "telephone": "+33144556677"}',
        N_("le kiosque\u00a0: l’identifiant de son lieu, son téléphone"),
    ),
    ('"contact": "kiosque@exemple.fr"', N_("le courriel de la personne à qui écrire, s’il n’y est pas")),
    ('"notices": ["© les contributeurs OpenStreetMap (ODbL)"]', N_("d’où viennent ses lieux, et sous quelle licence")),
)
"""What a coordinator writes next: an example, and what it says."""
_COMMANDS = (
    ("adeuxpas new place --territory {id}", N_("son premier lieu, l’école par exemple")),
    (
        "adeuxpas map build --territory {id} --osm quartier.osm.pbf",
        N_("sa carte, d’un extrait d’OpenStreetMap\u00a0; sans elle, le plan montre les lieux sans rues"),
    ),
    ("adeuxpas check", N_("vérifier")),
    ("adeuxpas load", N_("charger")),
)
