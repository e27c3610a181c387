"""The pictures of printed codes, where it is known what they say: with a public address they are files like others."""

from collections.abc import Iterable, Iterator
from functools import partial

from ..domain.public import PublicContent
from ..site.addresses import Site
from ..site.codes import is_live
from ..site.qr import payload_of, qr_svg
from .bundles import Bundle, in_bundles
from .file import PlannedFile, fingerprint_of
from .groups import GROUPS
from .open_data import all_codes


@in_bundles
def code_files(content: PublicContent, site: Site) -> Iterator[Bundle]:
    """Yield the picture of every code in use; without a public address a server draws them when asked."""
    if site.public_url is not None:
        codes = tuple(code for code, target in all_codes(content).items() if is_live(target))
        yield from GROUPS.take("codes", (site, codes), partial(_pictures, site, site.public_url, codes)).bundles


# Private


def _pictures(site: Site, public_url: str, codes: Iterable[str]) -> Iterator[PlannedFile]:
    for code in codes:
        payload = payload_of(public_url, code)
        yield PlannedFile(site.qr(code), "image/svg+xml", fingerprint_of(payload), partial(_draw, payload))


def _draw(payload: str) -> bytes:
    return qr_svg(payload).encode()
