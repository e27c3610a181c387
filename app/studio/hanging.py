"""What hangs, beside what would be printed now: the same, to be replaced, or to be taken down."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal
from urllib.parse import parse_qs

from ..domain.subject import SUBJECTS
from ..language.language import Language
from ..library.hanging import Hanging, read_hanging
from ..library.scans import scans_of
from ..pages.context import PageContext
from ..print.guard import refusals_of
from ..print.order import Order
from ..print.poster import words_of
from ..print.refusal import PosterRefused
from ..site.qr import TEST_BASE
from .choice import Choice, read_choice
from .now import Now
from .page import page_view
from .sheets import Told, doubts_of, named, tell_all

State = Literal["same", "replace", "remove"]


@dataclass(frozen=True)
class Sheet:
    """A sheet that hangs: what it is, whether it still says what we know, and how often its code was opened lately."""

    hanging: Hanging
    choice: Choice
    title: str
    state: State
    told: Told
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


def hanging_page(now: Now, territory: str, lang: str, *, needs_pin: bool, why: str = "") -> bytes:
    """Return the page of the register; `why` is the reason for which something was not done."""
    context = now.voice(lang)
    home = now.printable.content.territories[territory]
    sheets = sorted(_sheets(now, territory, context.language), key=lambda sheet: _ORDER[sheet.state])
    view = {
        **page_view(context, home, context.say("Ce qui est accroché"), "", "/hanging"),
        "sheets": sheets,
        "needs_pin": needs_pin,
        "why": why,
    }
    return context.render("studio/hanging.html", view)


def note_page(now: Now, choice: Choice, lang: str, *, needs_pin: bool, why: str = "", spot: str = "") -> bytes:
    """Return the page that asks where a sheet will hang."""
    context: PageContext = now.voice(lang)
    home = now.printable.content.territories[choice.territory]
    view = {
        **page_view(context, home, context.say("Noter où elle est accrochée"), choice.query, "/hanging/new"),
        "choice": choice,
        "title": "" if choice.problems else title_of(choice, now.orders(choice)),
        "fields": [(name, value) for name, values in parse_qs(choice.query).items() for value in values],
        "needs_pin": needs_pin,
        "why": why,
        "spot": spot,
    }
    return context.render("studio/hanging_new.html", view)


# Private

_ORDER: dict[State, int] = {"remove": 0, "replace": 1, "same": 2}


def _sheets(now: Now, territory: str, language: Language) -> Iterator[Sheet]:
    held = [(hanging, read_choice_of(now, hanging)) for hanging in read_hanging(territory)]
    orders = {hanging.id: [] if choice.problems else now.orders(choice) for hanging, choice in held}
    codes = {hanging.id: next((order.first.code or "" for order in orders[hanging.id]), "") for hanging, _ in held}
    scans = scans_of({code for code in codes.values() if code}, now.today)
    for hanging, choice in held:
        state, told = _compared(hanging, choice, orders[hanging.id], language)
        title, code = title_of(choice, orders[hanging.id]), codes[hanging.id]
        yield Sheet(hanging, choice, title, state, told, scans.get(code, 0) if code else None)


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
