"""What hangs, beside what would be printed now: the same, to be replaced, or to be taken down."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal
from urllib.parse import parse_qs

from ..domain.subject import SUBJECTS
from ..domain.text import N_
from ..exchange.table import write_table
from ..language.language import Language
from ..language.spoken import french
from ..library.hanging import Hanging, read_hanging
from ..library.scans import scans_of
from ..print.guard import refusals_of
from ..print.order import Order
from ..print.poster import words_of
from ..print.refusal import PosterRefused
from ..site.qr import TEST_BASE
from .choice import Choice, read_choice
from .now import Now
from .sheets import Told, doubts_of, named, tell_all

State = Literal["same", "replace", "remove"]
REPLACE: State = "replace"


@dataclass(frozen=True)
class Sheet:
    """A sheet that hangs: what it is, whether it still says what we know, and how often its code was opened lately."""

    hanging: Hanging
    choice: Choice
    title: str
    state: State
    told: Told
    code: str
    scans: int | None


def digest_of(choice: Choice, order: Order) -> str:
    """Return a digest of all that a sheet says; raise `PosterRefused` when there is none."""
    if refused := refusals_of(order, choice.form):
        raise PosterRefused(refused)
    said = words_of(choice.form, replace(order, base=TEST_BASE)) | {"printed": ""}  # the same facts on another day
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def is_printable(now: Now, choice: Choice) -> bool:
    """Tell whether nothing forbids a sheet."""
    return not choice.problems and not any(refusals_of(order, choice.form) for order in now.orders(choice))


def title_of(choice: Choice, orders: list[Order]) -> str:
    """Return what a sheet is about, in few words."""
    names = (SUBJECTS[kind].title_in(order.content, id) for order in orders for kind, id in order.subjects[:1])
    return ", ".join(names) or choice.territory


def read_choice_of(now: Now, hanging: Hanging) -> Choice:
    """Return what a sheet that hangs was chosen as."""
    return read_choice(now.printable.content, hanging.territory, parse_qs(hanging.query))


def sheets_hanging(now: Now, territory: str, language: Language) -> Iterator[Sheet]:
    """Yield what hangs in a territory, beside what would be printed now."""
    held = [(hanging, read_choice_of(now, hanging)) for hanging in read_hanging(territory)]
    orders = {hanging.id: [] if choice.problems else now.orders(choice) for hanging, choice in held}
    codes = {hanging.id: next((order.first.code or "" for order in orders[hanging.id]), "") for hanging, _ in held}
    scans = scans_of({code for code in codes.values() if code}, now.today)
    for hanging, choice in held:
        state, told = _compared(hanging, choice, orders[hanging.id], language)
        title, code = title_of(choice, orders[hanging.id]), codes[hanging.id]
        yield Sheet(hanging, choice, title, state, told, code, scans.get(code, 0) if code else None)


def outdated_digests(now: Now, territory: str) -> dict[int, str]:
    """Return what the sheets that are to be replaced would say now, as digests by their numbers."""
    sheets = [sheet for sheet in sheets_hanging(now, territory, french()) if sheet.state == REPLACE]
    return {sheet.hanging.id: digest_of(sheet.choice, now.orders(sheet.choice)[0]) for sheet in sheets}


def register_table(now: Now, territory: str, lang: str) -> bytes:
    """Return the register as a table, in the words of a language."""
    context = now.voice(lang)
    rows = [
        (
            sheet.hanging.spot,
            context.say(sheet.choice.form.title),
            sheet.title,
            " ".join(sheet.choice.languages),
            sheet.hanging.printed.isoformat(),
            context.say(_STATES[sheet.state]),
            " ".join(sheet.told.refused),
            sheet.code,
            sheet.scans,
        )
        for sheet in in_order(sheets_hanging(now, territory, context.language))
    ]
    return write_table([context.say(word) for word in _HEAD], rows)


def in_order(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return sheets in the order of what presses most."""
    return sorted(sheets, key=lambda sheet: [*_STATES].index(sheet.state))


# Private

_HEAD = (
    *(N_("Où"), N_("Feuille"), N_("De quoi"), N_("Langues"), N_("Imprimée le"), N_("État"), N_("Pourquoi"), N_("Code")),
    N_("Ouvertures en 30 jours"),
)

_STATES: dict[State, str] = {"remove": N_("À retirer du mur"), "replace": N_("À remplacer"), "same": N_("À jour")}
"""What is to be done of each, the most pressing first."""


def _compared(hanging: Hanging, choice: Choice, orders: list[Order], language: Language) -> tuple[State, Told]:
    if choice.problems:
        return "remove", Told(tuple(tell_all(choice.problems, language)), ())
    try:
        digest = digest_of(choice, orders[0])
    except PosterRefused as refused:
        problems = [named(orders[0], problem) for problem in refused.problems]
        return "remove", Told(tuple(tell_all(problems, language)), ())
    doubts = Told((), tuple(tell_all(doubts_of(orders, language), language)))
    return ("same" if digest == hanging.digest else "replace"), doubts
