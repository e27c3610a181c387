"""An expression as any year has it: what a table of weeks can show of it, and the readings it is made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .expansion import NEVER, Holidays
from .rules import NTH_DATE, WEEKDAYS, Rule

IN_SCHOOL_HOLIDAYS: Holidays = {"PH": (), "SH": None}
ON_PUBLIC_HOLIDAYS: Holidays = {"PH": None, "SH": ()}
OCCURRENCES = (1, 2, 3, 4, 5, -1)
"""The weeks of a month that a weekday can be in."""


@dataclass(frozen=True)
class EveryYear:
    """Rules without what belongs to one year; `is_partial` when that left something out or made it rougher."""

    rules: tuple[Rule, ...]
    is_partial: bool

    @property
    def counts_weeks(self) -> bool:
        """Tell whether some days are those of certain weeks of the month."""
        return any("[" in rule.days + rule.within for rule in self.rules)

    def on_occurrence(self, n: int) -> list[Rule]:
        """Return the rules of the days that are the nth of their month."""
        kept: list[Rule] = []
        for rule in self.rules:
            days, within = (_weekdays_on(part, n) for part in (rule.days, rule.within))
            if bool(days) == bool(rule.days) and bool(within) == bool(rule.within):
                kept.append(replace(rule, days=days, within=within))
        return kept

    def readings(self) -> Iterator[tuple[Sequence[Rule], Holidays]]:
        """Yield all that a table asks the evaluator."""
        for holidays in (NEVER, IN_SCHOOL_HOLIDAYS, ON_PUBLIC_HOLIDAYS):
            if self.counts_weeks:
                yield from ((self.on_occurrence(n), holidays) for n in OCCURRENCES)
            else:
                yield self.rules, holidays


def every_year(rules: Sequence[Rule]) -> EveryYear:
    """Return rules as every year has them."""
    kept = tuple(rule for rule in map(_undated, rules) if rule is not None)
    found = EveryYear(kept, kept != tuple(rules))
    # Weeks of the month and seasons together would make too many tables.
    crosses = found.counts_weeks and any(rule.wide for rule in kept)
    return replace(found, is_partial=found.is_partial or crosses)


# Private

_NTH = re.compile(r"\[([^\]]*)\]")
_SHIFTED = re.compile(r"\]\s*[+-]\s*\d+\s*day", re.IGNORECASE)
_DATED = re.compile(r"\b(19|20)\d\d|easter", re.IGNORECASE)
_WEEK_NUMBERS = re.compile(r"\bweek[\d\s,/-]*", re.IGNORECASE)


def _undated(rule: Rule) -> Rule | None:
    """Return a rule as every year has it: one of a single year, or counted from an nth weekday, has no place there."""
    if _DATED.search(rule.wide) or _SHIFTED.search(f"{rule.days} {rule.within}"):
        return None
    return replace(rule, wide=NTH_DATE.sub(_typical, _WEEK_NUMBERS.sub("", rule.wide)).strip())


def _typical(found: re.Match[str]) -> str:
    """Return the middle of the days that an nth weekday of a month can be: `Mar Su[-1]` is about 28 March."""
    nth = int(found["nth"])
    day = min(7 * nth - 3, 28) if nth > 0 else max(28 + 7 * (nth + 1), 1)
    return f"{found['month']} {day}"


def _weekdays_on(days: str, n: int) -> str:
    kept = [_NTH.sub("", part) for part in _split(days) if _falls_on(part, n)]
    return ",".join(kept)


def _split(days: str) -> list[str]:
    return [part.strip() for part in re.split(r",(?![^\[]*\])", days) if part.strip()]


def _falls_on(part: str, n: int) -> bool:
    nth = _NTH.search(part)
    if not nth or not WEEKDAYS.search(part):
        return True
    ends = [[int(end) for end in re.findall(r"-?\d+", item) or ["0"]] for item in nth[1].split(",")]
    return any(n == first[0] if len(first) == 1 else first[0] <= n <= abs(first[-1]) for first in ends)
