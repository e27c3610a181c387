"""`adeuxpas status`: the status of a place at any instant, in sentences."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from typing import NoReturn
from zoneinfo import ZoneInfo

import click

from ..domain.code import read_code
from ..domain.content import Content
from ..domain.hours.status import FROM_HOURS, Answer, Because, State, status_at
from ..domain.place import Place, Service
from ..domain.subject import PLACE
from ..domain.text import N_, fold
from ..factory import create_app
from ..language.language import Language
from ..language.spoken import spoken
from ..library.content.queries import read_library
from ..settings import read_settings
from .progress import Refusal, said
from .telling import here, offered


@click.command("status")
@click.argument("place", metavar="PLACE[/SERVICE]")
@click.option("--at", "at", metavar="TIME", help="Instant : 2026-11-11T11:00, « 2026-11-11 11:00 », ou avec +01:00.")
@click.option("--lang", help="Langue de la réponse (celle du terminal).")
def command(place: str, at: str | None, lang: str | None) -> None:
    """Dit si PLACE (son identifiant ou son code) est ouvert, pourquoi, et jusqu’à quand.

    Sans décalage horaire, TIME est l’heure du quartier. Le code de sortie est 1 si le lieu n’existe pas.
    """
    with said():
        language = read_language(lang)
        with create_app(read_settings()).app_context():
            content = read_library()
        moment = read_moment(at, ZoneInfo(content.calendar.timezone), language)
    found, service = find_place(content, place, language)
    answer = translated(content, found, language.code, status_at(found, content, moment, service=service))
    for line in tell(language, _name(content, found, service, language.code), answer, moment):
        click.echo(line)


def read_language(code: str | None) -> Language:
    """Return a language that the project speaks; without a code, the one of the terminal."""
    if code is not None and code not in offered():
        sentence = N_("La langue « %(lang)s » n’est pas parlée ici : choisissez parmi %(offered)s.")
        raise Refusal(here().say(sentence, lang=code, offered=", ".join(offered())))
    return spoken(code) if code else here()


def find_place(content: Content, words: str, language: Language) -> tuple[Place, Service | None]:
    """Return the place with this id or code, and its service; else say what was perhaps meant, and end."""
    name, _, service = words.partition("/")
    codes = {entry.code: entry.id for entry in content.codes if entry.kind == PLACE.name}
    place = content.places.get(name) or content.places.get(codes.get(read_code(name) or "", ""))
    if place is None:
        near = get_close_matches(name.lower(), content.places, n=3, cutoff=0.5) or list(_named(content, name))[:3]
        _end(language, language.say("Le lieu « %(name)s » n’existe pas.", name=name), near)
    services = {s.id: s for s in place.services}
    if service and service not in services:
        sentence = language.say("Le lieu « %(place)s » n’a pas de service « %(name)s ».", place=place.id, name=service)
        _end(language, sentence, [f"{place.id}/{id}" for id in services])
    return place, services.get(service)


def read_moment(text: str | None, zone: ZoneInfo, language: Language) -> datetime:
    """Return an instant as somebody typed it, in local time; without one, now on the day of the edition."""
    if text is None:
        settings = read_settings()
        now = datetime.now(zone).replace(tzinfo=None)
        return datetime.combine(settings.today, now.time()) if settings.today else now
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    if moment is None or not 1900 < moment.year < 3000:
        sentence = N_("« %(text)s » n’est pas un instant : écrivez par exemple 2026-11-11T11:00.")
        raise Refusal(language.say(sentence, text=text))
    return moment if moment.tzinfo is None else moment.astimezone(zone).replace(tzinfo=None)


def translated(content: Content, place: Place, lang: str, answer: Answer) -> Answer:
    """Return the answer with the name of its reason and its message in a language, where they have one there."""
    reason = answer.reason
    words = content.texts.of(reason.key, reason.words, lang).words
    reasons = [exception.reason for exception in place.exceptions]
    number = reasons.index(answer.message) + 1 if answer.message in reasons else 0
    message = content.texts.of(f"place:{place.id}/exceptions/{number}/reason", answer.message, lang).words
    return replace(answer, reason=replace(reason, words=words), message=message)


def tell(language: Language, name: str, answer: Answer, moment: datetime) -> Iterator[str]:
    """Yield the sentences of an answer."""
    say = language.say
    yield say("%(place)s, %(when)s", place=name, when=_when(language, moment))
    yield _state(language, answer)
    if answer.comment:
        yield say("On lit aussi : « %(comment)s ».", comment=answer.comment)
    if answer.message:
        yield say("À savoir ce jour-là : %(notice)s.", notice=answer.message.rstrip("."))
    yield from _changes(language, answer)
    yield from _age(language, answer)


# Private

_STATES = {
    State.OPEN: N_("Ouvert."),
    State.CLOSED: N_("Fermé."),
    State.APPOINTMENT: N_("Sur rendez-vous."),
    State.UNKNOWN: N_("On ne sait pas."),
}
_REASONS = {
    (State.CLOSED, Because.PUBLIC_HOLIDAY): N_("Fermé : jour férié (%(words)s)."),
    (State.CLOSED, Because.SCHOOL_HOLIDAY): N_("Fermé pendant les vacances scolaires (%(words)s)."),
    (State.CLOSED, Because.EXCEPTION): N_("Fermé à titre exceptionnel (%(words)s)."),
    (State.CLOSED, Because.CLOSED_TEMPORARILY): N_("Fermé pour le moment."),
    (State.CLOSED, Because.CLOSED_FOR_GOOD): N_("Fermé définitivement."),
    (State.OPEN, Because.EXCEPTION): N_("Ouvert à titre exceptionnel (%(words)s)."),
    (State.UNKNOWN, Because.PUBLIC_HOLIDAY): N_(
        "On ne sait pas : c’est un jour férié (%(words)s), et les horaires n’en parlent pas."
    ),
    (State.UNKNOWN, Because.NO_HOURS): N_("On ne sait pas : les horaires sont inconnus."),
    (State.UNKNOWN, Because.CALL): N_("On ne sait pas : il faut appeler avant de venir."),
    (State.UNKNOWN, Because.COMMENT): N_("On ne sait pas : les horaires ont une condition."),
    (State.UNKNOWN, Because.CALENDAR_TOO_SHORT): N_(
        "On ne sait pas : le calendrier des vacances scolaires ne va pas jusque-là."
    ),
    (State.UNKNOWN, Because.EXCEPTION): N_("On ne sait pas : les horaires changent ce jour-là (%(words)s)."),
}


def _name(content: Content, place: Place, service: Service | None, lang: str) -> str:
    if service is None:
        return place.name
    return content.texts.of(f"place:{place.id}/service/{service.id}/name", service.name, lang).words


def _state(language: Language, answer: Answer) -> str:
    sentence = _REASONS.get((answer.state, answer.reason.because), _STATES[answer.state])
    if not answer.reason.words:
        sentence = _STATES[answer.state] if answer.reason.because is Because.EXCEPTION else sentence
    return language.say(sentence, words=answer.reason.words or language.say("sans nom"))


def _changes(language: Language, answer: Answer) -> Iterator[str]:
    if answer.until and answer.until != answer.next_opening:
        yield language.say("Cela change %(when)s.", when=_when(language, answer.until))
    if answer.next_opening and answer.next_state is State.APPOINTMENT:
        yield language.say("Prochain accueil, sur rendez-vous : %(when)s.", when=_when(language, answer.next_opening))
    elif answer.next_opening:
        yield language.say("Prochaine ouverture : %(when)s.", when=_when(language, answer.next_opening))


def _age(language: Language, answer: Answer) -> Iterator[str]:
    if answer.freshness is None or answer.reason.because not in FROM_HOURS:
        return
    period = language.formats.period(answer.freshness.written)
    if answer.stale:
        yield language.say("Attention, c’est une information ancienne : %(period)s.", period=period)
    else:
        yield language.say("Date de l’information : %(period)s.", period=period)


def _when(language: Language, moment: datetime) -> str:
    day = language.formats.day(moment.date())
    time = language.formats.clock(moment.hour * 60 + moment.minute)
    return language.say("%(day)s à %(time)s", day=day, time=time)


def _end(language: Language, sentence: str, near: Sequence[str]) -> NoReturn:
    meant = language.say(" ou ").join(near)
    hint = language.say("Vouliez-vous dire %(names)s ?", names=meant) if near else ""
    click.echo(f"{sentence} {hint}".rstrip(), err=True)
    sys.exit(1)


def _named(content: Content, words: str) -> Iterator[str]:
    return (place.id for place in content.places.values() if fold(words) in fold(place.name))
