"""The sections of a walk and of one of its stops."""

from collections.abc import Mapping

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
    Field("variant"),
    Field("example", Kind.FLAG),
    Field("id"),
)
_QUIZ = (
    Field("question"),
    Field("options", Kind.LINES),
    Field("answer", Kind.NUMBER),
    Field("hint"),
)

WALK_SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            "what",
            (
                Field("title"),
                Field("summary", Kind.TEXT, longest=4000),
                Field("advice", Kind.TEXT, longest=4000),
                Field("languages", Kind.TAGS),
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
                Field("meeting.place"),
                Field("meeting.name"),
                Field("meeting.text", Kind.TEXT, longest=4000),
                Field("meeting.transit"),
                Field("emergency.place"),
                Field("emergency.text", Kind.TEXT, longest=4000),
                Field("emergency.leader", Kind.TEXT, longest=4000),
                Field("leader", Kind.TEXT, longest=4000),
            ),
        ),
        Section("sessions", (Field("session", Kind.ROWS, rows=_SESSION),)),
        Section(
            "status",
            (Field("status", Kind.CHOICE, tuple(status.value for status in WalkStatus), is_required=True),),
        ),
    )
}
"""Those of a walk; its stops have pages of their own, and what is not here stays as its file has it."""

STOP = Section(
    "stop",
    (
        Field("place"),
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
        Field("transcript", Kind.TEXT, longest=4000),
        Field("quiz", Kind.ROWS, rows=_QUIZ),
    ),
)
