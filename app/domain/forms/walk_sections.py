"""The sections of a walk, of one of its stops, and of the way to one."""

from collections.abc import Mapping
from dataclasses import replace

from ..walk import WalkStatus
from .field import Field, Kind
from .sections import PEOPLE, Section

_SESSION = (
    Field("start"),
    Field("languages", Kind.TAGS),
    Field("capacity", Kind.NUMBER),
    Field("register"),
    Field("cancelled"),
    Field("leader", Kind.TEXT, longest=4000),
    Field("variant", Kind.CHOICE),
    Field("example", Kind.FLAG),
    Field("id"),
)
_VARIANT = (
    Field("when", Kind.CHOICE, ("rain", "heat", "tired")),
    Field("drop", Kind.STOPS),
    Field("text", Kind.TEXT),
    Field("id"),
)
_SERVICE = (
    Field("kind", Kind.CHOICE, ("toilets", "water", "bench", "shade", "shelter", "changing_table", "breastfeeding")),
    Field("stop", Kind.STOP),
    Field("place", Kind.PLACE),
    Field("text", Kind.TEXT),
    Field("point", Kind.POSITION),
)
_NOTICE = (
    Field("from", Kind.DAY),
    Field("to", Kind.DAY),
    Field("severity", Kind.CHOICE, ("detour", "closed")),
    Field("text", Kind.TEXT),
    Field("stops", Kind.STOPS),
)
_QUIZ = (
    Field("question"),
    Field("options", Kind.LINES),
    Field("answer", Kind.NUMBER),
    Field("hint"),
)
_PHOTO = (Field("file"), Field("alt"), Field("credit"), Field("consent", Kind.FLAG))

WALK_SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            "what",
            (
                Field("title"),
                Field("summary", Kind.TEXT, longest=4000),
                Field("advice", Kind.TEXT, longest=4000),
                Field("leader", Kind.TEXT, longest=4000),
                Field("territory", Kind.CHOICE, is_required=True),
                Field("languages", Kind.TAGS),
                Field("themes", Kind.MANY),
                Field("audience", Kind.MANY, PEOPLE),
                Field("difficulty", Kind.CHOICE, ("easy", "medium", "hard")),
                Field("shape", Kind.CHOICE, ("oneway", "loop"), default="oneway"),
                Field("producer"),
                Field("valid_until", Kind.DAY),
                Field("checked.on", Kind.DAY),
                Field("checked.by"),
            ),
        ),
        Section(
            "meeting",
            (
                Field("meeting.place", Kind.PLACE),
                Field("meeting.text", Kind.TEXT, longest=4000),
                Field("meeting.transit"),
                Field("meeting.name"),
                Field("meeting.point", Kind.POSITION),
            ),
        ),
        Section(
            "safety",
            (
                Field("emergency.place", Kind.PLACE),
                Field("emergency.text", Kind.TEXT, longest=4000),
                Field("emergency.leader", Kind.TEXT, longest=4000),
            ),
        ),
        Section("variants", (Field("variant", Kind.ROWS, rows=_VARIANT),), beside=("stop",)),
        Section("services", (Field("service", Kind.ROWS, rows=_SERVICE),), beside=("stop",)),
        Section("notices", (Field("notice", Kind.ROWS, rows=_NOTICE),), beside=("stop",)),
        Section("sessions", (Field("session", Kind.ROWS, rows=_SESSION),)),
        Section(
            "status",
            (Field("status", Kind.CHOICE, tuple(status.value for status in WalkStatus), is_required=True),),
        ),
    )
}
"""Those of a walk; its stops and the ways between them have pages of their own."""

STOP = Section(
    "stop",
    (
        Field("place", Kind.PLACE),
        Field("name"),
        Field("point", Kind.POSITION),
        Field("text", Kind.TEXT, longest=4000),
        Field("sense"),
        Field("leader", Kind.TEXT, longest=4000),
        Field("host"),
        Field("stay_min", Kind.NUMBER, default="10"),
        Field("radius_m", Kind.NUMBER),
        Field("optional", Kind.FLAG),
        Field("indoor", Kind.FLAG),
        Field("quiz", Kind.ROWS, rows=_QUIZ),
        Field("audio"),
        Field("transcript", Kind.TEXT, longest=4000),
        Field("photo", Kind.ROWS, rows=_PHOTO),
    ),
)

NEW_STOP = Section("new", (Field("name"), Field("point", Kind.POSITION), Field("at", Kind.STOP, is_required=True)))
"""A stop that is no place: a point, its name, and the number that it is to have."""


def _way(within: str) -> tuple[Field, ...]:
    """Return what may be said of a way, or of the detour of who cannot take steps."""
    passable = ("yes", "limited", "no", "unknown")
    fields = (
        Field("way", Kind.TEXT, longest=4000),
        Field("stroller", Kind.CHOICE, passable, default="unknown"),
        Field("wheelchair", Kind.CHOICE, passable, default="unknown"),
        Field("steps", Kind.NUMBER),
        Field("flights", Kind.NUMBER),
        Field("stair_ramp", Kind.CHOICE, ("yes", "stroller", "no")),
        Field("handrail", Kind.CHOICE, ("both", "one", "no")),
        Field("kerb_cm", Kind.NUMBER),
        Field("width_cm", Kind.NUMBER),
        Field("slope_pct", Kind.NUMBER),
        Field("surface", Kind.CHOICE, ("asphalt", "paving", "cobbles", "gravel", "earth", "grass", "wood", "mixed")),
        Field("crossing", Kind.CHOICE, ("none", "lights", "lights_sound", "zebra", "unmarked")),
        Field("lit", Kind.FLAG),
        Field("obstacle", Kind.LINES, longest=2000),
        Field("checked.on", Kind.DAY),
        Field("checked.by"),
        Field("via", Kind.POINTS, longest=4000),
        Field("path", Kind.POINTS, longest=100_000),
    )
    return tuple(replace(field, name=f"{within}{field.name}") for field in fields)


_MODE = Field("mode", Kind.CHOICE, ("routed", "drawn", "beeline"), default="routed")

LEG_SECTIONS: Mapping[str, Section] = {
    "leg": Section("leg", (*_way("")[:-2], _MODE, *_way("")[-2:])),
    "step_free": Section("step_free", _way("step_free.")),
}
"""Those of the way to a stop."""
