"""The table of printed codes: where each leads, and which ones are in use."""

from typing import Any

from ..domain.content import CodeEntry, Content
from ..domain.subject import SUBJECTS, find_subject


def live_codes(content: Content) -> list[CodeEntry]:
    """Return the codes whose thing is there to be seen."""
    table = codes_of(content)
    return [entry for entry in content.codes if entry.code in table and not table[entry.code].get("retired")]


def codes_of(content: Content) -> dict[str, dict[str, Any]]:
    """Return where each code leads; one whose thing is gone says so, one of a draft is not known yet."""
    table = {entry.code: _target(content, entry) for entry in content.codes}
    return {code: target for code, target in table.items() if target}


def _target(content: Content, entry: CodeEntry) -> dict[str, Any] | None:
    target = {"kind": entry.kind, "id": entry.id}
    subject = find_subject(content, entry.kind, entry.id)
    if subject is None:
        return target | {"retired": True}
    return target if SUBJECTS[entry.kind].is_public(content, subject) else None
