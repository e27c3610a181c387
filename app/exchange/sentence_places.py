"""Where the product says a sentence: which source files hold it, so that a translator knows who reads it and when.

The catalogues hold no places: they would change with every line of code. A sentence is looked for as it is written
between quotes; one that is put together in another way has no known place.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FAMILIES, KIOSK, PAPER, DESK, COMMANDS = "families", "kiosk", "paper", "desk", "commands"
"""Parts of the product, those that most people read first."""


def files_saying(french: str) -> Sequence[str]:
    """Return the source files that say a sentence, below `app/`."""
    return _files().get(french, ())


def part_saying(french: str) -> str:
    """Return the part of the product that says a sentence: of several, the one that most people read."""
    parts = {_part_of(file) for file in files_saying(french)}
    return next((part for part in (FAMILIES, KIOSK, PAPER, DESK) if part in parts), COMMANDS)


# Private

_APP = Path(__file__).resolve().parents[1]
_ONE = r'"(?:[^"\\\n]|\\.)*"'
_WRITTEN = re.compile(rf"{_ONE}(?:\s*{_ONE})*")
_CALLED = re.compile(rf"\(\s*({_ONE})")
"""What a template says inside an attribute, whose quotes are the same."""

_PIECE = re.compile(_ONE)
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")

_PARTS = (
    ("cli/", COMMANDS),
    *((room, DESK) for room in ("web/desk/", "library/", "templates/desk/", "domain/forms/", "exchange/")),
    *((room, KIOSK) for room in ("templates/kiosk/", "pages/kiosk", "language/phone/kiosk")),
    *((room, PAPER) for room in ("print/", "studio/", "templates/studio/", "language/phone/studio")),
)
"""The part that the files of a folder belong to; all others are what families read."""


@cache
def _files() -> dict[str, tuple[str, ...]]:
    """Return the files that hold each text between double quotes; the program does not change while it runs."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted([*_APP.rglob("*.py"), *(_APP / "templates").rglob("*.html")]):
        name = path.relative_to(_APP).as_posix()
        source = path.read_text(encoding="utf-8")
        written = [*(each[0] for each in _WRITTEN.finditer(source)), *_CALLED.findall(source)]
        for text in {_said(each) for each in written}:
            found[text] = (*found.get(text, ()), name)
    return found


def _said(written: str) -> str:
    """Return what quoted pieces that follow each other say together."""
    return "".join(_ESCAPED.sub(_sign, piece[1:-1]) for piece in _PIECE.findall(written))


def _sign(escaped: re.Match[str]) -> str:
    code = escaped[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else {"n": "\n", "t": "\t"}.get(code, code)


def _part_of(file: str) -> str:
    return next((part for start, part in _PARTS if file.startswith(start)), FAMILIES)
