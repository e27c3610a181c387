"""`adeuxpas walk import`: a GPX or a GeoJSON line becomes the stops and legs of a draft walk, or a sentence why not."""

from pathlib import Path

import click

from ...domain.content import Content
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import N_
from ...domain.walk import Walk
from ...exchange.native.adding import add_walk
from ...exchange.native.source import read_source
from ...exchange.native.walks import write_walk
from ...exchange.tracks.draft import Course, Unnamed, course_of
from ...exchange.tracks.reading import LEFT_OUT, UNNAMED, home_of, nearest_to, read_track
from ...exchange.tracks.track import Track
from ...settings import ROOT
from ..finding import find_territory
from ..new.asking import Given, New, ask_what, open_folder, refused, takes_territory, tell_written, write
from ..progress import said
from ..telling import here, say, say_count, say_problem


@click.command("import")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@click.option("--name", "--title", "name", metavar="TITRE", help="Son titre ; sinon, celui du fichier.")
@takes_territory
@click.option(
    "--code", "wanted_code", metavar="CODE", help="Code court déjà imprimé ; sinon, il en est tiré un nouveau."
)
@click.option("--id", "wanted_id", metavar="ID", help="Identifiant ; sinon, il est tiré du titre.")
@click.option("--folder", type=click.Path(path_type=Path), help="Dossier qui contient data/ et walks/.")
def command(
    file: Path,
    name: str | None,
    territory: str | None,
    wanted_code: str | None,
    wanted_id: str | None,
    folder: Path | None,
) -> None:
    """Fait d’une trace GPX ou d’une ligne GeoJSON une balade en brouillon, ou dit pourquoi ce n’est pas possible.

    Les points nommés deviennent ses étapes, la ligne entre eux ses tronçons.
    """
    with said():
        track = _read(file)
        answers = open_folder(folder or ROOT)
        content = answers.content
        home = find_territory(content, territory) if territory else _home_of(content, track)
        course = course_of(track, content.places.values(), Unnamed(*map(say, UNNAMED)))
        new = ask_what(content, "walk", Given(name or track.name or None, wanted_id, wanted_code), say(_WHAT))
        addition = add_walk(content, answers.files, new.id, new.code, _text(new, home, course))
        write(answers, addition)
    tell_written(answers, addition.path, new.code)
    _tell(course)


# Private

_WHAT = N_("Titre de la balade")


def _read(file: Path) -> Track:
    source = read_source(file.parent, file.name)
    if isinstance(source, Problem):
        raise refused(say_problem(source))
    track = read_track(source)
    if isinstance(track, Problem):
        raise refused(say_problem(track))
    return track


def _home_of(content: Content, track: Track) -> Territory:
    """Return the territory that holds most of a line."""
    home = home_of(content.territories, track)
    if home is not None:
        return home
    nearest, metres = nearest_to(content.territories, track)
    raise refused(say(_ELSEWHERE, distance=here().formats.distance(metres), territory=nearest.name))


def _text(new: New, home: Territory, course: Course) -> str:
    """Return the text of the file. Its comments are French, as what is written there."""
    head = {"format": 1, "id": new.id, "status": "draft", "title": new.name, "territory": home.id, "code": new.code}
    walk = Walk.model_validate(head | {"stop": course.stops, "leg": course.legs})
    return _HEAD + write_walk(walk)


def _tell(course: Course) -> None:
    stops = say_count("%(num)s étape", "%(num)s étapes", len(course.stops))
    click.echo(say(_MADE, stops=stops, legs=say_count("%(num)s tronçon", "%(num)s tronçons", len(course.legs))))
    for name, metres in course.left_out:
        distance = here().formats.distance(metres)
        click.echo(f"{say('à savoir')} · {say(LEFT_OUT, name=name, distance=distance)}", err=True)


_ELSEWHERE = N_(
    "Le tracé est à %(distance)s du quartier le plus proche, %(territory)s : donnez --territory s’il en est."
)
_MADE = N_("%(stops)s et %(legs)s. Ouvrez ce fichier : nommez les étapes, écrivez ce que l’on y dit.")
_HEAD = """\
# Une balade en brouillon, faite d’un tracé : personne ne la voit tant que status n’est pas "published".
# À chaque étape : place = "identifiant-du-lieu" à la place de point et name, si c’en est un ; puis text, stay_min.
"""
