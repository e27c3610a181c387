"""Holidays written as dates: the evaluator knows no school holidays and reads `SH Mo-Fr` as "or".

`SH Mo-Fr 10:00-18:00` becomes `2026 Oct 17-2026 Nov 1,… Mo-Fr 10:00-18:00` before it is evaluated; a rule
whose holidays never come in the window is left out. `||` is cut here too, because the evaluator fills in
whole days where OSM fills in the hours that are left.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours

from .rules import HOLIDAY, WEEKDAYS, Rule, read_rules

Range = tuple[date, date]
Holidays = Mapping[str, Sequence[Range] | None]
"""The days that `PH` and `SH` stand for, both ends included; `None` is every day."""

NEVER: Holidays = {"PH": (), "SH": ()}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def expand(text: str, holidays: Holidays) -> tuple[str, ...]:
    """Return the expression without `PH`, `SH` nor `||`: each part fills in where those before are closed."""
    return expand_rules(read_rules(text), holidays)


def expand_rules(rules: Sequence[Rule], holidays: Holidays) -> tuple[str, ...]:
    """Return rules without `PH`, `SH` nor `||`, as `expand` does."""
    parts: list[str] = []
    for rule in rules:
        if rule.joint == "||" or not parts:
            parts.append("")
        for piece in _pieces(rule, holidays):
            parts[-1] += _joint(rule, follows=bool(parts[-1])) + piece
    return tuple(part or "off" for part in parts) or ("off",)


def _joint(rule: Rule, *, follows: bool) -> str:
    if not follows:
        return ""
    # The evaluator lets `, Tu 12:00-14:00 off` close hours, but not with all its selectors: `;` does the same.
    return ", " if rule.joint == "," and not rule.is_off else "; "


def _pieces(rule: Rule, holidays: Holidays) -> list[str]:
    if not rule.has_holiday:
        return [rule.written()]
    weekdays, within = _weekdays(rule.days), _weekdays(rule.within)
    if rule.within and not within:  # `Mo-Fr SH`: the same as `SH Mo-Fr`
        weekdays, within = "", weekdays
    pieces = [rule.written(days=weekdays)] if weekdays else []
    return pieces + _holiday_pieces(rule, within, holidays)


def _holiday_pieces(rule: Rule, within: str, holidays: Holidays) -> list[str]:
    ranges: list[Range] = []
    for kind, shift in _tokens(rule):
        days = holidays[kind]
        if days is None:
            return [rule.written(days=within or "Mo-Su")] if not shift else []
        ranges += [(first + shift, last + shift) for first, last in days]
    if rule.wide:
        ranges = _narrowed(ranges, rule.wide)
    return [rule.written(wide=",".join(map(_written, ranges)), days=within)] if ranges else []


def _weekdays(days: str) -> str:
    return ",".join(found[0] for found in WEEKDAYS.finditer(HOLIDAY.sub("", days)))


def _tokens(rule: Rule) -> list[tuple[str, timedelta]]:
    found = HOLIDAY.finditer(f"{rule.days} {rule.within}")
    return [(token[1].upper(), timedelta(days=int(re.sub(r"\s", "", token[2] or "0")))) for token in found]


def _narrowed(ranges: Sequence[Range], wide: str) -> list[Range]:
    """Keep the days that months, weeks or years let through."""
    kept: list[Range] = []
    for first, last in ranges:
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if not _is_in(wide, day):
                continue
            if kept and kept[-1][1] == day - timedelta(days=1):
                kept[-1] = (kept[-1][0], day)
            else:
                kept.append((day, day))
    return kept


@lru_cache(maxsize=4096)
def _is_in(wide: str, day: date) -> bool:
    return bool(OpeningHours(wide).is_open(datetime.combine(day, time(12))))


def _written(days: Range) -> str:
    first, last = (f"{day.year} {MONTHS[day.month - 1]} {day.day}" for day in days)
    return first if first == last else f"{first}-{last}"
