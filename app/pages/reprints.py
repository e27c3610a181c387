"""What a page tells who comes from a sheet of paper: what it may be wrong about, by the day it was printed."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..domain.reprint import reprint_of
from ..domain.subject import Subject
from .context import PageContext


@dataclass(frozen=True)
class OldSheet:
    """What may be wrong on a sheet that was printed until the end of a day, in the words of the page."""

    day: date
    topics: str


def old_sheets(context: PageContext, subject: Subject) -> tuple[OldSheet, ...]:
    """Return what may be wrong on sheets of a subject, the newest first; nothing when nothing changed."""
    by_day = groupby(reprint_of(context.content, subject), key=lambda found: found[1])
    return tuple(
        OldSheet(day, context.language.formats.list([context.say(topic) for topic, _ in found]))
        for day, found in by_day
    )
