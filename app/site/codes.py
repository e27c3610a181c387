"""The table of printed codes: where each leads, and which ones are in use."""

from typing import Any

from ..domain.content import CodeEntry, Content


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
    match entry.kind:
        case "place" if entry.id in content.places:
            return target if content.places[entry.id].is_public else None
        case "walk" if entry.id in content.walks:
            return target if content.is_walk_public(content.walks[entry.id]) else None
        case "territory" if entry.id in content.territories:
            return target
    return target | {"retired": True}
