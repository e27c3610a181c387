"""A sheet from its order: refused with every reason, or drawn as PDF, PNG or SVG from one Typst file."""

from ..domain.problem import Problem
from ..domain.text import N_
from ..language.on_paper import Untranslated
from ..language.spoken import french
from .drawing import Picture, draw_words
from .format import Format, Words
from .guard import guard, refusals_of
from .order import Order
from .printer import told_to_print
from .refusal import PosterRefused
from .words import without_colours

__all__ = ["Picture", "PosterRefused", "draw_order", "guard", "to_fold"]

_UNTRANSLATED = N_("« {text} » n’est pas traduit en {language} : complétez translations/{lang}/posters.po.")


def draw_order(form: Format, order: Order, *, fmt: Picture = "pdf", ppi: float = 150) -> list[bytes]:
    """Return the pages of a sheet (a PDF is one file); raise `PosterRefused` with every reason when there can be none.

    With a day in the order, facts too old to be trusted are said to be checked on the spot. Without a public address
    the sheet is marked as a test, and its code leads to the order's `base`.
    """
    if refused := refusals_of(order, form):
        raise PosterRefused(refused)
    where = order.subjects[0][1]
    pages = draw_words(form, words_of(form, order), where, fmt=fmt, ppi=ppi)
    if fmt != "pdf":
        return pages
    return [told_to_print(pages[0], form.sides)]


def to_fold(form: Format, order: Order, pdf: bytes) -> bytes | None:
    """Return the sheets to be printed and folded of what is a booklet; it opens as its first language reads."""
    return form.impose(pdf, is_rtl=order.voices[0].direction == "rtl") if form.impose else None


def words_of(form: Format, order: Order) -> Words:
    """Return all that a sheet shows, in the colours asked for."""
    try:
        words = form.words_of(order)
    except Untranslated as missing:
        language = french().formats.language(missing.lang)
        values = {"text": missing.sentence, "language": language, "lang": missing.lang}
        raise PosterRefused([Problem("", order.subjects[0][1], _UNTRANSLATED, values)]) from missing
    if not order.options.bw:
        return words
    greys: Words = without_colours(words)
    return greys
