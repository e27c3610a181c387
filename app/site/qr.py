"""Codes to scan: what they say, and how they are drawn.

A code holds `HTTPS://HOST/CODE` in upper case: letters of QR's alphanumeric mode make version 2 do for
29 characters at level M. Version 1 has no alignment pattern and fails when the phone is tilted, so 2 is
the least; a stronger level is taken only while it costs no larger version, since smaller modules lose
more range than correction gives back.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode

from ..domain.problem import Problem
from ..domain.text import N_

MIN_VERSION = 2
QUIET_MODULES = 4
"""Empty modules on each side (ISO/IEC 18004)."""

_LEVELS = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}

TEST_BASE = "http://127.0.0.1:8000"
"""Where a code of a test print points when no public address is set."""


@dataclass(frozen=True)
class Matrix:
    """The dark modules of a code, row by row, without the quiet zone."""

    payload: str
    version: int
    level: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on a side."""
        return len(self.rows)


def payload_of(public_url: str, code: str) -> str:
    """Return what a code says: the address of its short link, in upper case.

    Scheme, host and our short links ignore case; a path prefix belongs to the web server in front of us,
    so it keeps its own.
    """
    parts = urlsplit(public_url)
    payload = f"{parts.scheme}://{parts.netloc}".upper() + parts.path.rstrip("/") + f"/{code.upper()}"
    if not payload.isascii():
        raise ValueError(f"{payload} is not ASCII: readers guess the encoding of anything else")
    return payload


def short_address(public_url: str, code: str) -> str:
    """Return the address as it is printed beside a code: without its scheme, in lower case but for a path prefix."""
    host, slash, prefix = public_url.rstrip("/").split("://", 1)[-1].partition("/")
    return f"{host.lower()}{slash}{prefix}/{code.lower()}"


@lru_cache(maxsize=256)
def matrix(payload: str) -> Matrix:
    """Return the code for a payload: version 2 or the next that holds it at level M, then the best free level."""
    version = _best_version(payload, "M")
    level = next((name for name in "HQ" if _best_version(payload, name) == version), "M")
    code = _make(payload, version, level)
    rows = tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
    return Matrix(payload, version, level, rows)


def payload_problems(public_url: str | None, code: str) -> list[Problem]:
    """Say what makes a printed code weaker than it could be, or a test only."""
    if public_url is None:
        sentence = N_("Aucune adresse publique n’est réglée (ADEUXPAS_PUBLIC_URL) : c’est une affiche d’essai.")
        return [Problem("", code, sentence, warning=True)]
    made = matrix(payload_of(public_url, code))
    if made.version == MIN_VERSION:
        return []
    sentence = N_("L’adresse {host} est longue : le code à scanner a {size} carrés de côté au lieu de 25.")
    values = {"host": urlsplit(public_url).netloc or public_url, "size": made.size}
    return [Problem("", code, sentence, values, warning=True)]


def qr_svg(payload: str, *, ground: bool = True) -> str:
    """Return the code as an SVG, one unit a module, quiet zone included; without `ground` the paper is its white."""
    made = matrix(payload)
    side = made.size + 2 * QUIET_MODULES
    white = f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>' if ground else ""
    # Rows overlap by a hair: viewers that soften edges would show white seams between them.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">{white}'
        f'<path stroke="#000" stroke-width="1.02" d="{_strokes(made)}"/></svg>'
    )


def qr_png(payload: str, module_px: int = 8) -> bytes:
    """Return the code as a PNG of 1 bit a pixel, `module_px` whole pixels a module, quiet zone included."""
    made = matrix(payload)
    side = made.size + 2 * QUIET_MODULES
    small = Image.new("1", (side, side), 1)
    for y, row in enumerate(made.rows):
        for x, is_dark in enumerate(row):
            small.putpixel((x + QUIET_MODULES, y + QUIET_MODULES), 0 if is_dark else 1)
    buffer = io.BytesIO()
    small.resize((side * module_px,) * 2, Image.Resampling.NEAREST).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _best_version(payload: str, level: str) -> int:
    code = _draft(payload, level)
    return int(code.best_fit(start=MIN_VERSION))


def _make(payload: str, version: int, level: str) -> QRCode:
    code = _draft(payload, level)
    code.version = version
    code.make(fit=False)
    return code


def _draft(payload: str, level: str) -> QRCode:
    code = QRCode(border=0, error_correction=_LEVELS[level])
    code.add_data(payload)
    return code


def _strokes(made: Matrix) -> str:
    return "".join(_row_strokes(row, y + QUIET_MODULES) for y, row in enumerate(made.rows))


def _row_strokes(row: Sequence[bool], y: int) -> str:
    drawn, pen = "", 0
    for start, length in _runs(row):
        drawn += f"m{start - pen} 0h{length}" if drawn else f"M{start + QUIET_MODULES} {y}.5h{length}"
        pen = start + length
    return drawn


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for x, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            yield start, x - start
            start = None
