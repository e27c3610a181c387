"""Who walks, and what an edge costs them: metres, and metres more for what they would rather avoid.

No cost is below the metres walked: the router's straight-line guess is never too high. What nobody has mapped
costs nothing: a source that knows no steps (`knows_steps` False) gives the same way to everyone, and says so.
Scripts get the same figures (`app/script_values.py`).
"""

from collections.abc import Mapping
from enum import StrEnum
from math import inf

from .facts import FIELD, FIELDS


class Profile(StrEnum):
    """Who walks. The values stand in addresses and in attributes."""

    EVERYONE = "everyone"
    STROLLER = "stroller"
    WHEELCHAIR = "wheelchair"


NO = (inf, 0.0)

COSTS: Mapping[Profile, Mapping[str, tuple[float, float]]] = {
    Profile.EVERYONE: {
        "kind=link": (1.1, 0),
        "kind=steps": (1.5, 0),
    },
    Profile.STROLLER: {
        "kind=link": (1.1, 0),
        "kind=steps": NO,
        "surface=rough": (1.5, 0),
        "kerb=raised": (1, 30),
        "barrier=gate": (1, 5),
        "barrier=tight": (1, 60),
        "barrier=stops": NO,
        "wheelchair=no": (1.5, 0),
        "ramp=stroller": (2, 20),
        "ramp=wheelchair": (1.5, 10),
        "narrow=yes": (2, 0),
        "steep=yes": (1.2, 0),
        "lift=yes": (1, 20),
        "escalator=yes": NO,
    },
    Profile.WHEELCHAIR: {
        "kind=link": (1.1, 0),
        "kind=steps": NO,
        "surface=rough": (3, 0),
        "kerb=raised": (1, 300),
        "barrier=gate": (1, 20),
        "barrier=tight": NO,
        "barrier=stops": NO,
        "wheelchair=limited": (2, 0),
        "wheelchair=no": NO,
        "ramp=wheelchair": (2, 20),
        "narrow=yes": (10, 0),
        "steep=yes": (4, 0),
        "lift=yes": (1, 20),
        "escalator=yes": NO,
    },
}
"""By « field=value »: what a metre costs, and what is added once."""


def cost_of(word: int, profile: Profile) -> tuple[float, float]:
    """Return what a metre of an edge costs (infinite: no way), and what is added once."""
    costs = COSTS[profile]
    factor, extra = 1.0, 0.0
    has_ramp = f"ramp={FIELD['ramp'].read(word)}" in costs
    for field in FIELDS:
        name = f"{field.name}={field.read(word)}"
        if name not in costs or (has_ramp and name == "kind=steps"):
            continue
        factor *= costs[name][0]
        extra += costs[name][1]
    return factor, extra
