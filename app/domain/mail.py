"""The server that letters leave by, if the site has one, and the addresses they go to."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .fault import Fault
from .text import N_

_LONGEST = 254
_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"(?=.{{1,64}}@){_LOCAL}@(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]", re.ASCII | re.IGNORECASE)
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_PORTS = {"smtp": 587, "smtps": 465}


class MailFault(Fault):
    """A letter that cannot be sent; the sentence says why."""


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed in, as whom, and from which address they come."""

    host: str
    port: int
    sender: str
    is_tls: bool
    """From the first byte (`smtps://`); otherwise it is asked for (STARTTLS), and insisted on."""

    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_here(self) -> bool:
        """Tell whether it is a server of this machine: nobody listens on the way there."""
        return self.host in _THIS_MACHINE


def read_mail_server(url: str, sender: str) -> MailServer:
    """Return a server as an address names it (`smtp://user:password@host:587`); raise `ValueError` for no such one."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(parts.scheme)
    host = parts.hostname.encode("idna").decode()
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not (user + password).isascii():  # what a server is sent when somebody signs in
        raise ValueError(parts.scheme)
    return MailServer(host, parts.port or _PORTS[parts.scheme], sender, parts.scheme == "smtps", user, password)


def read_address(text: str) -> str:
    """Return an e-mail address as somebody typed it; raise `MailFault` for what no letter reaches."""
    address = text.strip()
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise MailFault(_NO_ADDRESS)
    return address


_NO_ADDRESS = N_("Cette adresse ne se lit pas : écrivez-la comme relais@quartier.example, une seule.")
