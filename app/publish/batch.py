"""Many sheets at once: the orders that a wish makes, each drawn or refused with its reasons, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..domain.category import Category
from ..domain.public import PublicContent
from ..domain.text import SOURCE
from ..language.on_paper import usual_languages
from ..print.format import Format
from ..print.order import Named, Options, Order, subjects_within
from ..print.poster import Picture, draw_order, to_fold
from ..print.refusal import PosterRefused
from .sheets import Printable, order_of


@dataclass(frozen=True)
class Wish:
    """What somebody wants printed: subjects or a whole quarter, themes, languages (none: those of the quarter)."""

    subjects: tuple[Named, ...] = ()
    territory: str = ""
    themes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)


@dataclass(frozen=True)
class Made:
    """One sheet of a batch: its pages (a PDF is one file), or why there is none."""

    order: Order
    pages: Sequence[bytes] = ()
    refused: PosterRefused | None = None
    to_fold: bytes | None = None
    """The same, laid out to be printed and folded, where it is a booklet."""

    @property
    def name(self) -> str:
        """What the sheet may be called."""
        _, id = self.order.subjects[0]
        return "-".join(part for part in (self.order.territory or id, self.order.options.theme) if part)


def orders_of(form: Format, printable: Printable, wish: Wish, today: date) -> list[Order]:
    """Return the sheets that a wish makes: one each, or one for all where the format gathers them."""
    whole = subjects_within(printable.content, wish.territory, form.prints) if wish.territory else []
    subjects = wish.subjects or tuple(whole)
    groups = [subjects] if form.gathers and subjects else [(subject,) for subject in subjects]
    return [order for group in groups for order in _orders(form, printable, wish, group, today)]


def draw_batch(form: Format, orders: Sequence[Order], *, fmt: Picture = "pdf", ppi: float = 150) -> Iterator[Made]:
    """Yield each sheet as it is drawn."""
    for order in orders:
        try:
            pages = draw_order(form, order, fmt=fmt, ppi=ppi)
            yield Made(order, pages, to_fold=to_fold(form, order, pages[0]) if fmt == "pdf" else None)
        except PosterRefused as refused:
            yield Made(order, refused=refused)


def themes_within(content: PublicContent, territory: str) -> list[Category]:
    """Return the themes that a quarter has public places of, in the order of their file."""
    places = content.public_places(territory)
    held = {content.categories.theme_of(category).id for place in places for category in place.categories}
    return [theme for theme in content.categories.themes if theme.id in held]


# Private


def _orders(form: Format, printable: Printable, wish: Wish, group: tuple[Named, ...], today: date) -> Iterator[Order]:
    order = order_of(printable, group, wish.languages or (SOURCE,), today)
    order = replace(order, options=wish.options, territory=wish.territory if form.gathers else "")
    if not wish.languages:
        declared = order.home.languages if order.home else ()
        order = replace(order, languages=usual_languages(declared, form.most_languages))
    if not form.takes_themes:
        yield order
        return
    _, territory = group[0]
    for theme in wish.themes or [theme.id for theme in themes_within(printable.content, territory)]:
        yield replace(order, options=replace(wish.options, theme=theme))
