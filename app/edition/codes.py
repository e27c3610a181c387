"""The pictures of printed codes, where it is known what they say: with a public address they are files like others."""

from collections.abc import Iterator
from functools import partial

from ..domain.content import Content
from ..print.qr import payload_of, qr_svg
from .data import live_codes
from .leaf import Leaf, fingerprint_of
from .site import Site


def code_leaves(content: Content, site: Site) -> Iterator[Leaf]:
    """Yield the picture of every code in use; without a public address a server draws them when asked."""
    if site.public_url is None:
        return
    for entry in live_codes(content):
        payload = payload_of(site.public_url, entry.code)
        yield Leaf(site.qr(entry.code), "image/svg+xml", fingerprint_of(payload), partial(_draw, payload))


def _draw(payload: str) -> bytes:
    return qr_svg(payload).encode()
