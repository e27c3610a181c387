"""`/desk/walks/<id>/history`: what a walk said before, who changed it and why; any version can be given back."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...library.changes import Change
from ...library.content.queries import read_library
from ...library.desk.walk_history import WalkVersion, read_walk_history, revert_walk
from . import frame, history
from .walk_changes import Line, lines_of, walk_field_words

blueprint = frame.desk_blueprint("walk_history")


@dataclass(frozen=True)
class ToldVersion:
    """A version to read: a change of it for the moment, the role and the reason; what changed, line by line."""

    told: Change
    changes: Sequence[Line]
    first: int
    last: int
    may_undo: bool
    may_restore: bool


@blueprint.get("/walks/<slug:id>/history")
def show(id: str) -> Response:
    """Show the versions of a walk: what changed, by which role, and why."""
    found = read_walk_history(frame.person(), id, request.args.get("page", 1, type=int))
    places = {place.id: place.name for place in read_library().places.values()}
    versions = [_told(each, places) for each in found.versions]
    spoken = {**history.spoken(), "field": _field, "value": lambda text: text}
    return frame.show("walk_history", found=found, walk=found.walk, versions=versions, **spoken, done=_done())


@blueprint.post("/walks/<slug:id>/history")
def revert(id: str) -> WerkzeugResponse:
    """Undo one version, or all since one; name the fields that somebody has changed since."""
    page, reverted = f"walks/{id}/history", revert_walk(frame.person(), id, **history.asked_versions())
    return history.answer_reverted(reverted, page, f"{page}?done=1", walk_field_words)


# Private


def _told(each: WalkVersion, places: dict[str, str]) -> ToldVersion:
    version = each.version
    lines = [line for change in version.changes for line in lines_of(change.field, change.before, change.after, places)]
    return ToldVersion(version.told, lines, version.first, version.last, each.may_undo, each.may_restore)


def _field(label: str) -> str:
    return label or frame.say("La balade entière")


def _done() -> bool:
    return "done" in request.args
