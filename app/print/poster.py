"""The poster of a place, a walk or a territory, in any format: PDF/UA-1 or PNG from one Typst sheet."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import typst

from ..domain.content import Content
from ..domain.problem import Problem
from ..domain.public import public_content
from ..domain.text import N_, SOURCE
from ..language.spoken import french
from ..map.legs import Leg
from ..site.addresses import Site
from ..site.qr import TEST_BASE
from .formats import DEFAULT, Format, read_format
from .glyphs import FONTS, unprintable
from .guard import guard, refusals
from .refusal import PosterRefused
from .sheet import Sheet, describe

__all__ = ["PosterRefused", "draw_poster", "guard"]

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
    sheet_format: str = DEFAULT,
) -> bytes:
    """Return the poster; raise `PosterRefused` with every reason when it may not or cannot be printed.

    With `today`, facts too old to be trusted are said to be checked on the spot. Without a public address the
    sheet is marked as a test, and its code leads to `base`. The `legs` of a walk are drawn where they are known.
    """
    if refused := refusals(content, site, kind, id, languages):
        raise PosterRefused(refused)
    sheet, form = describe(public_content(content), kind, id, languages, today, legs), read_format(sheet_format)
    return compile_sheet(form, sheet, form.words_of(sheet, site.public_url, base), fmt=fmt, ppi=ppi)


def compile_sheet(
    form: Format, sheet: Sheet, words: Mapping[str, Any], *, fmt: Literal["pdf", "png"], ppi: float
) -> bytes:
    """Return a sheet drawn by Typst; raise `PosterRefused` for what does not fit or cannot be written."""
    if missing := _unwritable(form, sheet, words):
        raise PosterRefused(missing)
    standards: list[typst.PDFStandard] = ["ua-1"] if fmt == "pdf" else []
    try:
        made = typst.compile(
            form.typst,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(words, ensure_ascii=False)},
            format=fmt,
            ppi=ppi,
            pdf_standards=standards,
        )
    except typst.TypstError as error:
        raise PosterRefused([_explain(error, sheet)]) from error
    if not isinstance(made, bytes):
        raise PosterRefused([Problem("", sheet.id, _SEVERAL_PAGES)])
    return made


# Private


def _unwritable(form: Format, sheet: Sheet, words: Mapping[str, Any]) -> list[Problem]:
    shown = [(SOURCE, str(words[key])) for key in form.written]
    shown += [(row["lang"], text) for row in words["rows"] for key, text in row.items() if key not in ("lang", "dir")]
    return [
        Problem("", sheet.id, _NO_GLYPH, {"letters": letters, "text": text, "language": _named(lang)})
        for lang, text in shown
        if (letters := unprintable(text))
    ]


def _explain(error: typst.TypstError, sheet: Sheet) -> Problem:
    _, separator, told = error.message.partition(f"too-long{_PART}")
    if not separator:
        return Problem("", sheet.id, _NOT_DRAWN, {"reason": error.message})
    lang, _, text = told.rstrip('"').partition(_PART)
    return Problem("", sheet.id, _TOO_LONG, {"language": _named(lang), "text": text})


def _named(lang: str) -> str:
    return french().formats.language(lang)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
