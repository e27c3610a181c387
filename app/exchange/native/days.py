"""Days and hours as people write them, and what a file would say instead."""

import re

_OURS = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[T ]+(?P<hour>\d\d?)[h:](?P<minute>\d\d)?)?")
_FRENCH = re.compile(
    r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>\d{4})(?:\D+(?P<hour>\d\d?)\s*[h:]\s*(?P<minute>\d\d)?)?"
)
_LIKE = "2027-01-13 14:00"


def start_meant(text: str) -> str:
    """Return the day and the hour that somebody probably meant (`13/01/2027 14h`), else what one looks like."""
    found = _OURS.search(text[:80]) or _FRENCH.search(text[:80])
    if found is None:
        return _LIKE
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return f"{year:04}-{month:02}-{day:02} {int(found['hour'] or 14):02}:{int(found['minute'] or 0):02}"


def has_french_day(line: str) -> bool:
    """Tell whether a line of a file gives a day that is neither quoted nor written year first."""
    return re.search(r"=\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", line) is not None
