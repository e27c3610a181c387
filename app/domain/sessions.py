"""What is dated in a walk: the sessions that are announced, and what is over on a day."""

from dataclasses import replace
from datetime import date, timedelta

from .public import PublicContent
from .walk import Session, Walk

KEPT_DAYS = 60
"""How long a calendar goes on telling a session that is over: one that was cancelled must not just vanish from it."""


def announced(walk: Walk) -> tuple[Session, ...]:
    """Return the sessions that families are told of, the first one first: an example is none."""
    return tuple(sorted((each for each in walk.sessions if not each.example), key=lambda each: (each.start, each.id)))


def announced_since(walk: Walk, day: date) -> tuple[Session, ...]:
    """Return those that a calendar tells on a day: to come, or over for no longer than it keeps them."""
    first = day - timedelta(days=KEPT_DAYS)
    return tuple(each for each in announced(walk) if each.starts_at.date() >= first)


def dropped_in(walk: Walk, session: Session) -> tuple[int, ...]:
    """Return the numbers of the stops that a session leaves out: those of its variant."""
    return next((variant.drop for variant in walk.variants if variant.id == session.variant), ())


def content_ahead(content: PublicContent, day: date) -> PublicContent:
    """Return the content without the sessions and notices that are over before a day; the same one when none is."""
    walks = {id: _ahead(walk, day) for id, walk in content.walks.items()}
    same = all(walks[id] is walk for id, walk in content.walks.items())
    return content if same else replace(content, walks=walks)


# Private


def _ahead(walk: Walk, day: date) -> Walk:
    sessions = tuple(each for each in walk.sessions if each.starts_at.date() >= day)
    notices = tuple(each for each in walk.notices if each.to >= day)
    if (len(sessions), len(notices)) == (len(walk.sessions), len(walk.notices)):
        return walk
    return walk.model_copy(update={"sessions": sessions, "notices": notices})
