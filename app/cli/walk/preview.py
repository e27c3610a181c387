"""`adeuxpas walk preview`: a walk as it reads, on the terminal, with its metres along the streets and its warnings."""

from collections.abc import Iterator
from pathlib import Path

import click

from ...domain.arrivals import arrivals_of
from ...domain.content import Content
from ...domain.duration import minutes_walking
from ...domain.public import public_content
from ...domain.text import N_, NN_
from ...domain.walk import Stop, Walk, WalkStatus
from ...exchange.native.walks import path_of
from ...map.basemap import basemap_of
from ...map.legs import RoutedLeg, legs_of
from ...settings import ROOT, read_settings
from ..new.asking import open_folder
from ..progress import said
from ..telling import here, say, say_count, say_problem
from .finding import find_walk


@click.command("preview")
@click.argument("walk", metavar="BALADE")
@click.option("--folder", type=click.Path(path_type=Path), default=ROOT, help="Dossier qui contient data/ et walks/.")
@click.option("--leader", is_flag=True, help="Montre aussi ce que lit seule la personne qui mène.")
def command(walk: str, folder: Path, leader: bool) -> None:
    """Montre une balade en texte : étapes, chemins, durée, et ce que « check » en dit."""
    with said():
        answers = open_folder(folder)
        found = answers.content.walks[find_walk(answers.content.walks, walk)]
        lines = [*_told(answers.content, found, leader)]
    click.echo("\n".join(lines))
    for problem in answers.problems:
        if problem.file == path_of(found.id):
            click.echo(f"{say('à savoir')} · {say_problem(problem)}")


# Private


def _told(content: Content, walk: Walk, leader: bool) -> Iterator[str]:
    legs = _legs(content, walk)
    yield walk.title
    yield f"{content.territories[walk.territory].name} · {walk.code or '—'} · {say(_STATES[walk.status])}"
    yield _length(walk, legs)
    meeting = walk.meeting.text if walk.meeting else None
    emergency = walk.emergency.text if walk.emergency else None
    yield from (text for text in (walk.summary, walk.advice, meeting, emergency) if text)
    if leader and walk.leader:
        yield say(_LEADER, text=walk.leader)
    together = {number for arrival in _arrivals(content, walk) for number in arrival[1:]}
    for number, stop in enumerate(walk.stops, 1):
        yield ""
        if number in legs:
            yield _way(walk, number, legs[number], is_same=number in together)
        yield from _stop_told(content, number, stop, leader)


def _stop_told(content: Content, number: int, stop: Stop, leader: bool) -> Iterator[str]:
    place = content.places.get(stop.place or "")
    yield f"{number}. {place.name if place else stop.name} ({here().formats.minutes(stop.stay_min)})"
    yield from (f"   {text}" for text in (stop.text, stop.sense) if text)
    for quiz in stop.questions:
        yield "   " + say(_QUESTION, text=" / ".join((quiz.question, *quiz.options)))
    if leader:
        yield from ("   " + say(_LEADER, text=text) for text in (stop.host, stop.leader) if text)


def _legs(content: Content, walk: Walk) -> dict[int, RoutedLeg]:
    """Return the legs as an edition would draw them, were the walk published today."""
    shown = walk.model_copy(update={"status": WalkStatus.PUBLISHED})
    public = public_content(content)
    territory = content.territories[walk.territory]
    return legs_of(public, shown, basemap_of(content, territory, read_settings().maps))


def _arrivals(content: Content, walk: Walk) -> list[tuple[int, ...]]:
    public = public_content(content)
    return arrivals_of({number: public.spot_of(stop) for number, stop in enumerate(walk.stops, 1)})


def _length(walk: Walk, legs: dict[int, RoutedLeg]) -> str:
    metres = sum(leg.metres for leg in legs.values())
    walking, staying = minutes_walking(metres), sum(stop.stay_min for stop in walk.stops)
    formats = here().formats
    values = {"walking": formats.minutes(walking), "staying": formats.minutes(staying)}
    values |= {"stops": say_count(*_STOPS, len(walk.stops)), "distance": formats.distance(metres)}
    return say(_LENGTH, total=formats.minutes(walking + staying), **values)


def _way(walk: Walk, number: int, leg: RoutedLeg, *, is_same: bool) -> str:
    if is_same:
        return "   ↓ " + say(_SAME)
    written = walk.leg_to(number)
    told = [here().formats.distance(leg.metres), here().formats.minutes(minutes_walking(leg.metres))]
    told += [say(_GUESSED)] if leg.is_guessed else []
    told += [] if written and (written.is_surveyed or written.steps is not None) else [say(_UNKNOWN)]
    return "   ↓ " + " · ".join([*told, *([written.way] if written and written.way else [])])


_STATES = {
    WalkStatus.DRAFT: N_("en projet"),
    WalkStatus.PUBLISHED: N_("publiée"),
    WalkStatus.RETIRED: N_("retirée"),
}
_STOPS = NN_("%(num)s étape", "%(num)s étapes")
_LENGTH = N_(
    "%(stops)s · %(distance)s · %(walking)s de marche et %(staying)s sur place, soit %(total)s avec des enfants"
)
_SAME = N_("à la même porte ou presque")
_GUESSED = N_("chemin inconnu, distance estimée")
_UNKNOWN = N_("marches et trottoirs pas encore relevés")
_QUESTION = N_("Pour les enfants : %(text)s")
_LEADER = N_("Pour qui mène : %(text)s")
