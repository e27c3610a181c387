"""An order for each format, from the tiny territory: what it prints first, on a day of its week."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.domain.content import Content
from app.domain.public import public_content
from app.print.format import Format
from app.print.formats import format_names, read_format
from app.print.order import Options, Order
from app.site.addresses import Site

LIBRARY, SQUARE = "bibliotheque-des-tilleuls", "square-des-tilleuls"
HOME, WALK = "les-tilleuls", "du-college-au-square"
FIRST = {"place": LIBRARY, "walk": WALK, "territory": HOME}
TODAY = date(2026, 11, 18)
SITE = Site(("fr", "en", "ar"), "1", public_url="https://kq.example")
NAMES = format_names()


def order_for(form: Format, content: Content, languages: tuple[str, ...] = ("fr", "ar"), **options: Any) -> Order:
    """Return an order of the first kind that a format prints."""
    kind = form.prints[0]
    if form.takes_themes:
        options = {"theme": "culture"} | options
    return Order(public_content(content), SITE, ((kind, FIRST[kind]),), languages, TODAY, options=Options(**options))


def order_of(name: str, content: Content, languages: tuple[str, ...] = ("fr", "ar"), **options: Any) -> Order:
    """Return an order for the format of a name."""
    return order_for(read_format(name), content, languages, **options)


def addresses_in(words: Any) -> Iterator[str]:
    """Yield every address that a sheet shows beside a code."""
    if isinstance(words, dict):
        yield from [words["address"]] if "qr" in words else []
        for value in words.values():
            yield from addresses_in(value)
    elif isinstance(words, list):
        for value in words:
            yield from addresses_in(value)
