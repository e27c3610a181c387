"""Whose address a visitor has: behind a proxy of this machine, the one that the proxy saw."""

import pytest

from app.web.request import address_of


@pytest.mark.parametrize(
    ("near", "forwarded", "address"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.1", "198.51.100.7"),
        ("127.0.0.1", "203.0.113.1, 198.51.100.7", "198.51.100.7"),
        ("::1", "198.51.100.7", "198.51.100.7"),
        ("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "", "198.51.100.7"),
        ("::ffff:127.0.0.1", "", None),
        ("::1", "::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8::1", "", "2001:db8::1"),
        ("", "", ""),
    ],
)
def test_the_address_is_that_of_the_visitor(near: str, forwarded: str, address: str | None) -> None:
    assert address_of(near, forwarded) == address
