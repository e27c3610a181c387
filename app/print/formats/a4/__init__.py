"""The A4 poster for a wall: what `sheet.typ` shows, and the drawing of how to scan its code."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from ....domain.text import N_, Text
from ....language.isolates import isolate_latin
from ....language.typography import keep_together
from ....site.qr import TEST_BASE, payload_of, qr_svg, short_address
from ...pictogram import logo_svg, pictogram_or_pin, pictogram_svg
from ...sheet import Row, Sheet

ACCENT = "#0a5c63"

WRITTEN = ("name", "line", "told", "told-short", "test", "address", "dates", "notices", "phone")
"""What is written in French; the rows are each in their language."""

_TEST = N_("Affiche d’essai")


def words_of(sheet: Sheet, public_url: str | None, base: str = TEST_BASE) -> dict[str, Any]:
    """Return everything that the sheet shows, in plain data."""
    address = short_address(public_url or base, sheet.code)
    return {
        "title": sheet.name,
        "name": sheet.name,
        "line": keep_together(sheet.line),
        "test": "" if public_url else " · ".join(dict.fromkeys(row.language.say(_TEST) for row in sheet.rows)),
        "icon": pictogram_or_pin(sheet.icon, ACCENT),
        "people": pictogram_svg("people", ACCENT),
        "phone-icon": pictogram_svg("phone", "#ffffff"),
        "phone": sheet.phone,
        "told": keep_together(sheet.told),
        "told-short": keep_together(sheet.told_short),
        "logo": logo_svg(),
        "rows": [_row(row) for row in sheet.rows],
        "qr": qr_svg(payload_of(public_url or base, sheet.code), ground=False),
        "qr-alt": f"Code à scanner : {address}",
        "address": address,
        "map": sheet.map_svg,
        "map-alt": sheet.map_alt,
        "steps": _steps(),
        "steps-alt": "Prenez votre téléphone, scannez le carré, lisez la page.",
        "dates": "\n".join(sheet.dates),
        "notices": " · ".join(notice for notice in sheet.notices if notice),
    }


# Private


def _row(row: Row) -> dict[str, str]:
    return {
        "lang": row.language.code,
        "dir": row.language.direction,
        "title": _shown(row.title),
        "more": _shown(row.more),
        "action": keep_together(row.action),
        "help": keep_together(row.help),
        "mark": row.mark,
    }


def _shown(text: Text) -> str:
    """Return a text with the marks that pages have too."""
    return keep_together(isolate_latin(text.words, text.lang))


@lru_cache(maxsize=1)
def _steps() -> str:
    return Path(__file__).with_name("steps.svg").read_text(encoding="utf-8")
