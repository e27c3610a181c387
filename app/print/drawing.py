"""From words to a sheet: Typst draws them, or says in a sentence what does not fit or cannot be written."""

import json
import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

import typst

from ..domain.problem import Problem
from ..domain.text import N_, SOURCE
from ..language.spoken import french
from .format import Format, Words
from .glyphs import FONTS, unprintable
from .refusal import PosterRefused
from .words import SHARED, is_drawing

os.environ.setdefault("RAYON_NUM_THREADS", "1")
"""Threads of Typst, at its first sheet: a page is drawn no sooner by more, and the server has pages to hand out."""

Picture = Literal["pdf", "png", "svg"]

_TOO_LONG = N_("Le texte en {language} est trop long pour l’affiche : « {text} ».")
_NO_GLYPH = N_("Nos polices n’ont pas de quoi écrire « {letters} » dans « {text} » ({language}).")
_NOT_DRAWN = N_("L’affiche n’a pas pu être dessinée : {reason}.")
# The sheet separates the parts of what it says with the ASCII unit separator.
_PART = "\x1f"
_NOT_WRITTEN = frozenset({"lang", "dir", "kind"})


def draw_words(form: Format, words: Words, where: str, *, fmt: Picture, ppi: float) -> list[bytes]:
    """Return the pages of a sheet (a PDF is one file); raise `PosterRefused` for what cannot be printed whole."""
    if missing := [_no_glyph(where, *found) for found in _unwritable(words, SOURCE)]:
        raise PosterRefused(missing)
    standards: list[typst.PDFStandard] = ["ua-1"] if fmt == "pdf" and form.is_read else []
    try:
        made = typst.compile(
            {"main.typ": form.typst.read_bytes(), **_shared()},  # type: ignore[call-overload] # its types lag
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(words, ensure_ascii=False)},
            format=fmt,
            ppi=ppi,
            pdf_standards=standards,
            pdf_tags=form.is_read,
        )
    except typst.TypstError as error:
        raise PosterRefused([_explain(error, where)]) from error
    return list(made) if isinstance(made, list) else [made]


# Private


def _unwritable(words: Any, lang: str) -> Iterator[tuple[str, str, str]]:
    """Yield the language, the letters and the text of each text that our fonts cannot write."""
    if isinstance(words, Mapping):
        lang = str(words.get("lang", lang))
        for key, value in words.items():
            yield from () if key in _NOT_WRITTEN else _unwritable(value, lang)
    elif isinstance(words, list):
        for value in words:
            yield from _unwritable(value, lang)
    elif isinstance(words, str) and not is_drawing(words) and (letters := unprintable(words)):
        yield lang, letters, words


def _no_glyph(where: str, lang: str, letters: str, text: str) -> Problem:
    return Problem("", where, _NO_GLYPH, {"letters": letters, "text": text, "language": _named(lang)})


def _explain(error: typst.TypstError, where: str) -> Problem:
    _, separator, told = error.message.partition(f"too-long{_PART}")
    if not separator:
        return Problem("", where, _NOT_DRAWN, {"reason": error.message})
    lang, _, text = told.rstrip('"').partition(_PART)
    return Problem("", where, _TOO_LONG, {"language": _named(lang), "text": text})


def _named(lang: str) -> str:
    return french().formats.language(lang)


@lru_cache(maxsize=1)
def _shared() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in SHARED.glob("*.typ")}


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
