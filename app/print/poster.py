"""The A4 poster of a place, a walk or a territory: PDF/UA-1 or PNG from one Typst sheet."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

from ..domain.content import Content
from ..domain.problem import Problem
from ..domain.public import public_content
from ..domain.text import N_, SOURCE
from ..language.spoken import french
from ..map.legs import Leg
from ..site.addresses import Site
from ..site.qr import TEST_BASE, payload_of, qr_svg, short_address
from .glyphs import FONTS, unprintable
from .guard import guard, refusals
from .pictogram import logo_svg, pictogram_svg
from .refusal import PosterRefused
from .subject import Row, Subject, describe

__all__ = ["PosterRefused", "draw_poster", "guard"]

TEMPLATES = Path(__file__).with_name("templates")
ACCENT = "#0a5c63"

_TEST = N_("Affiche d’essai")
_TOO_LONG = N_("Le texte en {language} est trop long pour l’affiche : « {text} ».")
_NO_GLYPH = N_("Nos polices n’ont pas de quoi écrire « {letters} » dans « {text} » ({language}).")
_NOT_DRAWN = N_("L’affiche n’a pas pu être dessinée : {reason}.")
_SEVERAL_PAGES = N_("L’affiche ne tient pas sur une page.")
# The sheet separates the parts of what it says with the ASCII unit separator.
_PART = "\x1f"


def draw_poster(
    content: Content,
    site: Site,
    kind: str,
    id: str,
    languages: Sequence[str] = ("fr", "ar"),
    *,
    today: date | None = None,
    fmt: Literal["pdf", "png"] = "pdf",
    ppi: float = 150,
    base: str = TEST_BASE,
    legs: Sequence[Leg] | None = None,
) -> bytes:
    """Return the poster; raise `PosterRefused` with every reason when it may not or cannot be printed.

    With `today`, facts too old to be trusted are said to be checked on the spot. Without a public address the
    sheet is marked as a test, and its code leads to `base`. The `legs` of a walk are drawn where they are known.
    """
    if refused := refusals(content, site, kind, id, languages):
        raise PosterRefused(refused)
    subject = describe(public_content(content), kind, id, languages, today, legs)
    return compile_sheet("poster_a4", subject, words_of(subject, site.public_url, base), fmt=fmt, ppi=ppi)


def words_of(subject: Subject, public_url: str | None, base: str = TEST_BASE) -> dict[str, Any]:
    """Return everything that the sheet shows, in plain data."""
    address = short_address(public_url or base, subject.code)
    return {
        "title": subject.name,
        "name": subject.name,
        "line": subject.line,
        "test": "" if public_url else " · ".join(dict.fromkeys(row.language.say(_TEST) for row in subject.rows)),
        "icon": pictogram_svg(subject.icon, ACCENT),
        "people": pictogram_svg("people", ACCENT),
        "phone-icon": pictogram_svg("phone", "#ffffff"),
        "phone": subject.phone,
        "logo": logo_svg(),
        "rows": [_row(row) for row in subject.rows],
        "qr": qr_svg(payload_of(public_url or base, subject.code), ground=False),
        "qr-alt": f"Code à scanner : {address}",
        "address": address,
        "map": subject.map_svg,
        "map-alt": subject.map_alt,
        "steps": _steps_svg(),
        "steps-alt": "Prenez votre téléphone, visez le carré, lisez la page.",
        "dates": "\n".join(subject.dates),
        "notices": " · ".join(notice for notice in subject.notices if notice),
    }


def compile_sheet(
    template: str, subject: Subject, words: Mapping[str, Any], *, fmt: Literal["pdf", "png"], ppi: float
) -> bytes:
    """Return a sheet drawn by Typst; raise `PosterRefused` for what does not fit or cannot be written."""
    if missing := list(_unwritable(subject, words)):
        raise PosterRefused(missing)
    standards: list[typst.PDFStandard] = ["ua-1"] if fmt == "pdf" else []
    try:
        made = typst.compile(
            TEMPLATES / f"{template}.typ",
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(words, ensure_ascii=False)},
            format=fmt,
            ppi=ppi,
            pdf_standards=standards,
        )
    except typst.TypstError as error:
        raise PosterRefused([_explain(error, subject)]) from error
    if not isinstance(made, bytes):
        raise PosterRefused([Problem("", subject.id, _SEVERAL_PAGES)])
    return made


# Private


def _row(row: Row) -> dict[str, str]:
    return {
        "lang": row.language.code,
        "dir": row.language.direction,
        "title": row.title.words,
        "more": row.more.words,
        "action": row.action,
        "help": row.help,
        "mark": row.mark,
    }


def _unwritable(subject: Subject, words: Mapping[str, Any]) -> list[Problem]:
    shown = [(SOURCE, str(words[key])) for key in ("name", "line", "test", "address", "dates", "notices", "phone")]
    shown += [(row["lang"], text) for row in words["rows"] for key, text in row.items() if key not in ("lang", "dir")]
    return [
        Problem("", subject.id, _NO_GLYPH, {"letters": letters, "text": text, "language": _named(lang)})
        for lang, text in shown
        if (letters := unprintable(text))
    ]


def _explain(error: typst.TypstError, subject: Subject) -> Problem:
    _, separator, told = error.message.partition(f"too-long{_PART}")
    if not separator:
        return Problem("", subject.id, _NOT_DRAWN, {"reason": error.message})
    lang, _, text = told.rstrip('"').partition(_PART)
    return Problem("", subject.id, _TOO_LONG, {"language": _named(lang), "text": text})


def _named(lang: str) -> str:
    return french().formats.language(lang)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@lru_cache(maxsize=1)
def _steps_svg() -> str:
    return (TEMPLATES / "steps.svg").read_text(encoding="utf-8")
