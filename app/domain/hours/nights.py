"""Hours that pass midnight, cut there: what is of the evening, and what is of the small hours after it.

`Fr 22:00-02:00` is `Fr 22:00-24:00` and, counted from the next midnight but asked of the same Friday,
`Fr 00:00-02:00`. The evaluator cannot tell them apart once it has answered: it keeps the small hours of an evening
that a later rule closed.
"""

import re
from functools import lru_cache

from .rules import Rule, read_rules

_POINT = r"(?:\d{1,2}:\d{2}|\(?\s*(?:sunrise|sunset|dawn|dusk)(?:\s*[+-]\s*\d{1,2}:\d{2}\s*\))?)"
_RANGE = re.compile(rf"(?P<start>{_POINT})\s*-\s*(?P<end>{_POINT})(?P<rest>\+?)", re.IGNORECASE)
_USUAL_MIN = {"dawn": 360, "sunrise": 420, "sunset": 1140, "dusk": 1200}
"""When the sun does it, roughly: only whether a range passes midnight hangs on it."""

_DAY_MIN = 1440


@lru_cache(maxsize=4096)
def evening_of(expression: str) -> str:
    """Return an expanded expression up to the midnight that ends each day."""
    rules = read_rules(expression)
    if not any(map(_passes_midnight, rules)):
        return expression
    return _joined([(rule.joint, rule.written(times=_RANGE.sub(_before, rule.times))) for rule in rules])


@lru_cache(maxsize=4096)
def night_of(expression: str) -> str | None:
    """Return what an expanded expression says of the hours after each day's midnight; None when nothing is there."""
    rules = read_rules(expression)
    if not any(_passes_midnight(rule) for rule in rules if not rule.is_off):
        return None
    return _joined([(rule.joint, said) for rule in rules if (said := _small_hours(rule))])


# Private


def _small_hours(rule: Rule) -> str:
    """Return a rule for the hours after midnight; one without any still replaces those before it, on its days."""
    late = ",".join(_after(found) for found in _RANGE.finditer(rule.times) if _is_late(found))
    if late or (rule.is_off and not rule.times):
        return rule.written(times=late)
    return "" if rule.is_off or rule.joint == "," else rule.closing()


def _passes_midnight(rule: Rule) -> bool:
    return any(map(_is_late, _RANGE.finditer(rule.times)))


def _is_late(found: re.Match[str]) -> bool:
    end = _minute(found["end"])
    return end > _DAY_MIN or end <= _minute(found["start"])


def _before(found: re.Match[str]) -> str:
    return f"{found['start']}-24:00" if _is_late(found) else found[0]


def _after(found: re.Match[str]) -> str:
    end = found["end"]
    minute = _minute(end)
    if minute > _DAY_MIN:
        end = "{:02}:{:02}".format(*divmod(minute - _DAY_MIN, 60))
    return f"00:00-{end}"


def _minute(point: str) -> int:
    """Return the minute of the day, roughly where the sun decides."""
    clock = re.search(r"(\d{1,2}):(\d{2})", point)
    minutes = int(clock[1]) * 60 + int(clock[2]) if clock else 0
    sun = re.search("|".join(_USUAL_MIN), point.lower())
    if not sun:
        return minutes
    return _USUAL_MIN[sun[0]] + (-minutes if "-" in point else minutes)


def _joined(rules: list[tuple[str, str]]) -> str:
    return "".join((f"{joint} " if n else "") + rule for n, (joint, rule) in enumerate(rules)) or "off"
