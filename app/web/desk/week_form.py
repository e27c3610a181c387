"""The week editor: rows of times for each day and for the holidays, read into OSM syntax and shown from it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...domain.forms.field import Texts
from ...domain.hours.days import DAY_MIN
from ...domain.hours.plain_week import CLOSED, PlainDay, PlainWeek, Range, overlaps, read_week, write_week
from ...domain.text import N_, plain_text
from ...language.language import Language

LEAST_RANGES = 2
MOST_RANGES = 6


@dataclass(frozen=True)
class DayRow:
    """A day to fill in: what its inputs begin with, its name, its times, whether one must ask first, what is wrong."""

    name: str
    label: str
    ranges: Sequence[tuple[str, str]]
    by_appointment: bool
    problem: str = ""
    before: str = ""
    """The name of the day whose times a button copies here."""


@dataclass(frozen=True)
class WeekForm:
    """All that the week editor shows."""

    days: Sequence[DayRow]
    public: str
    public_day: DayRow
    school: str
    school_days: Sequence[DayRow]


@dataclass(frozen=True)
class WeekRead:
    """The hours that a week form says, in OSM syntax; by the name of a day, why it cannot be read."""

    text: str
    problems: Mapping[str, str] = field(default_factory=dict)


def texts_of_week(week: PlainWeek) -> dict[str, list[str]]:
    """Return what the inputs of the week editor hold for a week."""
    texts = _texts_of_days("week", week.days) | _texts_of_days("school", week.school or (CLOSED,) * 7)
    texts |= _texts_of_days("public", (week.public or CLOSED,))
    texts["public"] = ["" if week.public is None else "own" if week.public.ranges else "off"]
    is_off = week.school is not None and not any(day.ranges for day in week.school)
    texts["school"] = ["" if week.school is None else "off" if is_off else "own"]
    return texts


def read_week_form(texts: Texts) -> WeekRead:
    """Return the hours that were typed into the rows."""
    problems: dict[str, str] = {}
    days = tuple(_read_day(f"week.{n}", texts, problems) for n in range(7))
    public, school = _first("public", texts), _first("school", texts)
    said = {"": None, "off": CLOSED, "own": None}
    week = PlainWeek(
        days,
        _read_day("public.0", texts, problems) if public == "own" else said.get(public),
        tuple(_read_day(f"school.{n}", texts, problems) for n in range(7))
        if school == "own"
        else (CLOSED,) * 7
        if school == "off"
        else None,
    )
    return WeekRead("" if week.is_blank or problems else write_week(week), problems)


def week_form(texts: Texts, language: Language, problems: Mapping[str, str]) -> WeekForm:
    """Return the rows of a week with what was typed into them; `problems` are sentences by day, translated."""
    names = [language.formats.weekday(n) for n in range(7)]
    return WeekForm(
        days=_rows("week", names, texts, problems),
        public=_first("public", texts),
        public_day=_rows("public", [language.say(N_("Les jours fériés"))], texts, problems)[0],
        school=_first("school", texts),
        school_days=_rows("school", names, texts, problems),
    )


def week_of_hours(hours: str | None) -> PlainWeek | None:
    """Return the week that hours say; a blank one where there are none, None where they say more."""
    return read_week(hours) if hours else PlainWeek()


def copied(texts: Texts) -> dict[str, list[str]] | None:
    """Return the texts once the day before was copied to the day that a button named, or Monday to all weekdays."""
    asked = _first("copy", texts)
    found = re.fullmatch(r"(week|school)\.([1-6])", asked)
    pairs = [(f"{found[1]}.{int(found[2]) - 1}", asked)] if found else []
    if asked in ("week.all", "school.all"):
        kind = asked.removesuffix(".all")
        pairs = [(f"{kind}.0", f"{kind}.{n}") for n in range(1, 5)]
    if not pairs:
        return None
    held = {name: [*values] for name, values in texts.items()}
    for source, target in pairs:
        held = {name: values for name, values in held.items() if not name.startswith(f"{target}.")}
        held |= {
            f"{target}.{name.removeprefix(f'{source}.')}": [*v]
            for name, v in texts.items()
            if name.startswith(f"{source}.")
        }
    return held


# Private

_CLOCK = re.compile(r"(\d{1,2}?)\s*[h:.]?\s*([0-5]\d)?")
"""As people write times, and as one types them where there are only figures: `9`, `930`, `9h30`, `09:30`."""


def _first(name: str, texts: Texts) -> str:
    return plain_text(next(iter(texts.get(name, ())), "")).strip()


def _texts_of_days(kind: str, days: Sequence[PlainDay]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for n, day in enumerate(days):
        for number, (start, end) in enumerate(day.ranges):
            found[f"{kind}.{n}.{number}.from"] = [_clock(start)]
            found[f"{kind}.{n}.{number}.to"] = [_clock(end)]
        if day.by_appointment:
            found[f"{kind}.{n}.ask"] = ["yes"]
    return found


def _clock(minute: int) -> str:
    hour, minutes = divmod(minute % DAY_MIN, 60)
    return f"{hour:02}:{minutes:02}"


def _read_day(name: str, texts: Texts, problems: dict[str, str]) -> PlainDay:
    typed = [(_first(f"{name}.{n}.from", texts), _first(f"{name}.{n}.to", texts)) for n in range(MOST_RANGES)]
    ranges = [_range(name, start, end, problems) for start, end in typed if start or end]
    known = tuple(sorted(each for each in ranges if each))
    if overlaps(known):
        problems.setdefault(name, OVERLAP)
    return PlainDay(known, bool(known) and "yes" in texts.get(f"{name}.ask", ()))


def _range(name: str, start: str, end: str, problems: dict[str, str]) -> Range | None:
    first, last = _minute(start), _minute(end)
    if first is None or last is None or first == DAY_MIN:
        problems[name] = HALF if not (start and end) else NO_TIME
        return None
    return first, last if last > first else last + DAY_MIN


def _minute(text: str) -> int | None:
    found = _CLOCK.fullmatch(text.lower())
    minute = int(found[1]) * 60 + int(found[2] or 0) if found else DAY_MIN + 1
    return minute if minute <= DAY_MIN else None


def _rows(kind: str, names: Sequence[str], texts: Texts, problems: Mapping[str, str]) -> list[DayRow]:
    return [
        DayRow(
            name=f"{kind}.{n}",
            label=label,
            ranges=_ranges(f"{kind}.{n}", texts),
            by_appointment="yes" in texts.get(f"{kind}.{n}.ask", ()),
            problem=problems.get(f"{kind}.{n}", ""),
            before=names[n - 1] if n else "",
        )
        for n, label in enumerate(names)
    ]


def _ranges(name: str, texts: Texts) -> list[tuple[str, str]]:
    """Return the times of a day as typed, and room for one range more."""
    typed = [(_first(f"{name}.{n}.from", texts), _first(f"{name}.{n}.to", texts)) for n in range(MOST_RANGES)]
    count = max((n + 1 for n, each in enumerate(typed) if any(each)), default=0)
    return typed[: min(MOST_RANGES, max(LEAST_RANGES, count + (count >= LEAST_RANGES)))]


HALF = N_("Il manque l’heure de début ou de fin.")
NO_TIME = N_("Écrivez des heures comme 09:00.")
OVERLAP = N_("Ces heures se recouvrent : séparez-les.")
