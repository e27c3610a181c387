"""What sheets of one subject show, in plain data: the words of `sheet.py`, the code, the drawings, the foot.

Formats take what they have room for.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..domain.subject import WALK
from ..domain.text import P_, SOURCE, Text
from ..language.isolates import isolate_latin
from ..language.spoken import french
from ..language.typography import keep_together
from ..site.qr import matrix, payload_of, qr_svg, short_address
from .format import Words
from .order import Order
from .pictogram import logo_svg, pictogram_or_pin, pictogram_svg
from .sheet import Row, Sheet, describe

ACCENT = "#0a5c63"
SHARED = Path(__file__).with_name("shared")

_TEST = P_("Affiche d’essai")
_PAPER = 0xEA
"""Greys as light as this are dots of toner that nobody sees."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def sheet_words(order: Order) -> Words:
    """Return everything that a sheet of one subject shows."""
    kind, id = order.subjects[0]
    legs = order.legs_of(id) if kind == WALK.name else None
    sheet = describe(order.content, kind, id, order.languages, order.today, legs)
    return words_of_sheet(order, sheet)


def words_of_sheet(order: Order, sheet: Sheet) -> Words:
    """Return what a sheet shows once its words are known."""
    return {
        **frame_words(order, sheet.name, sheet.code),
        "name": sheet.name,
        "line": keep_together(sheet.line),
        "icon": pictogram_or_pin(sheet.icon, ACCENT),
        "phone-icon": pictogram_svg("phone", "#000000" if order.options.bw else "#ffffff"),
        "phone": sheet.phone,
        "told": keep_together(sheet.told),
        "told-short": keep_together(sheet.told_short),
        "rows": [_row(row) for row in sheet.rows],
        "map": sheet.map_svg,
        "map-alt": sheet.map_alt,
        "steps": steps_svg(),
        "steps-alt": "Prenez votre téléphone, scannez le carré, lisez la page.",
        "dates": "\n".join(sheet.dates),
        "notices": " · ".join(notice for notice in sheet.notices if notice),
    }


def frame_words(order: Order, title: str, code: str) -> Words:
    """Return what every sheet has: its title, its code with the address beside it, its mark, its day."""
    return {
        **code_words(order, code),
        "lang": SOURCE,
        "dir": "ltr",
        "title": title,
        "keywords": [short_address(order.public_url, code)],
        "bw": order.options.bw,
        "test": "" if order.site.public_url else " · ".join(dict.fromkeys(v.say(_TEST) for v in order.voices)),
        "printed-word": "Imprimé le",
        "printed": french().formats.short_day(order.today) if order.today else "",
        "people": pictogram_svg("people", ACCENT),
        "logo": logo_svg(),
    }


def calibration_words(order: Order) -> Words:
    """Return how a sheet is moved and stretched for its printer."""
    calibration = order.options.calibration
    return {"shift": [calibration.dx, calibration.dy], "scale": [calibration.sx, calibration.sy]}


def code_words(order: Order, code: str) -> Words:
    """Return a code as it is drawn, and the address that stands beside it."""
    payload, address = payload_of(order.public_url, code), short_address(order.public_url, code)
    return {
        "qr": qr_svg(payload, ground=False),
        "qr-alt": f"Code à scanner : {address}",
        "modules": matrix(payload).size,
        "address": address,
    }


def shown(text: Text) -> str:
    """Return a text with the marks that pages have too."""
    return keep_together(isolate_latin(text.words, text.lang))


def without_colours(words: Any) -> Any:
    """Return what a sheet shows with every drawing in greys as light as its colours."""
    if isinstance(words, dict):
        return {key: without_colours(value) for key, value in words.items()}
    if isinstance(words, list):
        return [without_colours(value) for value in words]
    return _HEX.sub(_grey, words) if is_drawing(words) else words


def is_drawing(words: object) -> bool:
    """Tell whether a word of a sheet is an SVG."""
    return isinstance(words, str) and words.startswith("<svg")


@lru_cache(maxsize=1)
def steps_svg() -> str:
    """Return the wordless way to scan a code."""
    return (SHARED / "steps.svg").read_text(encoding="utf-8")


# Private


def _row(row: Row) -> dict[str, str]:
    return {
        "lang": row.language.code,
        "dir": row.language.direction,
        "title": shown(row.title),
        "short": shown(row.short),
        "more": shown(row.more),
        "action": keep_together(row.action),
        "help": keep_together(row.help),
        "mark": row.mark,
    }


def _grey(colour: re.Match[str]) -> str:
    """The light of a colour (Rec. 709), so that what stood out still does; the ground of a map is the paper's own."""
    digits = colour[0][1:]
    parts = [digits[n : n + 2] for n in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    red, green, blue = (int(part, 16) for part in parts)
    light = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return "#ffffff" if light >= _PAPER else f"#{light:02x}{light:02x}{light:02x}"
