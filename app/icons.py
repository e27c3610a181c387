"""The icons a phone puts on its home screen, drawn from the one SVG mark."""

import io
from collections.abc import Iterator
from pathlib import Path

import typst
from PIL import Image

ICON_SIZES = (192, 512)
APPLE_SIZE = 180
ICO_SIZES = (16, 32, 48)

# Launchers cut a circle of 40 % of the width around the centre out of a maskable icon: the mark shrinks
# into it, and its ground runs to the edges.
_TILE = 'clip-path="url(#tile)"'
_BOX = 'viewBox="0 0 96 96"'
_MASKABLE_BOX = 'viewBox="-7 -7 110 110"'


class IconError(RuntimeError):
    """The mark is not drawn as the icons need it; the message says what is missing."""


def build_icons(img: Path, out: Path) -> None:
    """Write every icon of `img/logo.svg` into `out`, when the mark is newer."""
    mark = img / "logo.svg"
    if not _is_older(out, mark):
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, content in draw_icons(mark.read_text(encoding="utf-8")):
        (out / name).write_bytes(content)


def draw_icons(mark: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every icon."""
    full = fill_square(mark)
    yield "favicon.svg", mark.encode()
    for size in ICON_SIZES:
        yield f"icon-{size}.png", draw_png(mark, size)
        yield f"maskable-{size}.png", draw_png(full, size)
    yield "apple-touch-icon.png", draw_png(full, APPLE_SIZE)
    yield "favicon.ico", _draw_ico(mark)


def fill_square(mark: str) -> str:
    """Return the mark with its ground to the edges and its drawing inside the safe circle."""
    if _TILE not in mark or _BOX not in mark:
        raise IconError(f"The mark must hold {_TILE} and {_BOX} for a maskable icon.")
    return mark.replace(_TILE, "").replace(_BOX, _MASKABLE_BOX)


def draw_png(svg: str, size: int) -> bytes:
    """Return the SVG as a PNG of `size` × `size` pixels with as few colours as it needs."""
    page = f"#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: none)"
    drawing = "#image(bytes(sys.inputs.svg), width: 100%)"
    drawn = typst.compile(f"{page}\n{drawing}".encode(), sys_inputs={"svg": svg}, format="png", ppi=72)
    with Image.open(io.BytesIO(drawn)) as image:
        return _save(image.quantize(64, method=Image.Quantize.FASTOCTREE), "PNG")


def _draw_ico(mark: str) -> bytes:
    largest = max(ICO_SIZES)
    with Image.open(io.BytesIO(draw_png(mark, largest))) as image:
        return _save(image.convert("RGBA"), "ICO", sizes=[(size, size) for size in ICO_SIZES])


def _save(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _is_older(out: Path, mark: Path) -> bool:
    made = out / "favicon.ico"  # the last one written
    newest = max(mark.stat().st_mtime, Path(__file__).stat().st_mtime)
    return not made.exists() or made.stat().st_mtime < newest
