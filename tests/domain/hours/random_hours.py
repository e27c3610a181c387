"""Opening hours at random: every part of the syntax, in every order, and much that nobody would write."""

from datetime import date, timedelta

from hypothesis import strategies as some

from app.domain.hours.expression import is_readable

from .cast import make_place

_DAYS = some.sampled_from(
    ["", "Mo-Fr", "We", "Sa,Su", "Mo-Su", "SH", "PH", "SH,PH", "SH Mo-Fr", "Mo-Fr,SH", "We[1]", "Sa[1,3]", "Fr[-1]",
     "Sa[1] +1 day", "Su[2-3]", "PH -1 day", "Fr-Mo"]
)  # fmt: skip
_WIDE = some.sampled_from(
    ["", "", "", "Sep-Jun", "Jul-Aug:", "Dec 24-Jan 02", "week 1-53/2", "week 30", "2027", "2026-2027", "2027 Mar",
     "2026 Nov 02-2027 Feb 14", "easter", "easter -2 days-easter +1 day", "Mar Su[-1]-Oct Su[-1]",
     "Oct Su[-1]-Mar Su[-1]", "Apr", "Mar Su[1]-Sep 15", "Jun+", "2027+", "Feb 29", "Mar 15"]
)  # fmt: skip
_CLOCK = some.integers(0, 96).map(lambda quarter: "{:02}:{:02}".format(*divmod(15 * quarter, 60)))
_LATE = some.integers(97, 192).map(lambda quarter: "{:02}:{:02}".format(*divmod(15 * quarter, 60)))
_SUN = some.sampled_from(["sunrise", "sunset", "dawn", "dusk", "(sunset-01:30)", "(sunrise+00:45)"])
_END = some.one_of(_CLOCK, _CLOCK, _CLOCK, _LATE)
_RANGE = some.builds("{}-{}".format, _CLOCK, _END)
_SUNNY = some.builds("{}-{}".format, some.one_of(_SUN, _CLOCK), some.one_of(_SUN, _CLOCK))
_TIMES = some.one_of(
    some.sampled_from(["", "24/7", "00:00-24:00", "22:00-02:00", "09:00-12:00,14:00-18:00", "18:00+", "20:00-02:00+"]),
    _RANGE,
    some.builds("{},{}".format, _RANGE, _RANGE),
    _SUNNY,
)
_ENDS = some.sampled_from(["", "", "", "", "off", "closed", "open", '"sur rdv"', 'open "sonnez; SH"', 'unknown "?"'])
_RULES = some.builds(lambda *parts: " ".join(filter(None, parts)), _WIDE, _DAYS, _TIMES, _ENDS).filter(bool)
_JOINTS = some.sampled_from(["; ", "; ", ", ", " || "])

TEXTS = some.builds(
    lambda first, rest: first + "".join(joint + rule for joint, rule in rest),
    _RULES,
    some.lists(some.tuples(_JOINTS, _RULES), max_size=3),
)

FIRST = date(2026, 12, 28)
DAYS = some.integers(0, 540).map(lambda n: FIRST + timedelta(days=n))
EXCEPTIONS = some.lists(
    some.builds(
        lambda start, length, kind, hours: {
            "from": start.isoformat(),
            "to": (start + timedelta(days=length)).isoformat(),
            "kind": kind,
            "hours": hours if kind == "hours" else None,
            "reason": "Essai",
        },
        DAYS,
        some.integers(0, 20),
        some.sampled_from(["closed", "hours", "message"]),
        TEXTS.filter(is_readable),
    ),
    max_size=3,
)
PLACES = some.builds(
    lambda text, exceptions: make_place(text, exceptions=exceptions), TEXTS.filter(is_readable), EXCEPTIONS
)
