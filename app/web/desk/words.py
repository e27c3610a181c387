"""What the desk calls things: kinds of suggestion, states, decisions; and what a place says, as lines to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from ...domain.calendar import PARIS
from ...domain.hours.asked import Asked, hours_of
from ...domain.hours.expression import is_readable
from ...domain.hours.week import week_table
from ...domain.place import HoursException, Place, Status
from ...domain.placeholders import pieces_of
from ...domain.problem import Problem
from ...domain.suggestion import Kind, SuggestionState
from ...domain.text import N_
from ...language import field_words
from ...language.fact_words import FACTS
from ...language.language import Language
from ...language.week_words import say_week

SIGNS: Mapping[Kind, str] = {
    Kind.CORRECTION: "edit",
    Kind.HOURS: "clock",
    Kind.PHONE: "phone",
    Kind.CLOSED: "close",
    Kind.MOVED: "pin",
    Kind.NEW_PLACE: "plus",
    Kind.NEED: "help",
    Kind.OBSERVATION: "walk",
    Kind.DEBRIEF: "flag",
    Kind.ROUND: "route",
    Kind.OTHER: "mail",
}
"""The pictogram of each kind of suggestion."""

KINDS: Mapping[Kind, tuple[str, str]] = {kind: (sign, field_words.KINDS[kind]) for kind, sign in SIGNS.items()}
"""The pictogram and the words of each kind of suggestion."""

STATES = {
    SuggestionState.NEW: N_("À lire"),
    SuggestionState.LATER: N_("Pour plus tard"),
    SuggestionState.ASKED: N_("Question posée"),
    SuggestionState.DOUBTFUL: N_("À regarder"),
    SuggestionState.ACCEPTED: N_("Acceptés"),
    SuggestionState.REFUSED: N_("Refusés"),
}
OUTCOMES = {
    SuggestionState.NEW: N_("Remis à lire"),
    SuggestionState.ACCEPTED: N_("Accepté"),
    SuggestionState.REFUSED: N_("Refusé"),
    SuggestionState.LATER: N_("Gardé pour plus tard"),
    SuggestionState.ASKED: N_("Question posée"),
    "undone": N_("Décision annulée"),
    "typed": N_("Papier recopié"),
    "restored": N_("Version remise"),
}
STATUSES = {
    Status.DRAFT: N_("À vérifier, pas encore publié"),
    Status.PUBLISHED: N_("Publié"),
    Status.CLOSED_TEMPORARILY: N_("Fermé pour un temps"),
    Status.CLOSED_FOR_GOOD: N_("Fermé pour de bon"),
}


@dataclass(frozen=True)
class Said:
    """One thing that a place says: its label, and lines that say it; none where nothing is known."""

    label: str
    lines: tuple[str, ...]
    is_french: bool = False
    """Whether the lines are in French whatever the language of the page."""


def said_by(place: Place, language: Language) -> list[Said]:
    """Return what a place says of what the desk corrects."""
    phones = tuple(language.formats.phone(phone.number) for phone in place.contact.phones) if place.contact else ()
    return [
        Said(language.say("Horaires"), tuple(hours_words(place, language))),
        Said(language.say("Téléphone"), phones),
        Said(language.say("Adresse"), (place.address.line,) if place.address else (), is_french=True),
        Said(language.say("Pour trouver l’entrée"), (place.access_hint,) if place.access_hint else (), is_french=True),
        Said(language.say("État"), (language.say(STATUSES[place.status]),)),
        Said(language.say("Jours différents"), tuple(exception_words(each, language) for each in place.exceptions)),
        Said(language.say("Vérifié le"), tuple(_checked_words(place, language))),
    ]


def hours_words(place: Place, language: Language, text: str = "") -> Iterator[str]:
    """Yield the hours of a place in words, then as they are written; of a text instead where one is given."""
    wanted = text or place.hours
    yield from week_words(wanted, language, by_appointment=hours_of(place).by_appointment)
    if wanted:
        yield wanted


def week_words(hours: str | None, language: Language, *, by_appointment: bool = False) -> Iterator[str]:
    """Yield the usual week that hours say, in words."""
    table = week_table(Asked(hours, by_appointment=by_appointment)) if hours and is_readable(hours) else None
    yield from say_week(table, language) if table else ()


def _checked_words(place: Place, language: Language) -> Iterator[str]:
    """Yield when the whole place was verified, then when each fact that was checked by itself."""
    day = language.formats.short_day
    if place.verified:
        yield day(place.verified.on)
    for kind, words in FACTS.items():
        check = place.checks.of(kind) if place.checks else None
        if check:
            yield language.say("%(fact)s : %(day)s", fact=language.say(words), day=day(check.on))


def exception_words(exception: HoursException, language: Language) -> str:
    """Return the days of an exception and what happens on them."""
    day = language.formats.short_day
    days = day(exception.from_)
    if exception.to != exception.from_:
        days = language.say("%(start)s – %(end)s", start=days, end=day(exception.to))
    kind = language.say("fermé") if exception.kind == "closed" else exception.hours
    return " · ".join(part for part in (days, kind, exception.reason) if part)


def moment_words(moment: datetime, language: Language) -> str:
    """Return a moment as Paris has it."""
    local, formats = moment.astimezone(PARIS), language.formats
    time = formats.clock(local.hour * 60 + local.minute)
    return language.say("%(day)s à %(time)s", day=formats.short_day(local.date()), time=time)


def problem_words(problems: Iterable[Problem], language: Language) -> str:
    """Return why a change was refused, without the names of files."""
    translate = language.translations.gettext
    return " ".join(translate(each.sentence).format(**each.values) for each in problems if not each.warning)


def with_values(text: str) -> Markup:
    """Return a sentence of the program with its values (`%(day)s`) as they are written, also among Arabic words."""
    return Markup().join(
        Markup('<bdi dir="ltr">%s</bdi>') % piece if is_value else piece for piece, is_value in pieces_of(text)
    )
