"""`adeuxpas suggestions`: what people told us, the newest first; `accept` and `refuse` decide on some of them."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click

from ..domain.calendar import PARIS
from ..domain.suggestion import Suggestion, SuggestionState
from ..domain.text import NN_, plain_text
from ..factory import create_app
from ..language.fact_words import told_words
from ..language.field_words import KINDS
from ..language.led_words import came_words, seen_words
from ..library.desk.decisions import REASONS, Verdict, decide_many
from ..library.desk.people import find_person
from ..library.photos import photo_file
from ..library.suggestions import Received, read_suggestions
from ..settings import read_settings
from .progress import Refusal, said
from .telling import here, say, say_count


@click.group("suggestions", invoke_without_command=True)
@click.pass_context
@click.option("--since", metavar="DAY", help="Seulement depuis ce jour (2026-11-18).")
@click.option("--json", "as_json", is_flag=True, help="Pour un programme : une liste en JSON.")
def command(context: click.Context, since: str | None, as_json: bool) -> None:
    """Liste les messages reçus depuis les pages, du plus récent au plus ancien."""
    if context.invoked_subcommand is not None:
        return
    with said():
        first = _read_day(since)
        settings = read_settings()
        with create_app(settings).app_context():
            found = read_suggestions(first)
    if as_json:
        click.echo(json.dumps([_plain(each, settings.data) for each in found], indent=2))
        return
    for each in found:
        click.echo("\n".join(_lines(each, settings.data)))
    click.echo(say_count("%(num)s message.", "%(num)s messages.", len(found)) if found else say("Aucun message."))


_NUMBERS = click.argument("numbers", nargs=-1, required=True, type=click.IntRange(1, 2**31 - 1))
_PERSON = click.option("--as", "name", required=True, metavar="NAME", help="Qui décide : un nom du bureau.")


@command.command("accept")
@_NUMBERS
@_PERSON
def accept(numbers: tuple[int, ...], name: str) -> None:
    """Prend en compte des messages à lire, par leurs numéros ; aucune fiche ne change."""
    _decide(numbers, name, SuggestionState.ACCEPTED, None)


@command.command("refuse")
@_NUMBERS
@_PERSON
@click.option("--reason", required=True, type=click.Choice(list(REASONS)), help="Pourquoi, le même motif pour tous.")
def refuse(numbers: tuple[int, ...], name: str, reason: str) -> None:
    """Refuse des messages à lire, par leurs numéros, avec un motif."""
    _decide(numbers, name, SuggestionState.REFUSED, reason)


# Private


def _decide(numbers: tuple[int, ...], name: str, outcome: SuggestionState, reason: str | None) -> None:
    with said(), create_app(read_settings()).app_context():
        person = find_person(name)
        if person is None:
            raise Refusal(say("Personne au bureau ne s’appelle « %(name)s ».", name=name))
        done = decide_many(person, numbers, Verdict(outcome, SuggestionState.NEW, reason))
        left = len(set(numbers)) - done
        click.echo(say_count("%(num)s message décidé.", "%(num)s messages décidés.", done))
        if left:
            raise Refusal(say_count(*_LEFT, left))


_LEFT = NN_(
    "%(num)s n’a pas changé : déjà décidé, ou d’un autre quartier.",
    "%(num)s n’ont pas changé : déjà décidés, ou d’un autre quartier.",
)


def _read_day(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=PARIS)
    except ValueError as error:
        raise Refusal(say("« %(text)s » n’est pas un jour : écrivez par exemple 2026-11-18.", text=text)) from error


def _lines(received: Received, data: Path) -> Iterator[str]:
    """Yield a message as lines; what a stranger typed must not give orders to the terminal."""
    told = received.suggestion
    id = told.place or told.walk or told.territory
    number = say("n° %(number)s", number=received.number)
    head = (number, _when(received.received), say(KINDS[told.kind]), _about(received, id))
    yield " · ".join(part for part in head if part)
    yield from (f"    {line}" for line in _led_lines(told))
    yield from (f"    {plain_text(told_words(fact, here()))}" for fact in received.facts)
    yield from (f"    {line}" for line in plain_text(told.text).splitlines())
    if received.photo:
        yield f"    {say('photo : %(file)s', file=photo_file(received.key, data))}"
    known = [told.lang, say("édition %(number)s", number=told.edition) if told.edition is not None else None]
    if told.typed and received.received - told.typed > timedelta(minutes=1):
        known.insert(0, say("écrit le %(when)s", when=_when(told.typed)))
    if any(known):
        yield f"    ({', '.join(part for part in known if part)})"


def _led_lines(told: Suggestion) -> Iterator[str]:
    """Yield what a leader tapped: what was seen and at which stop of which walk, or how many came."""
    if told.seen is not None:
        yield seen_words(told.seen, told.walk, told.stop, here())
    if told.came is not None:
        yield came_words(told.came, here())


def _about(received: Received, id: str | None) -> str:
    if id is None:
        return ""
    return f"{received.name} ({id})" if received.name else say("%(id)s, qui n’est plus sur la carte", id=id)


def _when(moment: datetime) -> str:
    local, formats = moment.astimezone(PARIS), here().formats
    time = formats.clock(local.hour * 60 + local.minute)
    return say("%(day)s à %(time)s", day=formats.short_day(local.date()), time=time)


def _plain(received: Received, data: Path) -> dict[str, object]:
    told = received.suggestion
    return {
        "number": received.number,
        "key": received.key,
        "received": received.received.isoformat(),
        "state": received.state,
        **told.model_dump(mode="json", exclude={"typed"}),
        "typed": told.typed.isoformat() if told.typed else None,
        "facts": [fact.model_dump(mode="json") for fact in received.facts],
        "name": received.name,
        "photo": str(photo_file(received.key, data)) if received.photo else None,
    }
