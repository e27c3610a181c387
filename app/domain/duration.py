"""How long a walk takes: walking at the pace of who comes along, and stays, which often take longer."""

from collections.abc import Mapping

from .geometry import FAMILY_PACE_KMH

PACES_KMH: Mapping[str, float] = {"adult": FAMILY_PACE_KMH, "family": 2.5, "stroller": 3.0}
"""Assumptions, said as such wherever a duration is shown: a group with young children stops often."""

LONGEST_MIN = 90
"""A walk with children that takes longer is worth a warning; guides of walks for all say the same."""


def minutes_walking(metres: float, pace: str = "family") -> int:
    """Return how long a group walks along so many metres: no time for none, else a minute at least."""
    return max(1, round(metres / (PACES_KMH[pace] * 1000 / 60))) if metres else 0


def total_minutes(walking_min: int, staying_min: int) -> int:
    """Return how long a walk takes in all, to the next five minutes."""
    return 5 * round((walking_min + staying_min) / 5)
