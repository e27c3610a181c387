"""Sessions for walks of the tiny territory, whose own are examples."""

from dataclasses import replace
from typing import Any

from app.domain.content import Content
from app.domain.walk import Walk

WALK = "du-college-au-square"


def session(id: str = "mercredi", start: str = "2027-01-13 14:00", **facts: Any) -> dict[str, Any]:
    """Return a session as a file writes it."""
    return {"id": id, "start": start, **facts}


def with_walk(content: Content, id: str = WALK, **facts: Any) -> Content:
    """Return the content with other facts about one walk."""
    walk = Walk.model_validate(content.walks[id].model_dump(by_alias=True) | facts)
    return replace(content, walks={**content.walks, id: walk})
