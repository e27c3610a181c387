"""The sheets of a run: a format of each subject of a kind, or of each theme, that a quarter has; or all that hang there
and are no longer true."""

from collections.abc import Sequence

from ..domain.subject import SUBJECTS, TERRITORY
from ..language.spoken import french
from ..print.format import Format
from ..print.guard import refusals_of
from ..print.order import Order
from .choice import Choice, read_choice
from .now import Now
from .register import REPLACE, sheets_hanging
from .runs import Asked

THEMES = "theme"
"""What a run of a format with a sheet for each theme is of."""

HANGING = "hanging"
"""What a run of all that hangs and is to be replaced is of."""

Sheet = tuple[Format, Order]


def kinds_of_run(form: Format) -> tuple[str, ...]:
    """Return what a run of a format can be of."""
    return (THEMES,) if form.takes_themes else tuple(kind for kind in form.prints if kind != TERRITORY.name)


def choice_of(now: Now, asked: Asked) -> Choice:
    """Return the choice of a run, its subjects apart: those are all there are of a kind."""
    fields = {name: values for name, values in asked.fields.items() if name not in ("of", "ids", "theme")}
    content = now.printable.content
    if asked.each in SUBJECTS:
        first = next((each.id for each in SUBJECTS[asked.each].within(content, asked.territory)), "")
        fields |= {"of": [f"{asked.each}:{first}"], "ids": [f"{asked.each}:{first}"]}
    return read_choice(content, asked.territory, fields)


def sheets_of_run(now: Now, asked: Asked) -> list[Sheet]:
    """Return the sheets of a run; none when there is nothing to print, or a wrong choice."""
    if asked.each == HANGING:
        hanging = sheets_hanging(now, asked.territory, french())
        outdated = [sheet.choice for sheet in hanging if sheet.state == REPLACE]
        return [(choice.form, order) for choice in outdated for order in now.orders(choice)]
    choice = choice_of(now, asked)
    if choice.problems or asked.each not in kinds_of_run(choice.form):
        return []
    return [(choice.form, order) for order in now.each_order(choice, asked.each)]


def printable_of(sheets: Sequence[Sheet]) -> list[Order]:
    """Return the sheets that nothing forbids, as far as that is known before they are drawn."""
    return [order for form, order in sheets if not refusals_of(order, form)]
