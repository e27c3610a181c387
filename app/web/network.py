"""From which network a request comes: a name to count by, which nobody without our secret can turn back."""

import hmac
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from ..publish.site_secret import site_secret
from .request import settings, visitor_address


def visitor_network() -> str:
    """Return what one household has of addresses: of IPv6 the first half, within which a phone draws new ones."""
    address = visitor_address() or "here"
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(int(found) >> 64) if isinstance(found, IPv6Address) else address


def sender_today() -> str:
    """Return a name to count what a network sends today by; tomorrow it has another. Empty for this machine itself."""
    if visitor_address() is None:
        return ""
    return hashed(f"sender {datetime.now(UTC).date()} {visitor_network()}")


def hashed(who: str) -> str:
    """Return a name for who tries something that nobody without our secret can turn back into an address."""
    return hmac.digest(site_secret(settings()), who.encode(), "sha256").hex()
