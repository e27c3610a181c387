"""Lines of PO files, which people write by hand: what the readers of such files let pass though a letter is lost.

Here because sentences of the program (`language`) and texts of a content (`exchange`) both stand in such files, and
neither room knows the other.
"""

import re

_QUOTED = re.compile(r'(msg\w+(\[\d\])?\s+)?"(?:[^"\\]|\\.)*"')


def unclosed_line(text: str) -> int | None:
    """Return the number of the first line whose quotes are not closed; readers cut its last letter off, silently."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if not _is_closed(line)), None)


# Private


def _is_closed(line: str) -> bool:
    words = line.strip()
    return words.startswith("#") or '"' not in words or _QUOTED.fullmatch(words) is not None
