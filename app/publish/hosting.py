"""What hosts need to be told: types, headers and codes, in the words of Netlify and Cloudflare, nginx and Apache."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from ..edition.static_files import MEDIA_TYPES
from ..edition.walks.files import DOWNLOADS
from ..site.addresses import Site
from ..site.headers import Headers, security_headers
from .current import LASTING
from .layout import File

SAMPLES = Path(__file__).with_name("samples")
BARE = "application/geo+json"
"""The type of files without an extension: the places under `api/v1/`."""

TYPES = {
    **{suffix: media_type.split(";")[0] for suffix, media_type in MEDIA_TYPES.items()},
    ".bin": "application/octet-stream",
    ".geojson": "application/geo+json",
    ".gpx": "application/gpx+xml",
    ".gz": "application/gzip",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".pdf": "application/pdf",
    ".pmtiles": "application/vnd.pmtiles",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}

_MISREAD = {"0": "0o", "1": "1il"}
_MOST = 200
"""How many spellings of one code are worth a line each."""


def hosting_files(site: Site, codes: Iterable[str]) -> Iterator[File]:
    """Yield `_headers`, an empty `.nojekyll`, and samples for nginx and Apache in `.adeuxpas/`."""
    headers = security_headers(site.public_url if site.base == "/" else None)  # a prefix is a guest on its host
    yield _file("_headers", _netlify(site, headers))
    yield _file(".nojekyll", "")
    values = {
        "base": site.base,
        "escaped": re.escape(site.base),
        # Two sites of one nginx must not share their variables.
        "slug": sha256(site.address().encode()).hexdigest()[:6],
        "host": urlsplit(site.public_url or "").hostname or "_",
        "bare": BARE,
    }
    yield _file(".adeuxpas/nginx.conf", _filled("nginx.conf", values | _nginx(headers, codes)))
    yield _file(".adeuxpas/htaccess", _filled("apache.conf", values | _apache(headers)))


# Private


def _file(name: str, text: str) -> File:
    data = text.encode()
    return File(name, sha256(data).hexdigest(), len(data), lambda: data)


def _filled(sample: str, values: Mapping[str, str]) -> str:
    text = (SAMPLES / sample).read_text(encoding="utf-8")
    return re.sub(r"@([a-z]+)@", lambda found: values[found[1]], text)


def _netlify(site: Site, headers: Headers) -> str:
    """Both hosts ask phones to look again each time; said twice, a header would have both values."""
    rules = {
        "*": headers,
        "api/*": (("Access-Control-Allow-Origin", "*"),),
        "api/v1/places/*": (("Content-Type", BARE),),
        f"{DOWNLOADS}*": (("Content-Disposition", "attachment"),),
        "maps/*": (("Content-Type", TYPES[".pmtiles"]),),
        "packs/:territory/*": (
            ("Content-Type", TYPES[".gz"]),
            ("Cache-Control", LASTING),
        ),
    }
    blocks = (
        "\n".join([site.base + path, *(f"  {name}: {text}" for name, text in said)]) for path, said in rules.items()
    )
    return "\n\n".join(blocks) + "\n"


def _nginx(headers: Headers, codes: Iterable[str]) -> dict[str, str]:
    types = sorted((media_type, suffix[1:]) for suffix, media_type in TYPES.items())
    return {
        "codes": "\n".join(f"  {typed} {code};" for code in sorted(codes) for typed in spellings(code)),
        "types": "\n".join(f"      {media_type} {suffix};" for media_type, suffix in types),
        "headers": "\n".join(f'    add_header {name} "{text}" always;' for name, text in headers),
    }


def _apache(headers: Headers) -> dict[str, str]:
    return {
        "types": "\n".join(f"  AddType {media_type} {suffix}" for suffix, media_type in sorted(TYPES.items())),
        "headers": "\n".join(f'  Header always set {name} "{text}"' for name, text in headers),
    }


def spellings(code: str) -> list[str]:
    """Return how a code may be typed, in lower case: maps of nginx ignore the case."""
    typed = ["".join(letters) for letters in product(*(_MISREAD.get(letter, letter) for letter in code.lower()))]
    return typed[:_MOST]
