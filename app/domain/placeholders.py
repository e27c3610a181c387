"""The values in a sentence, `%(name)s` or `{name}`: a translation that has others could not be said."""

import re
from collections.abc import Iterable, Iterator

Forms = str | Iterable[str] | None
"""A sentence, or its plural forms; nothing where there is no translation."""

_PERCENT = re.compile(r"%%|%\((?P<name>\w*)\)?(?P<kind>[a-z])?|%")
_BRACES = re.compile(r"\{(?P<name>\w*)\}|[{}]")


def wrong_placeholders(source: Forms, translated: Forms) -> list[str]:
    """Return what stands in a translation where the French sentence has no such value, each as it is written."""
    known = set(_found(source))
    return list(dict.fromkeys(found for found in _found(translated) if found not in known))


def pieces_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text piece by piece, each with whether it is a value."""
    end = 0
    for found in _PERCENT.finditer(text):
        yield from ((text[end : found.start()], False), (found[0], True))
        end = found.end()
    yield text[end:], False


# Private


def _found(forms: Forms) -> Iterator[str]:
    for form in [forms] if isinstance(forms, str) else forms or ():
        yield from (found[0] for found in _PERCENT.finditer(form) if found[0] != "%%")
        yield from (found[0] for found in _BRACES.finditer(form))
