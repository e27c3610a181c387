"""What is known of an edge, packed in one number: its class word. `static/js/routing/facts.js` unpacks the same.

Every field has 0 for "nobody says": unknown is an answer, never taken for good or for bad. The layout is part of
the file format; a new field takes free bits at the top.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

KINDS = ("street", "path", "steps", "crossing", "link")
"""`link` joins what the source leaves apart: a guess of the street plan, not a way somebody has seen."""


@dataclass(frozen=True)
class Field:
    """Some bits of a class word. `worst` is the value that a whole stretch has as soon as a part of it has it."""

    name: str
    values: tuple[str, ...]
    bits: int
    worst: str = ""
    shift: int = 0

    def read(self, word: int) -> str:
        """Return the value in a class word."""
        return self.values[word >> self.shift & (1 << self.bits) - 1]

    def write(self, word: int, value: str) -> int:
        """Return the class word with another value."""
        mask = (1 << self.bits) - 1 << self.shift
        return word & ~mask | self.values.index(value) << self.shift


def _laid_out(*fields: Field) -> tuple[Field, ...]:
    shifts = accumulate((field.bits for field in fields), initial=0)
    return tuple(Field(f.name, f.values, f.bits, f.worst, shift) for f, shift in zip(fields, shifts, strict=False))


_YES = ("", "yes")

FIELDS = _laid_out(
    Field("kind", KINDS, 3),
    Field("surface", ("", "smooth", "rough"), 2, "rough"),
    Field("lit", ("", "yes", "no"), 2, "no"),
    Field("kerb", ("", "flush", "lowered", "raised"), 2, "raised"),
    Field("crossing", ("", "signals", "marked", "unmarked"), 2, "unmarked"),
    Field("barrier", ("", "gate", "tight", "stops"), 2, "stops"),
    Field("wheelchair", ("", "yes", "limited", "no"), 2, "no"),
    Field("slope", ("", "up", "down"), 2),
    Field("ramp", ("", "stroller", "wheelchair"), 2),
    Field("oneway", ("", "forward", "backward"), 2),
    Field("narrow", _YES, 1, "yes"),
    Field("steep", _YES, 1, "yes"),
    Field("handrail", _YES, 1),
    Field("lift", _YES, 1, "yes"),
    Field("escalator", _YES, 1, "yes"),
    Field("indoor", _YES, 1, "yes"),
    Field("covered", _YES, 1),
)

FIELD: Mapping[str, Field] = {field.name: field for field in FIELDS}

_MIRROR = {"up": "down", "down": "up", "forward": "backward", "backward": "forward", "": ""}


def pack(facts: Mapping[str, str]) -> int:
    """Return the class word of facts by name; what they do not name is unknown."""
    word = 0
    for name, value in facts.items():
        word = FIELD[name].write(word, value)
    return word


def unpack(word: int) -> dict[str, str]:
    """Return the facts known of a class word, by name; its kind is always known."""
    return {field.name: value for field in FIELDS if (value := field.read(word))}


def reversed_word(word: int) -> int:
    """Return the class word for one who walks the other way."""
    for field in (FIELD["slope"], FIELD["oneway"]):
        word = field.write(word, _MIRROR[field.read(word)])
    return word


def joined(one: int, other: int) -> int:
    """Return what is true of a stretch made of two: what both agree on, and the worst of either."""
    if one == other:
        return one
    word = 0
    for field in FIELDS:
        first, second = field.read(one), field.read(other)
        shared = first if first == second else field.worst if field.worst in (first, second) else field.values[0]
        word = field.write(word, shared)
    return word
