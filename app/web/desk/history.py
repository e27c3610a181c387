"""`/desk/history`: what places said before, who changed it and why; any version can be given back."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask import Response, request
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.correction import WAYS
from ...domain.person import ROLES
from ...domain.text import N_
from ...domain.verified import FactKind
from ...language.fact_words import FACTS
from ...language.field_words import FIELDS
from ...library.content.differences import CHECKS
from ...library.desk.decisions import revert_place
from ...library.desk.history import read_changed, read_versions
from ...library.desk.reverting import Reverted
from . import frame, words

blueprint = frame.desk_blueprint("history")


class SlugConverter(BaseConverter):
    """An id as files write it: nothing else is asked of the library."""

    regex = "[a-z0-9-]{1,80}"


_AUTHORS = {"load": N_("Fichiers")} | {role.value: sentence for role, sentence in ROLES.items()}
_LONGEST_VALUE = 300


@blueprint.get("/history")
def list_changed() -> Response:
    """Show the places that were changed last."""
    return frame.show("changed", changed=read_changed(frame.person()), when=_when)


@blueprint.get("/places/<slug:id>/history")
def show(id: str) -> Response:
    """Show the versions of a place."""
    place, versions = read_versions(frame.person(), id)
    return frame.show("history", place=place, versions=versions, **spoken())


@blueprint.post("/places/<slug:id>/history")
def revert(id: str) -> WerkzeugResponse:
    """Undo one version, or all since one; name the fields that somebody has changed since."""
    page = f"places/{id}/history"
    return answer_reverted(revert_place(frame.person(), id, **asked_versions()), page, page, field_words)


def asked_versions() -> dict[str, int]:
    """Return which versions are to be taken back, and the last one that was seen."""
    return {name: request.form.get(name, 0, type=int) for name in ("since", "until", "seen")}


def answer_reverted(reverted: Reverted, page: str, done: str, called: Callable[[str], str]) -> WerkzeugResponse:
    """Move on to `done`, or show what stayed as it was, with the way back to the `page` of the history."""
    if not reverted.moved and not reverted.problems:
        return frame.move(done)
    problem = words.problem_words(reverted.problems, frame.language())
    return frame.show("undone", moved=[called(path) for path in reverted.moved], problem=problem, back=f"desk/{page}")


def spoken() -> dict[str, Any]:
    """Return what a template tells versions with."""
    return {"field": field_words, "value": value_words, "author": author_words, "when": _when}


def author_words(by: str) -> str:
    """Return what a change was made by: a role, or the files."""
    return frame.say(_AUTHORS[by]) if by in _AUTHORS else by


def field_words(path: str) -> str:
    """Return what a path of the history is called: `services/ludotheque/hours` is a field of a service."""
    name, _, rest = path.partition("/")
    said = frame.say(FIELDS[name]) if name in FIELDS else name
    *inside, block, last = ("", *path.split("/"))
    if block == CHECKS and last in list(FactKind):  # of a place, or of one of its services
        fact = frame.say(FACTS[FactKind(last)])
        return f"{frame.say(FIELDS[CHECKS])} ({' – '.join([*inside[2:], fact])})"
    return f"{said} ({rest})" if rest else said


def value_words(value: Any) -> str:
    """Return a value to read; a long one is cut, for its place shows all of it."""
    if value is None:
        return ""
    if isinstance(value, dict) and value.keys() <= {"on", "how", "due"}:
        return _check(value)
    if isinstance(value, list) and all(isinstance(each, dict) and "alt" in each for each in value):  # photos
        value = " · ".join(each["alt"] for each in value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


# Private


def _check(value: Mapping[str, str]) -> str:
    """Return a check to read: on which day, and how."""
    day = frame.language().formats.short_day(date.fromisoformat(value["on"]))
    return f"{day}, {frame.say(WAYS[value['how']])}" if value.get("how") in WAYS else day


def _when(moment: Any) -> str:
    return words.moment_words(moment, frame.language())
