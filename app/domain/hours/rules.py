"""The rules of an opening-hours expression: where each begins, and which part of it says what.

Text between quotes belongs to people and is never looked into.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)(?![a-z])"
WEEKDAYS = re.compile(rf"{_DAY}(?:\s*-\s*{_DAY})?(?:\[[^\]]*\])?(?:\s*[+-]\s*\d+\s*days?)?", re.IGNORECASE)
HOLIDAY = re.compile(r"(PH|SH)(?![a-z])(?:\s*([+-]\s*\d+)\s*days?)?", re.IGNORECASE)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
NTH_DATE = re.compile(rf"(?P<month>{_MONTH})\s+{_DAY}\[(?P<nth>-?\d)\](?:\s*[+-]\s*\d+\s*days?)?", re.IGNORECASE)
"""A date that is another one each year: `Mar Su[-1]`."""

_BOUND = re.compile(rf"{NTH_DATE.pattern}(?=\s*-\s*(?:\d{{4}}\s+)?{_MONTH})|-\s*(?:\d{{4}}\s+)?{NTH_DATE.pattern}"
                    .replace("?P<month>", "").replace("?P<nth>", ""), re.IGNORECASE)  # fmt: skip
"""Such a date where it begins or ends a season; elsewhere it is a weekday of a month."""

_ONE = rf"(?:{WEEKDAYS.pattern}|{HOLIDAY.pattern})"
_LIST = rf"{_ONE}(?:\s*,\s*{_ONE})*"
_DAYS = re.compile(rf"(?<![A-Za-z])(?P<first>{_LIST})(?:\s+(?P<second>{_LIST}))?", re.IGNORECASE)
_TIME = r"(?:\d{1,2}:\d{2}|24/7|\(?\s*(?:sunrise|sunset|dawn|dusk)\b)"
_TIMES = re.compile(_TIME, re.IGNORECASE)
_MODIFIER = re.compile(r"\b(off|closed|open|unknown)\s*$", re.IGNORECASE)
_COMMENT = re.compile(r'("[^"]*")\s*$')
_NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CLOSING = frozenset({"off", "closed"})


@dataclass(frozen=True)
class Rule:
    """One rule: how it joins the one before (`;` replaces, `,` adds, `||` fills in), and its selectors."""

    joint: str
    wide: str = ""
    days: str = ""
    within: str = ""
    """A second list of days: `SH Mo-Fr` means the working days of the school holidays."""
    times: str = ""
    modifier: str = ""
    comment: str = ""
    source: str = ""

    @property
    def is_off(self) -> bool:
        """Tell whether the rule closes."""
        return self.modifier.lower() in _CLOSING

    @property
    def is_whole(self) -> bool:
        """Tell whether every word found its part: what stands where times are is a time."""
        return not self.times or _TIMES.match(self.times) is not None

    @property
    def lacks_times(self) -> bool:
        """Tell whether the rule opens days without saying when, as unfinished typing does."""
        return bool(self.days or self.wide) and not (self.times or self.is_off or self.comment)

    @property
    def has_holiday(self) -> bool:
        """Tell whether the rule speaks of public or school holidays."""
        return HOLIDAY.search(f"{self.days} {self.within}") is not None

    @property
    def is_holiday(self) -> bool:
        """Tell whether the rule is for holidays only (`SH Mo-Fr`), not for other days too (`Mo-Fr,SH`)."""
        return self.has_holiday and not (WEEKDAYS.search(self.days) and HOLIDAY.search(self.days))

    @property
    def weekdays(self) -> frozenset[int]:
        """The weekdays the rule can fall on (0 is Monday)."""
        found = WEEKDAYS.finditer(f"{self.days} {self.within}")
        return frozenset(n for days in found for n in _numbers(days[0])) or frozenset(range(7))

    def mentions(self, kind: str) -> bool:
        """Tell whether the rule speaks of `PH` or of `SH`."""
        return any(found[1].upper() == kind for found in HOLIDAY.finditer(f"{self.days} {self.within}"))

    def closing(self) -> str:
        """Return a rule that closes on the same days."""
        days = f"{self.days} {self.within}".strip()
        return " ".join(part for part in (self.wide, re.sub(r"\s*,\s*", ",", days), "off") if part)

    def written(self, *, days: str | None = None, wide: str | None = None, times: str | None = None) -> str:
        """Return the rule in OSM syntax, without its joint.

        A comment alone means "nobody knows, but read this" in OSM; the library takes it for open hours,
        unless the word `unknown` is there.
        """
        own_days = f"{self.days} {self.within}".strip() if days is None else days
        modifier = self.modifier or ("unknown" if self.comment else "")
        # `Sa 10:00-13:00, 14:00-18:00`: with that space the evaluator would open at 14:00 every day.
        own_times = self.times if times is None else times
        own_days, own_times = (re.sub(r"\s*,\s*", ",", part) for part in (own_days, own_times))
        parts = (self.wide if wide is None else wide, own_days, own_times, modifier, self.comment)
        return " ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def read_rules(text: str) -> tuple[Rule, ...]:
    """Cut an expression into its rules."""
    return tuple(_rule(joint, part) for joint, part in _cut(text))


def mentions(text: str, kind: str) -> bool:
    """Tell whether an expression speaks of `PH` or of `SH`."""
    return any(rule.mentions(kind) for rule in read_rules(text))


def _numbers(days: str) -> list[int]:
    ends = [_NAMES.index(name.capitalize()) for name in re.findall(_DAY, days, re.IGNORECASE)]
    return [(ends[0] + n) % 7 for n in range((ends[-1] - ends[0]) % 7 + 1)]


def _rule(joint: str, part: str) -> Rule:
    rest, comment = _take(_COMMENT, part.strip())
    rest, modifier = _take(_MODIFIER, rest)
    season = max((found.end() for found in _BOUND.finditer(rest)), default=0)
    days = _DAYS.search(rest, season)
    if days:
        wide, times = rest[: days.start()], rest[days.end() :]
        first, second = days["first"], days["second"] or ""
    else:
        begins = _TIMES.search(rest, season)
        cut = begins.start() if begins else len(rest)
        wide, times, first, second = rest[:cut], rest[cut:], "", ""
    return Rule(
        joint, wide.strip().rstrip(":").strip(), first, second, times.strip(" :"), modifier, comment, part.strip()
    )


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (text[: found.start()].rstrip(), found[1]) if found else (text, "")


_PIECES = re.compile(r'"[^"]*"?|\|\||[;,]|[^";,|]+|\|')


def _cut(text: str) -> Iterator[tuple[str, str]]:
    joint, part = "", ""
    pieces = [*_PIECES.findall(text), ""]
    for piece, following in pairwise(pieces):
        if piece in (";", "||") or (piece == "," and _begins_rule(part, following)):
            yield joint, part
            joint, part = piece, ""
        else:
            part += piece
    yield joint, part


def _begins_rule(part: str, following: str) -> bool:
    """Tell whether a comma adds a rule; between days, months or times it only lists them."""
    is_whole = _TIMES.search(part) or _MODIFIER.search(part) or '"' in part
    return bool(is_whole) and not _TIMES.match(following.strip())
