"""Passwords of tests cost nothing to keep: at its price a sign-in takes longer than the page that is tested."""

from argon2 import PasswordHasher

from app.library.desk import passwords

OURS = passwords._hasher
"""What the product keeps passwords with."""


def use_light_passwords() -> None:
    """Keep and compare passwords by the same means as the product, at the least price there is."""
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
