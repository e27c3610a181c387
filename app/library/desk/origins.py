"""Where a page stands that asks for a key of access, and what is kept of a key (`ceremonies.py` has what is said)."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from ...domain.text import N_
from .faults import KeyFault

ANSWERS_WITHIN_S = 300
"""How long a device may take over its answer; what it is asked is good for no longer."""


@dataclass(frozen=True)
class Origin:
    """Where the page of a ceremony stands, as its browser names it: `https://quartier.example`."""

    text: str
    host: str
    """The only host that a key made there opens."""


@dataclass(frozen=True)
class NewKey:
    """A key as its device has made it: its id in base64url, its public half as COSE, how often it has signed."""

    credential: str
    public_key: bytes
    sign_count: int


def read_origin(text: str) -> Origin:
    """Return where a page stands; raise `KeyFault` where browsers know no keys: plain http, an address of numbers."""
    parts = urlsplit(text)
    host = parts.hostname or ""
    is_here = host == "localhost" or host.endswith(".localhost")
    if not host or _is_number(host) or (parts.scheme != "https" and not is_here):
        raise KeyFault(_NOWHERE)
    return Origin(f"{parts.scheme}://{parts.netloc}", host)


# Private


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


_NOWHERE = N_(
    "Les clés d’accès demandent une adresse en https, avec un nom : ici, entrez avec votre nom et votre mot de passe."
)
