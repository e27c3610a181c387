"""A field of a form: where in a document its value lies, how it is shown as texts, and read from them.

A form is flat, as browsers send it: by the name of an input (`address.street`, `contact.phones.0.number`) a list of
texts. A document is nested, as files are. What is left empty is unknown: it is not in the document at all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..place import dialled
from ..text import N_, plain_text

Texts = Mapping[str, Sequence[str]]
Document = Mapping[str, Any]

DECIMALS = 6
"""Of a position that was typed or tapped, as the library keeps them."""


class Kind(StrEnum):
    """How a value is typed."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    FLAG = "flag"
    """Yes, no, or nobody knows."""
    MANY = "many"
    """Some of several codes."""
    RANKED = "ranked"
    """The same, one of them first."""
    TAGS = "tags"
    """Codes or words that nobody listed, with commas between."""
    LINES = "lines"
    """Texts, one a line."""
    MONTHS = "months"
    """An age: a number, and of what."""
    PHONE = "phone"
    HOURS = "hours"
    POSITION = "position"
    POINTS = "points"
    """Positions, one a line."""
    PLACE = "place"
    """A place, typed by its name; the document has its id."""
    STOP = "stop"
    """The number of a stop of the walk."""
    STOPS = "stops"
    """The numbers of some of them."""
    ROWS = "rows"
    """Blocks one below the other; an empty one is none."""


@dataclass(frozen=True)
class Field:
    """One field: its path in the document with points between, and what may be typed."""

    name: str
    kind: Kind = Kind.LINE
    choices: tuple[str, ...] = ()
    longest: int = 300
    rows: tuple["Field", ...] = ()
    default: str = ""
    """What a document that says nothing means."""
    is_required: bool = False
    """Whether every document says it: then nothing is no choice."""

    @property
    def top(self) -> str:
        """The field of the subject that it is, or lies in."""
        return self.name.split(".")[0]


@dataclass(frozen=True)
class Read:
    """What was typed, as fields of a subject with None where there is nothing; by input, why it cannot be read.

    `texts` are those typed, without the rows that were left empty: with them a refused form is shown again.
    """

    fields: Mapping[str, Any]
    refusals: Mapping[str, str]
    texts: Texts


def texts_of(fields: Sequence[Field], document: Document) -> dict[str, list[str]]:
    """Return what the inputs of a form hold for a document."""
    return {name: texts for field in fields for name, texts in _shown(field, _at(document, field.name))}


def read_fields(fields: Sequence[Field], document: Document, texts: Texts) -> Read:
    """Return what a form says of a document; what it does not show stays as it is."""
    texts = without_empty_rows(fields, texts)
    refusals: dict[str, str] = {}
    wanted: dict[str, Any] = {field.top: document.get(field.top) for field in fields}
    for field in fields:
        value = _read(field, field.name, texts, refusals)
        if value and field.kind in (Kind.MANY, Kind.RANKED):
            value = _in_order(value, _at(document, field.name) or (), firsts=field.kind is Kind.RANKED)
        wanted = _with(wanted, field.name.split("."), value)
    return Read({name: wanted.get(name) for name in {f.top: None for f in fields}}, refusals, texts)


def rows_in(field: Field, texts: Texts) -> list[int]:
    """Return the numbers of the rows that a form holds, in their order."""
    found = (re.match(rf"{re.escape(field.name)}\.(\d{{1,3}})\.", name) for name in texts)
    return sorted({int(each[1]) for each in found if each})


def without_empty_rows(fields: Sequence[Field], texts: Texts) -> dict[str, list[str]]:
    """Return the texts with the rows numbered from 0, those left out in which nothing is."""
    kept = {name: [*values] for name, values in texts.items()}
    for field in (each for each in fields if each.kind is Kind.ROWS):
        rows = [_taken(kept, f"{field.name}.{number}.") for number in rows_in(field, texts)]
        full = [row for row in rows if any(text.strip() for name, texts in row.items() for text in texts)]
        kept |= {f"{field.name}.{n}.{name}": values for n, row in enumerate(full) for name, values in row.items()}
    return kept


# Private


def _taken(texts: dict[str, list[str]], beginning: str) -> dict[str, list[str]]:
    """Take the texts out whose names begin so, and return them by the rest of their names."""
    return {name.removeprefix(beginning): texts.pop(name) for name in [*texts] if name.startswith(beginning)}


def _at(document: Any, name: str) -> Any:
    for step in name.split("."):
        document = document.get(step) if isinstance(document, Mapping) else None
    return document


def _with(document: Mapping[str, Any], path: Sequence[str], value: Any) -> dict[str, Any]:
    """Return a document with a value at a path; nothing where it is None, nor a block without anything in it."""
    name, rest = path[0], path[1:]
    if rest:
        value = _with(document.get(name) or {}, rest, value) or None
    return {key: each for key, each in {**document, name: value}.items() if each is not None}


def _shown(field: Field, value: Any) -> Iterator[tuple[str, list[str]]]:
    if field.kind is Kind.ROWS:
        for number, row in enumerate(value or ()):
            for inner in field.rows:
                yield from ((f"{field.name}.{number}.{name}", t) for name, t in _shown(inner, _at(row, inner.name)))
    elif field.kind is Kind.POSITION:
        for step, degrees in zip(("lon", "lat"), value or (), strict=False):
            yield f"{field.name}.{step}", [str(degrees)]
    elif field.kind is Kind.MONTHS and value is not None:
        is_years = value % 12 == 0
        yield field.name, [str(value // 12 if is_years else value)]
        yield f"{field.name}.unit", ["years" if is_years else "months"]
    elif field.default and value is None:
        yield field.name, [field.default]
    elif value is not None:
        yield field.name, _as_texts(field.kind, value)
        if field.kind is Kind.RANKED:
            yield f"{field.name}.main", [*value[:1]]


def _as_texts(kind: Kind, value: Any) -> list[str]:
    if kind in (Kind.MANY, Kind.RANKED, Kind.STOPS):
        return [str(each) for each in value]
    if kind is Kind.POINTS:
        return ["\n".join(f"{lon} {lat}" for lon, lat in value)]
    if kind is Kind.FLAG:
        return ["yes" if value else "no"]
    if kind in _BETWEEN:
        return [_BETWEEN[kind].join(value)]
    return [str(value)]


def _read(field: Field, name: str, texts: Texts, refusals: dict[str, str]) -> Any:
    if field.kind is Kind.ROWS:
        rows = [_read_row(field, f"{name}.{number}", texts, refusals) for number in rows_in(field, texts)]
        return rows or None
    if field.kind is Kind.POSITION:
        return _read_position(name, texts, refusals)
    if field.kind is Kind.MONTHS:
        return _read_months(name, texts, refusals)
    if field.kind is Kind.RANKED:
        main, others = _text(f"{name}.main", texts), [plain_text(code) for code in texts.get(name, ())]
        return [code for code in dict.fromkeys([main, *others]) if code] or None
    if field.kind is Kind.MANY:
        return [code for code in dict.fromkeys(map(plain_text, texts.get(name, ()))) if code] or None
    if field.kind is Kind.STOPS:
        return sorted({int(each) for each in texts.get(name, ()) if re.fullmatch(r"[0-9]{1,3}", each)}) or None
    text = _text(name, texts)
    return _READERS[field.kind](text, name, refusals) if text not in ("", field.default) else None


def _in_order(codes: list[str], held: Sequence[str], *, firsts: int) -> list[str]:
    """Return codes in the order that they had: boxes that one ticks have none. So many of the first stay there."""
    first, rest = codes[:firsts], codes[firsts:]
    was = {code: n for n, code in enumerate(held)}
    return first + sorted(rest, key=lambda code: was.get(code, len(was)))


def _read_row(field: Field, name: str, texts: Texts, refusals: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for inner in field.rows:
        row = _with(row, inner.name.split("."), _read(inner, f"{name}.{inner.name}", texts, refusals))
    return row


def _text(name: str, texts: Texts) -> str:
    return plain_text(next(iter(texts.get(name, ())), "")).strip()


def _read_position(name: str, texts: Texts, refusals: dict[str, str]) -> list[float] | None:
    typed = [_text(f"{name}.{step}", texts).replace(",", ".") for step in ("lon", "lat")]
    if not any(typed):
        return None
    if not all(map(_DEGREES.fullmatch, typed)):
        refusals[name] = NO_POSITION
        return None
    return [round(float(each), DECIMALS) + 0.0 for each in typed]


def _points(text: str, name: str, refusals: dict[str, str]) -> list[list[float]] | None:
    typed = [re.split(r"[\s;]+", line.strip()) for line in text.splitlines() if line.strip()]
    if not all(len(pair) == 2 and all(map(_DEGREES.fullmatch, pair)) for pair in typed):
        refusals[name] = NO_POINTS
        return None
    return [[round(float(each), DECIMALS) + 0.0 for each in pair] for pair in typed] or None


def _read_months(name: str, texts: Texts, refusals: dict[str, str]) -> int | None:
    text = _text(name, texts)
    number = _number(text, name, refusals) if text else None
    return number * 12 if number is not None and _text(f"{name}.unit", texts) == "years" else number


def _number(text: str, name: str, refusals: dict[str, str]) -> int | None:
    if re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    refusals[name] = NO_NUMBER
    return None


def _tags(text: str, *_: object) -> list[str] | None:
    return [each for each in dict.fromkeys(part.strip() for part in text.split(",")) if each] or None


def _lines(text: str, *_: object) -> list[str] | None:
    return [each for each in (line.strip() for line in text.splitlines()) if each] or None


def _as_typed(text: str, *_: object) -> str:
    return text


def _phone(text: str, *_: object) -> str:
    return dialled(text, "FR") or text  # what no one can dial is refused with a sentence by who checks the place


def _flag(text: str, *_: object) -> bool | None:
    return {"yes": True, "no": False}.get(text)


_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,20})?")
_BETWEEN = {Kind.TAGS: ", ", Kind.LINES: "\n"}
_READERS: Mapping[Kind, Callable[[str, str, dict[str, str]], Any]] = {
    Kind.LINE: _as_typed,
    Kind.TEXT: _as_typed,
    Kind.DAY: _as_typed,
    Kind.CHOICE: _as_typed,
    Kind.HOURS: _as_typed,
    Kind.NUMBER: _number,
    Kind.PLACE: _as_typed,
    Kind.STOP: _number,
    Kind.POINTS: _points,
    Kind.TAGS: _tags,
    Kind.LINES: _lines,
    Kind.PHONE: _phone,
    Kind.FLAG: _flag,
}

NO_POSITION = N_("Touchez le plan à l’entrée, ou écrivez deux nombres comme 2.3639 et 48.8931.")
NO_POINTS = N_("Écrivez un point par ligne, longitude puis latitude, comme 2.3639 48.8931.")
NO_NUMBER = N_("Écrivez un nombre entier, comme 12.")
