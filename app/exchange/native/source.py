"""A file of content as it lies on the disk, and what came of reading it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ...domain.problem import Problem
from ...domain.text import N_

Value = TypeVar("Value")

MAX_BYTES = 64_000_000
"""A neighbourhood of 2,000 places weighs 2 MB: a bigger file than this is a mistake."""

SHOWN = 60
"""Characters of a value that a sentence shows."""


@dataclass(frozen=True)
class Reading(Generic[Value]):
    """What a file says, as far as it could be read.

    `ids` holds every id met, those of refused objects too, so that nobody is told that a place with a
    wrong hour does not exist. `readable` is False when the file said nothing at all.
    """

    value: Value
    problems: tuple[Problem, ...] = ()
    ids: frozenset[str] = frozenset()
    readable: bool = True


@dataclass(frozen=True)
class Source:
    """The bytes of a file, and its path below the folder of content (`data/places.geojson`)."""

    path: str
    data: bytes

    def problem(self, where: str, sentence: str, *, warning: bool = False, **values: object) -> Problem:
        """Return a problem of this file; its values are cut to a length that one can read."""
        shown = {name: shorten(value) for name, value in values.items()}
        return Problem(self.path, where, sentence, shown, warning)

    def decode(self) -> str | Problem:
        """Return the text (a byte-order mark is forgiven), or why there is none."""
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.data[: error.start].count(b"\n") + 1
            return self.problem(
                line_of(line), N_("le fichier n’est pas en UTF-8 : enregistrez-le avec l’encodage UTF-8.")
            )
        if not text.strip():
            return self.problem("", N_("le fichier est vide."))
        return text


def shorten(value: object) -> object:
    """Return a value fit for a sentence: a long text is cut, everything else than a number becomes text."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15:
        return value
    try:
        text = str(value)
    except (ValueError, RecursionError):  # an integer of 5,000 digits, lists in lists in lists
        return "…"
    text = "".join(letter if letter.isprintable() else " " for letter in text[: SHOWN * 4])
    return text if len(text) <= SHOWN * 4 - 1 else f"{text[:SHOWN]}…"


def line_of(line: int, column: int | None = None) -> str:
    """Return how a problem names a line."""
    return f"ligne {line}" if column is None else f"ligne {line}, colonne {column}"


def read_source(folder: Path, path: str) -> Source | Problem:
    """Read a file below a folder, or say why it cannot be read."""
    nothing = Source(path, b"")
    try:
        if (folder / path).stat().st_size > MAX_BYTES:
            return nothing.problem("", N_("le fichier dépasse 64 Mo : ce n’est pas un fichier de contenu."))
        return Source(path, (folder / path).read_bytes())
    except FileNotFoundError:
        return nothing.problem("", N_("le fichier manque : créez-le ou restaurez-le."))
    except OSError as error:
        return nothing.problem("", N_("le fichier ne peut pas être lu ({reason})."), reason=error.strerror)
