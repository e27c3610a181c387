"""Words that keep their own direction inside a text that runs the other way."""

_FIRST_STRONG_LTR = "\u2066"
_POP = "\u2069"


def ltr(words: str) -> str:
    """Return a telephone, an address, a range of hours or a web address isolated as left to right.

    Without it `01 40 00 00 00` reads 00 00 00 40 01 in an Arabic line, as Unicode wants.
    """
    return f"{_FIRST_STRONG_LTR}{words}{_POP}" if words else ""
