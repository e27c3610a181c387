"""What sheets on walls may be wrong about: the days of the history on which something changed that stands on paper."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.content import Reprint
from ...domain.reprint import PRINTED
from ...domain.walk import PARIS
from ..models import ChangeRow
from .differences import value_at

_Days = list[tuple[date, Any]]
"""The days on which a field changed, each with what it said before."""


def read_reprints(session: Session) -> Mapping[str, Reprint]:
    """Return since when the sheets of each subject may be wrong, by its key (`place:abc`).

    What was changed and taken back within a day changed nothing. A subject that comes or goes has no sheet before.
    """
    fields: dict[tuple[str, str], _Days] = {}
    for subject, path, day, before, after in _printed_changes(session):
        days = fields.setdefault((subject, path), [])
        if not days or days[-1][0] < day:
            days.append((day, before))
        if days[-1][1] == after:
            days.pop()
    return _by_subject(fields)


# Private


def _printed_changes(session: Session) -> Iterator[tuple[str, str, date, Any, Any]]:
    """Yield the subject, the path, the day and both values of each change of what stands on paper, the oldest first."""
    asked = select(ChangeRow.kind, ChangeRow.subject, ChangeRow.field, ChangeRow.at, ChangeRow.before, ChangeRow.after)
    asked = asked.where(ChangeRow.kind.in_(PRINTED), ChangeRow.field != "").order_by(ChangeRow.id)
    for kind, subject, field, at, before, after in session.execute(asked):
        for path in PRINTED[kind]:
            is_part = field == path or field.startswith(f"{path}/")
            if is_part or path.startswith(f"{field}/"):
                day = at.replace(tzinfo=UTC).astimezone(PARIS).date()
                values = [json.loads(said) if said else None for said in (before, after)]
                if not is_part:
                    values = [value_at(value, path.removeprefix(f"{field}/")) for value in values]
                if values[0] != values[1]:
                    yield f"{kind}:{subject}", field if is_part else path, day, values[0], values[1]


def _by_subject(fields: Mapping[tuple[str, str], _Days]) -> Mapping[str, Reprint]:
    found: dict[str, dict[str, date]] = {}
    for (subject, field), days in fields.items():
        if days:
            topics = found.setdefault(subject, {})
            topic = _topic(subject, field)
            topics[topic] = max(days[-1][0], topics.get(topic, date.min))
    return {
        subject: tuple(sorted(topics.items(), key=lambda each: each[1], reverse=True))
        for subject, topics in found.items()
    }


def _topic(subject: str, field: str) -> str:
    named = PRINTED[subject.partition(":")[0]]
    return next(topic for path, topic in named.items() if field == path or field.startswith(f"{path}/"))
