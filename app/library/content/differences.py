"""What differs between two states of a row, field by field: the lines of the history."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..models import PlanRow, table_of

CHECKS = "checks"
"""The block of a place or a service whose parts are lines of their own, each whole."""

_MISSING = object()


@dataclass(frozen=True)
class Difference:
    """A field and what it said and says, as JSON; None where there was or is none.

    `field` is a path by the ids of items (`services/ludotheque/hours`): a service that moves keeps its name.
    """

    field: str
    before: str | None
    after: str | None


def differences_between(
    model: type, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> list[Difference]:
    """Return what differs; a row that comes or goes is one difference, of the whole."""
    one, other = _facts(model, before), _facts(model, after)
    return [Difference(field, _said(was), _said(now)) for field, was, now in _differences("", one, other)]


def value_at(document: Any, field: str) -> Any:
    """Return what a document says at a path of the history, None where it says nothing."""
    for name in field.split("/"):
        document = (_named(document) or {}).get(name)
    return document


def with_value(document: Any, field: str, wanted: Any) -> Any:
    """Return a document that says `wanted` at a path of the history, and nothing there for None."""
    name, _, rest = field.partition("/")
    known = dict(_named(document) or {})
    known[name] = with_value(known.get(name), rest, wanted) if rest else wanted
    kept = {name: value for name, value in known.items() if value is not None}
    return [*kept.values()] if isinstance(document, list) else kept


# Private


def _facts(model: type, row: Mapping[str, Any] | None) -> object:
    """Return what a row says of its subject. The street plan is megabytes: of it the digest is told."""
    if row is None:
        return _MISSING
    if model is PlanRow:
        return {"digest": row["digest"]}
    if "document" in row:
        return json.loads(row["document"])
    keys = {column.name for column in table_of(model).primary_key.columns}
    return {name: value for name, value in row.items() if name not in keys | {"rank", "digest"}}


def _differences(field: str, before: object, after: object) -> Iterator[tuple[str, object, object]]:
    block, _, name = field.rpartition("/")
    if name == CHECKS:  # each comes and goes by itself: taking the first one back leaves those that came since
        before, after = ({} if each is _MISSING else each for each in (before, after))
    one, other = _named(before), _named(after)
    if one is None or other is None or block.rpartition("/")[2] == CHECKS or _is_reordered(before, [*one], [*other]):
        if before != after:
            yield field, before, after
        return
    for name in [*one, *(name for name in other if name not in one)]:
        path = f"{field}/{name}" if field else name
        yield from _differences(path, one.get(name, _MISSING), other.get(name, _MISSING))


def _named(value: object) -> Mapping[str, object] | None:
    """Return the parts of a value by name: the fields of a block, the items of a list that have ids."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(isinstance(item, dict) and "id" in item for item in value):
        return {str(item["id"]): item for item in value}
    return None


def _is_reordered(value: object, one: list[str], other: list[str]) -> bool:
    """Tell whether the items of a list that stay have another order, which their own fields would not tell."""
    return isinstance(value, list) and [n for n in one if n in other] != [n for n in other if n in one]


def _said(value: object) -> str | None:
    return None if value is _MISSING else json.dumps(value, ensure_ascii=False, default=str)
