"""What the doctor found: how serious it is, and one sentence with what to do."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How serious a finding is."""

    WELL = 0
    LOOK = 1
    """Something to see to, or to know; the site works."""

    WRONG = 2
    """Families read something wrong, or something may be lost."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    words: str


def well(words: str) -> Finding:
    """Say that something is as it should be."""
    return Finding(Level.WELL, words)


def look(words: str) -> Finding:
    """Say that there is something to see to."""
    return Finding(Level.LOOK, words)


def wrong(words: str) -> Finding:
    """Say that something is wrong."""
    return Finding(Level.WRONG, words)
