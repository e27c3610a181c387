"""One sheet of the studio: what the guard says of it, how its first page looks, and its files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from ..domain.problem import Problem
from ..domain.subject import SUBJECTS
from ..domain.text import N_
from ..language.language import Language
from ..print.guard import doubts_about
from ..print.imposition import TO_FOLD
from ..print.order import Order
from ..print.poster import Picture, draw_order, to_fold
from ..print.refusal import PosterRefused
from .choice import Choice
from .now import Now

MEDIA_TYPES = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "zip": "application/zip"}
PREVIEW_PX = 900
"""The longer side of a preview: sharp on a tablet, and drawn while one looks."""

FILE_PPI = 300
_MM_PER_INCH = 25.4
_MOST_PREVIEWS = 24


@dataclass(frozen=True)
class Told:
    """What is said of a sheet: what forbids it, and what a person has to confirm.

    `mark` stands for these doubts: whoever confirmed others has not confirmed them.
    """

    refused: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def mark(self) -> str:
        """A short digest of the doubts; empty without any."""
        return sha256("\n".join(self.doubts).encode()).hexdigest()[:12] if self.doubts else ""


@dataclass(frozen=True)
class Preview:
    """The first page as PNG (none when the sheet is refused), how many pages there are, and what is said of it."""

    picture: bytes
    pages: int
    told: Told


@dataclass(frozen=True)
class File:
    """A file to print or to keep."""

    name: str
    kind: str
    data: bytes

    @property
    def media_type(self) -> str:
        """What it is, as HTTP says it."""
        return MEDIA_TYPES[self.kind]


def preview(now: Now, choice: Choice, language: Language) -> Preview:
    """Return how a choice would come out; drawn once while nothing changes."""
    if choice.problems:
        return Preview(b"", 0, Told(tuple(tell_all(choice.problems, language)), ()))
    key = (now.digest, now.printable.site.public_url, now.today, now.base, choice)
    if key not in _PREVIEWS:
        while len(_PREVIEWS) >= _MOST_PREVIEWS:
            _PREVIEWS.pop(next(iter(_PREVIEWS)), None)
        _PREVIEWS[key] = _drawn(now, choice)
    pages, refused = _PREVIEWS[key]
    doubts = () if refused else tuple(tell_all(doubts_of(now.orders(choice), language), language))
    return Preview(pages[0] if pages else b"", len(pages), Told(tuple(tell_all(refused, language)), doubts))


def make_file(now: Now, choice: Choice, kind: Picture, *, folded: bool = False) -> File:
    """Return the file of a choice (pictures of several pages as a ZIP); raise `PosterRefused` when there is none."""
    if choice.problems:
        raise PosterRefused(choice.problems)
    order = now.orders(choice)[0]
    name = file_name(order, choice)
    pages = draw_order(choice.form, order, fmt=kind, ppi=FILE_PPI)
    if kind != "pdf" and len(pages) > 1:
        return File(f"{name}.zip", "zip", zipped({f"{name}-{n}.{kind}": page for n, page in enumerate(pages, 1)}))
    to_print = to_fold(choice.form, order, pages[0]) if folded else None
    return File(f"{name}-{TO_FOLD}.pdf" if to_print else f"{name}.{kind}", kind, to_print or pages[0])


def file_name(order: Order, choice: Choice) -> str:
    """Return what a file is called: its format, and what it is about."""
    about = order.subjects[0][1] if len(order.subjects) == 1 else choice.territory
    return "-".join(part for part in (choice.form.name, about, order.options.theme) if part)


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as one ZIP; PDF and PNG are compressed already."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def doubts_of(orders: Iterable[Order], language: Language) -> list[Problem]:
    """Return what a person has to confirm before these sheets are printed, each once, with the name of its subject."""
    found: dict[object, Problem] = {}
    for order in orders:
        for doubt in doubts_about(order, language):
            found.setdefault((doubt.where, doubt.sentence, *map(str, doubt.values.values())), named(order, doubt))
    return list(found.values())


def named(order: Order, problem: Problem) -> Problem:
    """Return a problem under the name of its subject rather than its id."""
    titles = {id: SUBJECTS[kind].title_in(order.content, id) for kind, id in order.subjects}
    title = titles.get(problem.where, "")
    return Problem("", "", problem.sentence, {**problem.values, _TITLE: title}, problem.warning)


def tell_all(problems: Iterable[Problem], language: Language) -> list[str]:
    """Return problems in plain words, each sentence once."""
    return list(dict.fromkeys(_tell(problem, language.translations.gettext) for problem in problems))


# Private

_TITLE = " title"
"""A value that no sentence has: the name that stands before it."""

_Drawn = tuple[list[bytes], Sequence[Problem]]
_PREVIEWS: dict[object, _Drawn] = {}


def _drawn(now: Now, choice: Choice) -> _Drawn:
    order = now.orders(choice)[0]
    ppi = PREVIEW_PX / (max(choice.form.page_mm) / _MM_PER_INCH)
    try:
        return draw_order(choice.form, order, fmt="png", ppi=ppi), ()
    except PosterRefused as refused:
        return [], [named(order, problem) for problem in refused.problems]


def _tell(problem: Problem, translate: Callable[[str], str]) -> str:
    sentence = translate(problem.sentence).format(**problem.values)
    title = problem.values.get(_TITLE)
    is_said = not title or str(title) in sentence
    return sentence if is_said else translate(N_("{title} : {sentence}")).format(title=title, sentence=sentence)
