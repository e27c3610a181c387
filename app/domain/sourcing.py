"""Where a fact comes from once the desk has changed it: former sources no longer answer for it, the desk does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any


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
