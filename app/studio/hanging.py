"""The pages of the register: what hangs, and where a sheet will."""

from urllib.parse import parse_qs

from ..pages.context import PageContext
from .choice import Choice
from .now import Now
from .page import page_view
from .register import REPLACE, in_order, sheets_hanging, title_of


def hanging_page(now: Now, territory: str, lang: str, *, needs_pin: bool, why: str = "") -> bytes:
    """Return the page of the register; `why` is the reason for which something was not done."""
    context = now.voice(lang)
    home = now.printable.content.territories[territory]
    sheets = in_order(sheets_hanging(now, territory, context.language))
    view = {
        "outdated": sum(sheet.state == REPLACE for sheet in sheets),
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
