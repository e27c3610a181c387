"""`/desk/gaps/<territory>`: what a quarter offers, to whom and when, what it lacks, and what families miss there."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import Response, abort, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.gaps import AGES, DAYS, PARTS, ThemeRow, gaps_of
from ...domain.public import PublicContent, public_content
from ...domain.text import N_
from ...exchange.table import MEDIA_TYPE, Cell, write_table
from ...library.content.queries import read_library
from ...library.desk.homes import own_territories
from ...library.desk.missed import read_missed
from ..downloads import download
from . import frame, words

blueprint = frame.desk_blueprint("gaps")

PART_WORDS = (N_("matin"), N_("après-midi"), N_("soir"))

_HEAD = (
    *(N_("Thème"), N_("Âge"), N_("Jour"), N_("Moment"), N_("Lieux qui reçoivent"), N_("Horaires inconnus")),
    *(N_("Âges non dits"), N_("Lieux")),
)


@blueprint.get("/gaps")
def choose() -> WerkzeugResponse:
    """Lead to the first territory of who asks."""
    mine = own_territories(frame.person())
    return frame.move(f"gaps/{next(iter(mine))}") if mine else abort(404)


@blueprint.get("/gaps/<slug:territory>")
def show(territory: str) -> Response:
    """Show the gaps of a territory for some ages."""
    territories, content, age = own_territories(frame.person()), public_content(read_library()), _age()
    rows = _rows(content, territory, age)
    view: dict[str, Any] = {
        "territory": territory,
        "territories": territories,
        "ages": {key: text for key, (text, _) in AGES.items()},
        "age": age,
        "rows": rows,
        "parts": PART_WORDS,
        "days": [frame.language().formats.weekday(day) for day in range(DAYS)],
        "label": lambda row: content.texts.of(f"category:{row.theme.id}/label", row.theme.label, frame.language().code),
        "missed": read_missed(territory),
        "kinds": words.KINDS,
        "when": lambda moment: words.moment_words(moment, frame.language()),
    }
    return frame.show("gaps", **view)


@blueprint.get("/gaps/<slug:territory>.csv")
def table(territory: str) -> Response:
    """Return every theme, age, day and part of a day as a table for spreadsheets."""
    content = public_content(read_library())
    lines = [line for age in AGES for row in _rows(content, territory, age) for line in _lines(content, row, age)]
    made = write_table([frame.say(word) for word in _HEAD], lines)
    return download(made, MEDIA_TYPE, f"adeuxpas-{territory}-gaps.csv")


# Private


def _rows(content: PublicContent, territory: str, age: str) -> Sequence[ThemeRow]:
    home = content.territories.get(territory)
    if home is None or not frame.person().covers([territory]):
        abort(404)
    return gaps_of(content, home, age)


def _age() -> str:
    asked = request.args.get("age", "")
    return asked if asked in AGES else next(iter(AGES))


def _lines(content: PublicContent, row: ThemeRow, age: str) -> Iterator[Sequence[Cell]]:
    language = frame.language()
    theme = content.texts.of(f"category:{row.theme.id}/label", row.theme.label, language.code).words
    for day in range(DAYS):
        for part in range(len(PARTS)):
            what = (theme, language.say(AGES[age][0]), language.formats.weekday(day), language.say(PART_WORDS[part]))
            yield (*what, row.open[day][part], row.unknown, row.unsaid, len(row.places))
