"""Short codes printed on paper: six characters that never die. Tickets of who sent something: eight, for half a year.

The alphabet is Crockford's base 32 (no I, L, O, U); at least one digit keeps a code from being a word.
"""

import re
import secrets

from .text import fold

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6
TICKET_LENGTH = 8
"""A million million: among ten thousand that are given, none is met by guessing as often as a limit lets one try."""

MOST_TICKETS = 50
"""Asked for at once: each is looked for in the library."""

# Crockford: what a reader may type for a character that looks like another one.
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CODE = re.compile(f"(?=.*[0-9])[{ALPHABET}]{{{LENGTH}}}")


def draw_code() -> str:
    """Return a new random code."""
    while True:
        code = draw_signs(LENGTH)
        if is_code(code):
            return code


def is_code(text: str) -> bool:
    """Tell whether `text` is a code in its printed form."""
    return _CODE.fullmatch(text) is not None


def read_code(text: str) -> str | None:
    """Return the printed form of a code as somebody typed it (any case or keyboard, O for 0, I or L for 1)."""
    code = fold(text).strip().upper().translate(_MISREAD)
    return code if is_code(code) else None


def draw_ticket() -> str:
    """Return a new ticket: what the sender of a suggestion asks for its fate with."""
    return draw_signs(TICKET_LENGTH)


def read_ticket(text: str) -> str | None:
    """Return a ticket as somebody typed it, with or without spaces and dashes; None for what can be none."""
    signs = read_signs(text[:40])
    return signs if len(signs) == TICKET_LENGTH and set(signs) <= set(ALPHABET) else None


def in_groups(signs: str) -> str:
    """Return signs as one reads them out: in groups of four."""
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def draw_signs(count: int) -> str:
    """Return so many random signs of the alphabet."""
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def read_signs(text: str) -> str:
    """Return signs of the alphabet as somebody typed them, without the spaces and dashes between groups."""
    return re.sub(r"[\s–-]", "", fold(text)).upper().translate(_MISREAD)
