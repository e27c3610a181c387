"""The pictures of printed codes, where it is known what they say: with a public address they are files like others."""

from collections.abc import Iterator
from functools import partial

from ..domain.public import PublicContent
from ..site.addresses import Site
from ..site.codes import live_codes
from ..site.qr import payload_of, qr_svg
from .file import PlannedFile, fingerprint_of


def code_files(content: PublicContent, site: Site) -> Iterator[PlannedFile]:
    """Yield the picture of every code in use; without a public address a server draws them when asked."""
    if site.public_url is None:
        return
    for entry in live_codes(content):
        payload = payload_of(site.public_url, entry.code)
        yield PlannedFile(site.qr(entry.code), "image/svg+xml", fingerprint_of(payload), partial(_draw, payload))


def _draw(payload: str) -> bytes:
    return qr_svg(payload).encode()
