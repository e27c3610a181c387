"""My list, on half a sheet: what somebody chose, each with its hours, telephone and code."""

from ....domain.subject import PLACE, WALK
from ....domain.text import N_, P_
from ....language.spoken import french
from ....language.typography import keep_together
from ...brief import titles
from ...format import Format, Words
from ...order import Named, Order
from ...pictogram import pictogram_or_pin
from ...sheet import describe, help_of, mark_of
from ...words import ACCENT, code_words, frame_words, shown

_TITLE = P_("Ma liste")


def words_of(order: Order) -> Words:
    """Return every subject in the order that was asked, and the oldest date of what is told of them."""
    home = order.home
    entries = [_entry(order, subject, n) for n, subject in enumerate(order.subjects, 1)]
    return {
        **frame_words(order, french().say(_TITLE), order.first.code or ""),
        "rows": [
            {**row, "mark": mark_of(voice), "help": help_of(home, voice)}
            for row, voice in zip(titles(order, _TITLE), order.voices, strict=True)
        ],
        "entries": entries,
        "notices": " · ".join(dict.fromkeys(notice for entry in entries for notice in entry.pop("notices"))),
    }


# Private


def _entry(order: Order, subject: Named, number: int) -> Words:
    kind, id = subject
    legs = order.legs_of(id) if kind == WALK.name else None
    sheet = describe(order.content, kind, id, order.languages, order.today, legs)
    return {
        "number": number,
        "name": sheet.name,
        "icon": pictogram_or_pin(sheet.icon, ACCENT),
        "line": keep_together(sheet.line),
        "phone": sheet.phone,
        "told": keep_together(sheet.told),
        "titles": [
            {"lang": row.language.code, "dir": row.language.direction, "title": shown(row.title)} for row in sheet.rows
        ],
        "dates": " · ".join(sheet.dates),
        "notices": [notice for notice in sheet.notices if notice],
        **code_words(order, sheet.code),
    }


FORMAT = Format(
    title=N_("Ma liste, sur une demi-feuille"),
    about=N_("Les lieux choisis avec une famille, à emporter."),
    prints=(PLACE.name, WALK.name),
    page_mm=(148, 210),
    words_of=words_of,
    code_mm=20,
    gathers=True,
)
