"""`/desk/uses`: how much the site is used, in numbers of weeks; what the page shows, its table for spreadsheets has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Response
from markupsafe import Markup

from ...domain.text import N_
from ...domain.use import KINDS, LEAST, rounded, total_of
from ...exchange.table import MEDIA_TYPE, Cell, write_table
from ...language.names import name_of
from ...library.desk.homes import read_territories
from ...library.scans import scans_by_day
from ...library.uses import monday_of, read_uses
from ..downloads import download
from ..request import settings
from . import frame
from .charts import Row, weeks_chart

blueprint = frame.desk_blueprint("uses")

WEEKS = 12

_PAGES, _CODES = N_("Ce qui est lu"), N_("Affiches")
_QUARTERS, _LANGUAGES = N_("Quartiers"), N_("Langues")
_SCANNED = N_("Codes ouverts")


@dataclass(frozen=True)
class Line:
    """What was counted of one thing: a number for each week, as it may be shown, and their sum."""

    name: str
    counts: Sequence[int | None]
    total: int | None


@dataclass(frozen=True)
class Group:
    """Lines that are read together, and the largest of their sums."""

    title: str
    lines: Sequence[Line]

    @property
    def most(self) -> int:
        """What the longest bar stands for."""
        return max((line.total or 0 for line in self.lines), default=0)


@blueprint.get("/uses")
def show() -> Response:
    """Show how much the site was used in the last weeks."""
    weeks = _weeks()
    days = [frame.language().formats.short_day(week) for week in weeks]
    groups = list(_groups(weeks))
    charts = [_chart(f"use-{number}", days, group) for number, group in enumerate(groups, 1)]
    return frame.show("uses", weeks=days, groups=list(zip(groups, charts, strict=True)), least=LEAST)


@blueprint.get("/uses.csv")
def table() -> Response:
    """Return the same numbers as a table for spreadsheets."""
    weeks = _weeks()
    head = [
        frame.say(N_("Groupe")),
        frame.say(N_("Quoi")),
        *(week.isoformat() for week in weeks),
        frame.say(N_("Total")),
    ]
    rows = [
        (group.title, line.name, *map(_cell, line.counts), _cell(line.total))
        for group in _groups(weeks)
        for line in group.lines
    ]
    return download(write_table(head, rows), MEDIA_TYPE, "adeuxpas-uses.csv")


# Private

_Weeks = Mapping[date, int]


def _weeks() -> list[date]:
    """Return the Mondays of the last weeks, the oldest first."""
    last = monday_of(settings().edition_date)
    return [last - timedelta(weeks=back) for back in reversed(range(WEEKS))]


def _groups(weeks: Sequence[date]) -> Iterator[Group]:
    territories = read_territories()
    names: Mapping[str, Callable[[str], str]] = {
        "kind": lambda kind: frame.say(KINDS[kind]),
        "territory": lambda id: territories.get(id, id),
        "lang": name_of,
    }
    for title, by in ((_PAGES, "kind"), (_QUARTERS, "territory"), (_LANGUAGES, "lang")):
        found = read_uses(by, weeks[0])
        yield Group(frame.say(title), [_line(names[by](name), counts, weeks) for name, counts in found.items()])
    scans: dict[date, int] = {}
    for day, count in scans_by_day(weeks[0]).items():
        scans[monday_of(day)] = scans.get(monday_of(day), 0) + count
    yield Group(frame.say(_CODES), [_line(frame.say(_SCANNED), scans, weeks)] if scans else [])


def _chart(id: str, days: Sequence[str], group: Group) -> Markup | None:
    rows = [Row(line.name, line.counts) for line in group.lines]
    return weeks_chart(id, days, rows, f"< {LEAST}", is_rtl=frame.language().direction == "rtl")


def _line(name: str, counts: _Weeks, weeks: Sequence[date]) -> Line:
    shown = [counts.get(week, 0) for week in weeks]
    return Line(name, [rounded(count) for count in shown], total_of(shown))


def _cell(count: int | None) -> Cell:
    return f"< {LEAST}" if count is None else count
