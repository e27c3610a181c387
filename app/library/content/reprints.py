"""What sheets on walls may be wrong about: the days of the history on which something changed that stands on paper."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.calendar import PARIS
from ...domain.content import Reprint
from ...domain.reprint import PRINTED
from ..models import ChangeRow
from .differences import value_at

_Days = list[tuple[date, Any]]
"""The days on which a field changed, each with what it said before."""

_Fields = dict[tuple[str, str], _Days]


@dataclass(frozen=True)
class _Told:
    """What the history told so far, up to its newest line (none yet: empty); lines are only ever added."""

    newest: tuple[Any, ...] = ()
    fields: _Fields = field(default_factory=dict)
    reprints: Mapping[str, Reprint] = field(default_factory=dict)


_last = _Told()
"""Of the last reading: the next one asks for what came since. A history grows for ever, and is read with every page."""


def read_reprints(session: Session) -> Mapping[str, Reprint]:
    """Return since when the sheets of each subject may be wrong, by its key (`place:abc`).

    What was changed and taken back within a day changed nothing. A subject that comes or goes has no sheet before.
    """
    global _last
    told = _last
    lines = _lines(session, told.newest)
    if told.newest and lines[:1] != [told.newest]:  # another library
        told, lines = _Told(), _lines(session)
    fresh = lines[1:] if told.newest else lines
    if fresh or told is not _last:
        fields = _with(told.fields, fresh)
        _last = told = _Told(lines[-1] if lines else (), fields, _by_subject(fields))
    return told.reprints


# Private


def _lines(session: Session, newest: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the lines of the history that tell of what stands on paper, the oldest first, from a line on."""
    row = ChangeRow
    asked = select(row.id, row.kind, row.subject, row.field, row.at, row.before, row.after)
    asked = asked.where(row.kind.in_(PRINTED), row.field != "").order_by(row.id)
    return [tuple(line) for line in session.execute(asked.where(row.id >= newest[0]) if newest else asked)]


def _with(before: _Fields, lines: Iterable[tuple[Any, ...]]) -> _Fields:
    """Return the days of fields with those of further lines; another reading may still hold those before."""
    fields = {key: [*days] for key, days in before.items()}
    for subject, path, day, said, says in _printed_changes(lines):
        days = fields.setdefault((subject, path), [])
        if not days or days[-1][0] < day:
            days.append((day, said))
        if days[-1][1] == says:
            days.pop()
    return fields


def _printed_changes(lines: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, str, date, Any, Any]]:
    """Yield the subject, the path, the day and both values of each change of what stands on paper."""
    for _, kind, subject, name, at, before, after in lines:
        for path in PRINTED[kind]:
            is_part = name == path or name.startswith(f"{path}/")
            if is_part or path.startswith(f"{name}/"):
                day = at.replace(tzinfo=UTC).astimezone(PARIS).date()
                values = [json.loads(said) if said else None for said in (before, after)]
                if not is_part:
                    values = [value_at(value, path.removeprefix(f"{name}/")) for value in values]
                if values[0] != values[1]:
                    yield f"{kind}:{subject}", name if is_part else path, day, values[0], values[1]


def _by_subject(fields: Mapping[tuple[str, str], _Days]) -> Mapping[str, Reprint]:
    found: dict[str, dict[str, date]] = {}
    for (subject, path), days in fields.items():
        if days:
            topics = found.setdefault(subject, {})
            topic = _topic(subject, path)
            topics[topic] = max(days[-1][0], topics.get(topic, date.min))
    return {
        subject: tuple(sorted(topics.items(), key=lambda each: each[1], reverse=True))
        for subject, topics in found.items()
    }


def _topic(subject: str, field: str) -> str:
    named = PRINTED[subject.partition(":")[0]]
    return next(topic for path, topic in named.items() if field == path or field.startswith(f"{path}/"))
