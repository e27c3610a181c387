"""Going back: what a place says again once lines of its history are undone, field by field."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from ...domain.place import Place
from ...domain.problem import Problem
from ..content.differences import value_at, with_value
from ..content.photos import files_there
from ..models import ChangeRow


@dataclass(frozen=True)
class Reverted:
    """The fields that were given their former value; the paths that say something else since and stay; refusals."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def revert_lines(place: Place, lines: Sequence[ChangeRow]) -> Reverted:
    """Return what undoing lines, the newest first, makes of a place; a place that came or went as a whole stays."""
    document = place.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    wanted, moved = document, []
    for line in lines:
        before, after = (json.loads(value) if value else None for value in (line.before, line.after))
        if not line.field or value_at(wanted, line.field) != after:
            moved.append(line.field)
        else:
            wanted = with_value(wanted, line.field, before)
    names = [name for name in {**document, **wanted} if document.get(name) != wanted.get(name)]
    return Reverted({name: wanted.get(name) for name in names}, tuple(dict.fromkeys(moved)))


def without_lost_photos(session: Session, reverted: Reverted) -> Reverted:
    """Return the same without the photos whose pictures were forgotten since: a month after they were taken away."""
    photos = reverted.fields.get("photos")
    if not photos:
        return reverted
    there = files_there(session, [photo["file"] for photo in photos])
    kept = [photo for photo in photos if photo["file"] in there]
    return replace(reverted, fields={**reverted.fields, "photos": kept or None})
