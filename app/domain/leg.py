"""The way from one stop of a walk to the next, and what somebody who walked it knows of it.

Facts bear the words of the national model of pedestrian ways (CNIG, "accessibilité du cheminement en voirie"): width
in centimetres, slope in percent, height of the worst kerb in centimetres. `None` means that nobody looked.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .block import Block
from .geometry import Position
from .place import Paragraph, Sentence

Passable = Literal["yes", "limited", "no", "unknown"]


class Checked(Block):
    """When a walk or a leg was last walked or proof-read, and by which role."""

    on: date
    by: Sentence


class LegEnds(Block):
    """The numbers of the two stops that a leg joins, and how its line is known.

    A `routed` line follows the streets (through `via`), a `drawn` one is `path`, a `beeline` is straight: a guess.
    """

    from_: Annotated[int, Field(alias="from", ge=1, le=200)]
    to: Annotated[int, Field(ge=1, le=200)]
    mode: Literal["routed", "drawn", "beeline"] = "routed"

    model_config = ConfigDict(populate_by_name=True)


class WayFacts(Block):
    """Where a way goes, the written way with its streets and landmarks, and what is known of it."""

    via: tuple[Position, ...] = ()
    path: tuple[Position, ...] = ()
    way: Paragraph | None = None
    surface: Literal["asphalt", "paving", "cobbles", "gravel", "earth", "grass", "wood", "mixed"] | None = None
    steps: Annotated[int, Field(ge=0, le=500)] | None = None
    flights: Annotated[int, Field(ge=0, le=50)] | None = None
    stair_ramp: Literal["yes", "stroller", "no"] | None = None
    handrail: Literal["both", "one", "no"] | None = None
    kerb_cm: Annotated[int, Field(ge=0, le=60)] | None = None
    width_cm: Annotated[int, Field(ge=30, le=5000)] | None = None
    slope_pct: Annotated[int, Field(ge=0, le=40)] | None = None
    lit: bool | None = None
    crossing: Literal["none", "lights", "lights_sound", "zebra", "unmarked"] | None = None
    obstacle: tuple[Sentence, ...] = ()
    stroller: Passable = "unknown"
    wheelchair: Passable = "unknown"
    checked: Checked | None = None


class Leg(WayFacts, LegEnds):
    """A leg of a walk, as written in its file; a leg that no file writes is routed, and nothing is known of it."""

    step_free: WayFacts | None = None
    """The detour of who cannot take steps."""

    @property
    def is_surveyed(self) -> bool:
        """Tell whether somebody looked at what wheels meet on it."""
        return self.stroller != "unknown" or self.wheelchair != "unknown"
