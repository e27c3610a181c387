"""Where a fact comes from once the desk has changed it: former sources no longer answer for it, the desk does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

DESK = "Bureau d’À deux pas"
DESK_AFTER_A_MESSAGE = f"{DESK}, après un message reçu"
"""What the page of a place names as the source of a fact that the desk wrote, or corrected after a message."""

HOW_KNOWN = frozenset({"sources", "verified", ""})
"""Fields in the history of a place that say how a fact is known, or that the place came: none that a family reads."""


def sourced_by_desk(
    sources: Sequence[Mapping[str, Any]], changed: Sequence[str], today: date, name: str
) -> list[dict[str, Any]]:
    """Return the sources of a place whose fields `changed` the desk has just written; `name` is its own there.

    A source that answered for these alone is taken out. What the desk changes twice in a day is one source.
    """
    kept, ours = [], {"name": name, "on": today.isoformat(), "fields": list[str]()}
    for source in sources:
        left = [each for each in source.get("fields", []) if each.split(".")[0] not in changed]
        if (source["name"], source.get("on")) == (name, ours["on"]):
            ours["fields"] = left
        elif left or not source.get("fields"):
            kept.append({**source, **({"fields": left} if left else {})})
    return [*kept, {**ours, "fields": [*ours["fields"], *changed]}]
