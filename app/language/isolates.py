"""Words that keep their own direction inside a text that runs the other way."""

import re

from .names import direction_of

_FIRST_STRONG_LTR = "\u2066"
_POP = "\u2069"

_LATIN = r"A-Za-z\u00c0-\u024f"
_RUN = re.compile(rf"(?:\d+ )?[{_LATIN}](?:[{_LATIN}\d ’'.,/–-]*[{_LATIN}\d])?(?: ?[?!’](?! ?[{_LATIN}\d]))?")
"""A number before a name, the name, and the sign that ends it: `2 place Hébert`, `Paris Anim’`, `Qui parle ?`."""


def ltr(words: str) -> str:
    """Return a telephone, an address, a range of hours or a web address isolated as left to right.

    Without it `01 40 00 00 00` reads 00 00 00 40 01 in an Arabic line, as Unicode wants.
    """
    return f"{_FIRST_STRONG_LTR}{words}{_POP}" if words else ""


def isolate_latin(text: str, lang: str) -> str:
    """Return a text of content in which French names and addresses keep their order, whoever translated it.

    Without it `2 place Hébert` reads « place Hébert 2 » in an Arabic line. A single word needs nothing.
    """
    if _FIRST_STRONG_LTR in text or direction_of(lang) != "rtl":
        return text
    return _RUN.sub(lambda run: run[0] if run[0].isalpha() else ltr(run[0]), text)
