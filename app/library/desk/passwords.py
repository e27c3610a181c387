"""Passwords, kept as argon2id makes them (argon2-cffi).

Its cost is the least that OWASP's cheat sheet on password storage allows (19 MiB, two passes, one lane): the server has
two threads and may be a small machine, and attempts are few (`attempts.py`).
"""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from .faults import WeakPassword

LEAST = 10
MOST = 200
"""Signs: who sends a megabyte would have the server work on it."""

_LEAST_DIFFERENT = 5
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_password(password: str, name: str) -> str:
    """Return what to keep of a password; raise `WeakPassword` for one that would be guessed."""
    folded = password.casefold()
    is_weak = len(password) < LEAST or len(set(folded)) < _LEAST_DIFFERENT or folded in (name.casefold() * 20)
    if is_weak or len(password) > MOST:
        raise WeakPassword(least=LEAST)
    return _hasher.hash(password)


def hash_pin(pin: str) -> str:
    """Return what to keep of digits: few tries keep them from being guessed, this keeps them from being read."""
    return _hasher.hash(pin)


def is_right(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one kept; for nobody it takes as long."""
    try:
        return _hasher.verify(kept or _NOBODY, password[:MOST]) and kept is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$mvacHu+9HcdEWdabBlXFnw$orngfYKq//FwN3zTKW/kdtpQPHNyK8BL3MdMJP1lRBw"
"""A hash that no password gives: an unknown name is answered no sooner than a wrong password."""
