"""What is wrong within one walk, whatever places there are: stops, legs, variants, notices, sessions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from ...domain.leg import Leg
from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Notice, Question, Session, Stop, Variant, Walk, WayService
from .source import Source, shorten


def walk_faults(source: Source, walk: Walk) -> Iterator[Problem]:
    """Yield what is wrong within a walk that could be read."""
    if walk.meeting and walk.meeting.place and walk.meeting.point:
        yield source.problem("meeting", N_("le rendez-vous a un lieu et un point : gardez l’un des deux."))
    yield from _each(source, walk, "arrêt", walk.stops, _stop_faults)
    yield from _each(source, walk, "tronçon", walk.legs, _leg_faults)
    yield from _leg_order(source, walk)
    yield from _each(source, walk, "variante", walk.variants, _variant_faults)
    yield from _each(source, walk, "service", walk.services, _service_faults)
    yield from _each(source, walk, "avis", walk.notices, _notice_faults)
    yield from _each(source, walk, "séance", walk.sessions, _session_faults)
    yield from _same_ids(source, "variante", [variant.id for variant in walk.variants])
    yield from _same_ids(source, "séance", [session.id for session in walk.sessions])


# Private

Block = TypeVar("Block")
Found = tuple[str, str, dict[str, object]]
"""A field ("" is the whole block), a sentence and its values."""


def _each(
    source: Source, walk: Walk, word: str, blocks: Iterable[Block], find: Callable[[Walk, Block], Iterator[Found]]
) -> Iterator[Problem]:
    for number, block in enumerate(blocks, 1):
        for field, sentence, values in find(walk, block):
            where = f"{word} n° {number}" + (f", champ {field}" if field else "")
            yield _problem(source, where, sentence, values)


def _problem(source: Source, where: str, sentence: str, values: Mapping[str, object]) -> Problem:
    return Problem(source.path, where, sentence, {name: shorten(value) for name, value in values.items()})


def _stop_faults(walk: Walk, stop: Stop) -> Iterator[Found]:
    if stop.place and stop.point:
        yield "", N_("l’arrêt a un lieu et un point : gardez l’un des deux."), {}
    elif not stop.place and not stop.point:
        yield "", N_('l’arrêt n’a ni lieu ni point : écrivez place = "…", ou point et name.'), {}
    elif stop.point and not stop.name:
        yield "name", N_('un point a besoin d’un nom : ajoutez name = "…".'), {}
    if stop.audio and not stop.transcript:
        yield "transcript", N_("un son a besoin de son texte, pour qui n’entend pas : ajoutez transcript."), {}
    for number, question in enumerate(stop.questions, 1):
        yield from _question_faults(f"quiz n° {number}", question)


def _question_faults(field: str, question: Question) -> Iterator[Found]:
    if len(question.options) == 1:
        yield f"{field}, options", N_("une seule réponse est proposée : donnez-en deux, ou aucune."), {}
    if question.answer and question.answer > len(question.options):
        sentence = N_("la bonne réponse est la n° {answer}, mais {count} sont proposées : corrigez answer ou options.")
        yield f"{field}, answer", sentence, {"answer": question.answer, "count": len(question.options)}
    if question.options and not question.answer:
        yield f"{field}, answer", N_("dites le numéro de la bonne réponse : answer = 1 pour la première."), {}


def _leg_faults(walk: Walk, leg: Leg) -> Iterator[Found]:
    ends: dict[str, object] = {"start": leg.from_, "end": leg.to, "count": len(walk.stops)}
    if max(leg.from_, leg.to) > len(walk.stops):
        yield "", N_("le tronçon va de {start} à {end}, mais la balade a {count} arrêts."), ends
    elif leg.to != leg.from_ + 1:
        yield "", N_("le tronçon va de {start} à {end} : il joint un arrêt au suivant, comme from = 1, to = 2."), ends
    if leg.mode == "drawn" and len(leg.path) < 2:
        yield "path", N_("un tracé « drawn » a deux positions au moins : ajoutez path, ou enlevez mode."), {}
    if leg.mode != "drawn" and leg.path:
        yield "path", N_('path dessine un tracé : écrivez mode = "drawn", ou enlevez path.'), {}
    if leg.mode != "routed" and leg.via:
        yield "via", N_("via guide un chemin par les rues : enlevez mode, ou enlevez via."), {}


def _leg_order(source: Source, walk: Walk) -> Iterator[Problem]:
    for number, (before, leg) in enumerate(pairwise(walk.legs), 2):
        where, values = f"tronçon n° {number}", {"start": leg.from_, "before": before.from_}
        if leg.from_ == before.from_:
            yield _problem(source, where, N_("le tronçon qui part de l’arrêt {start} est écrit deux fois."), values)
        elif leg.from_ < before.from_:
            sentence = N_(
                "le tronçon qui part de l’arrêt {start} vient après celui de l’arrêt {before} : échangez-les."
            )
            yield _problem(source, where, sentence, values)


def _variant_faults(walk: Walk, variant: Variant) -> Iterator[Found]:
    yield from _unknown_stops(walk, "drop", variant.drop)
    if len(walk.stops) - len({*variant.drop}) < 2:
        yield "drop", N_("la variante laisse moins de deux arrêts : gardez-en davantage."), {}


def _service_faults(walk: Walk, service: WayService) -> Iterator[Found]:
    yield from _unknown_stops(walk, "stop", (service.stop,) if service.stop else ())
    if (service.place is None) == (service.point is None):
        yield "", N_("le service a besoin d’un lieu (place) ou d’un point, l’un des deux."), {}


def _notice_faults(walk: Walk, notice: Notice) -> Iterator[Found]:
    yield from _unknown_stops(walk, "stops", notice.stops)
    if notice.to < notice.from_:
        sentence = N_("l’avis finit le {last}, avant de commencer le {first}.")
        yield "", sentence, {"first": notice.from_, "last": notice.to}


def _session_faults(walk: Walk, session: Session) -> Iterator[Found]:
    if session.variant and session.variant not in {variant.id for variant in walk.variants}:
        yield "variant", N_("la variante « {id} » n’est pas dans cette balade."), {"id": session.variant}


def _unknown_stops(walk: Walk, field: str, numbers: Iterable[int]) -> Iterator[Found]:
    for number in numbers:
        if number > len(walk.stops):
            values: dict[str, object] = {"number": number, "count": len(walk.stops)}
            yield field, N_("il n’y a pas d’arrêt n° {number} : la balade en a {count}."), values


def _same_ids(source: Source, word: str, ids: list[str]) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    for number, id in enumerate(ids, 1):
        counts[id] += 1
        if counts[id] == 2:
            sentence = N_("l’identifiant « {id} » est écrit deux fois : donnez-en un autre.")
            yield source.problem(f"{word} n° {number}, champ id", sentence, id=id)
