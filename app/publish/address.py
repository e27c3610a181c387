"""Where a site of files will live: a whole address, or only a path prefix when the host is not known yet."""

import re
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from ..domain.text import N_
from .fault import PublicationFault

_PATH = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
_HOST = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")


@dataclass(frozen=True)
class Address:
    """The path prefix that every link begins with, and the whole address where it is known."""

    base: str = "/"
    public_url: str | None = None

    @property
    def slug(self) -> str:
        """The name of a folder for this address; two addresses never share one."""
        said = (self.public_url or "").split("://")[-1] or self.base
        words = re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-") or "root"
        return f"{words[:60]}-{sha256(f'{self.public_url} {self.base}'.encode()).hexdigest()[:6]}"


def read_address(text: str | None, public_url: str | None = None) -> Address:
    """Read `https://host/prefix/` or `/prefix/`; without any, the public address of the settings, else the root."""
    asked = (text or public_url or "/").strip()
    parts = urlsplit(asked)
    is_whole = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc) is not None
    is_prefix = asked.startswith("/") and not parts.netloc
    if not (is_whole or is_prefix) or parts.query or parts.fragment or not _PATH.fullmatch(parts.path):
        raise PublicationFault(
            N_(
                "« %(text)s » n’est pas une adresse\u00a0: écrivez par exemple https://mairie.example/quartiers/18e/, "
                "ou seulement /quartiers/18e/."
            ),
            text=asked,
        )
    path = parts.path.rstrip("/")
    return Address(f"{path}/", f"{parts.scheme}://{parts.netloc}{path}" if is_whole else None)
