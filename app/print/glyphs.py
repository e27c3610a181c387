"""Which characters our fonts of paper hold: asked before printing, so that no empty box is ever printed."""

import json
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")


class FontsMissing(RuntimeError):
    """The fonts of paper were not built; the message says how."""


@lru_cache(maxsize=4096)
def unprintable(words: str) -> str:
    """Return the characters of `words` that no font of ours can draw, each once."""
    covered = _covered()
    return "".join(dict.fromkeys(letter for letter in words if ord(letter) not in covered and letter != "\n"))


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    file = FONTS / "coverage.json"
    if not file.exists():
        raise FontsMissing("Les polices du papier manquent : lancez « adeuxpas assets ».")
    spans = json.loads(file.read_text(encoding="utf-8"))
    return frozenset(point for first, last in spans for point in range(first, last + 1))
