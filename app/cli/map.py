"""`adeuxpas map`: build the map of a territory, and tell what a map holds."""

import time
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ..domain.content import Content
from ..domain.geometry import Bounds
from ..domain.territory import Territory
from ..domain.text import N_
from ..factory import create_app
from ..library.content.queries import read_library
from ..map.build import draw_map, material_of_plan
from ..map.faults import MapDamaged
from ..map.files import TILES, BuiltMap, file_of, read_map, remove_map, write_map
from ..map.sources.protomaps.build import build_from_protomaps
from ..map.tiles.archive import open_archive
from ..map.tiles.frame import Frame
from ..settings import Settings, read_settings
from .finding import find_territory
from .map_telling import bytes_told, tell_archive, tell_losses, tell_territory
from .progress import Refusal, bar, said
from .ready import bring_up_to_date, require_folder
from .telling import here, say, say_count

LARGEST_BYTES = 200_000_000
"""An archive of a city; one of a country is not read whole to be told of."""


@click.group("map")
def command() -> None:
    """Construit la carte d’un territoire, ou dit ce qu’une carte contient."""


@command.command("build")
@click.option("--territory", required=True, metavar="T", help="Identifiant du territoire (chapelle-nord).")
@click.option("--osm", metavar="FICHIER", type=click.Path(path_type=Path), help="Extrait OpenStreetMap (.osm.pbf).")
@click.option("--protomaps", metavar="FICHIER|URL", help="Archive Protomaps (.pmtiles), ou son adresse.")
@click.option("--plan", is_flag=True, help="Revient au plan des rues fourni avec le projet.")
@click.option("--bbox", metavar="O,S,E,N", help="Cadre de la carte, en degrés ; sinon, le territoire et 250 m autour.")
def build(territory: str, osm: Path | None, protomaps: str | None, plan: bool, bbox: str | None) -> None:
    """Construit la carte d’un territoire ; l’édition suivante la publie.

    Une source qui ne convient pas laisse en place la carte d’avant (code 2).
    """
    with said():
        _require_one(osm, protomaps, plan)
        settings = read_settings()
        content = _read_content(settings)
        home = find_territory(content, territory)
        frame = Frame(_read_bbox(bbox)) if bbox else Frame.of(home)
        if osm:
            _build_from_osm(settings, home, frame, osm)
        elif protomaps:
            _build_from_protomaps(settings, content, home, frame, protomaps)
        else:
            _return_to_plan(settings, content, home)


@command.command("info")
@click.argument("subject", metavar="[TERRITOIRE|FICHIER]", required=False)
@click.option("--territory", metavar="T", help="Identifiant du territoire.")
def info(subject: str | None, territory: str | None) -> None:
    """Dit ce que contient la carte d’un territoire, ou un fichier PMTiles ; sans rien, chaque territoire."""
    with said():
        settings = read_settings()
        asked = territory or subject
        if asked and Path(asked).is_file():
            tell_archive(_read_archive(Path(asked)))
            return
        content = _read_content(settings)
        homes = [find_territory(content, asked)] if asked else list(content.territories.values())
        for home in homes:
            tell_territory(content, home, settings.maps)


# Private


def _require_one(*sources: object) -> None:
    if sum(bool(source) for source in sources) != 1:
        raise Refusal(say("Donnez une source et une seule : --osm, --protomaps ou --plan."))


def _read_content(settings: Settings) -> Content:
    """Return what the library holds; the files that came with the program, when it holds nothing yet."""
    require_folder(settings)
    app = create_app(settings)
    bring_up_to_date(app)
    with app.app_context():
        return read_library()


def _read_archive(file: Path) -> bytes:
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        sentence = N_("%(file)s pèse %(size)s Mo : tirez-en d’abord un quartier, avec map build --protomaps.")
        raise Refusal(say(sentence, file=file.name, size=size // 1_000_000))
    return file.read_bytes()


def _read_bbox(text: str) -> Bounds:
    try:
        west, south, east, north = (float(edge) for edge in text.split(","))
    except ValueError as error:
        raise Refusal(say(_BBOX, text=text)) from error
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        raise Refusal(say(_BBOX, text=text))
    return Bounds(west, south, east, north)


_BBOX = N_("Le cadre « %(text)s » ne se lit pas : écrivez ouest,sud,est,nord en degrés, comme 2.34,48.87,2.36,48.89.")


def _build_from_osm(settings: Settings, home: Territory, frame: Frame, file: Path) -> None:
    start = time.perf_counter()
    builder, read = _osm_builder(), list[Any]()
    with bar(say("Tuiles")) as progress:
        files = builder.build_from_osm(file, home.name, frame, progress, read.append)
    _keep(settings, home, files, time.perf_counter() - start)
    for extract in read:
        tell_losses(extract.losses, has_day=extract.day is not None)


def _osm_builder() -> Any:
    try:
        return import_module("app.map.sources.osm.build")
    except ImportError as error:
        if error.name and not error.name.startswith("osmium"):
            raise
        raise Refusal(say("Il manque le paquet osmium, qui lit les extraits : pip install 'adeuxpas[map]'.")) from error


def _build_from_protomaps(settings: Settings, content: Content, home: Territory, frame: Frame, address: str) -> None:
    start = time.perf_counter()
    former = _former(settings, home)
    plan = (former.plan if former else None) or content.plan
    with bar(say("Octets")) as progress:
        brought = build_from_protomaps(address, home.name, frame, plan, former, progress)
    requests = say_count("%(num)s requête", "%(num)s requêtes", brought.requests)
    click.echo(say("%(requests)s, %(received)s reçus.", requests=requests, received=bytes_told(brought.received)))
    _keep(settings, home, {TILES: brought.tiles}, time.perf_counter() - start)
    has_ways = former is not None and former.ways is not None
    click.echo(say(_OLD_WAYS) if has_ways else say(_PLAN_WAYS))


_OLD_WAYS = N_("Une archive Protomaps ne dit pas où l’on marche : les chemins restent ceux de la construction d’avant.")
_PLAN_WAYS = N_("Une archive Protomaps ne dit pas où l’on marche : les chemins sont ceux du plan des rues.")


def _former(settings: Settings, home: Territory) -> BuiltMap | None:
    """Return the map built before, as long as it is whole: its ways outlive its tiles."""
    with suppress(MapDamaged):
        return read_map(settings.maps, home.id)
    return None


def _keep(settings: Settings, home: Territory, files: Mapping[str, bytes], seconds: float) -> None:
    write_map(settings.maps, home.id, files)
    sentence = N_("Carte de « %(name)s » : %(size)s, en %(seconds)s s. La prochaine édition la publie.")
    spent = here().formats.number(round(seconds, 1))
    click.echo(say(sentence, name=home.name, size=bytes_told(len(files[TILES])), seconds=spent))
    click.echo(str(file_of(settings.maps, home.id, TILES)))
    covered = open_archive(files[TILES]).bounds
    if covered.common(home.bounds) != home.bounds:
        sentence = N_("Attention : la carte ne couvre pas tout le territoire, elle va de %(bounds)s.")
        click.echo(say(sentence, bounds=covered.told), err=True)


def _return_to_plan(settings: Settings, content: Content, home: Territory) -> None:
    if not content.plan.ways:
        raise Refusal(say("Il n’y a pas de plan des rues dans les données : donnez un extrait avec --osm."))
    tiles = draw_map(material_of_plan(home.name, content.plan, Frame.of(home)))
    if remove_map(settings.maps, home.id):
        click.echo(say("La carte construite pour « %(name)s » est retirée.", name=home.name))
    sentence = N_("« %(name)s » a la carte du plan des rues : %(size)s. La prochaine édition la publie.")
    click.echo(say(sentence, name=home.name, size=bytes_told(len(tiles))))
