import io
from pathlib import Path

import pytest
from PIL import Image

from app.icons import IconError, build_icons, draw_png, fill_square

IMG = Path(__file__).parents[2] / "app" / "static" / "img"


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("icons")
    build_icons(IMG, out)
    return out


@pytest.mark.parametrize(
    ("name", "size"),
    [("icon-192", 192), ("icon-512", 512), ("maskable-192", 192), ("maskable-512", 512), ("apple-touch-icon", 180)],
)
def test_it_draws_an_icon_of_the_right_size_in_few_bytes(icons: Path, name: str, size: int) -> None:
    file = icons / f"{name}.png"
    with Image.open(file) as image:
        assert image.size == (size, size)
    assert file.stat().st_size < 12_000


@pytest.mark.parametrize("name", ["maskable-512", "apple-touch-icon"])
def test_a_maskable_icon_is_opaque_to_its_corners(icons: Path, name: str) -> None:
    with Image.open(icons / f"{name}.png") as image:
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def test_a_plain_icon_has_round_corners(icons: Path) -> None:
    with Image.open(icons / "icon-512.png") as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0


def test_the_mark_stays_inside_the_circle_that_launchers_cut(icons: Path) -> None:
    with Image.open(icons / "maskable-512.png") as image:
        light = image.convert("RGBA").getchannel("R").point(lambda red: 255 if red > 200 else 0)
    centre, radius = 256, 0.4 * 512
    lit = [(x, y) for x in range(0, 512, 4) for y in range(0, 512, 4) if light.getpixel((x, y))]
    assert max((x - centre) ** 2 + (y - centre) ** 2 for x, y in lit) <= radius**2


def test_the_favicon_holds_three_sizes(icons: Path) -> None:
    with Image.open(icons / "favicon.ico") as image:
        assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_icons_newer_than_the_mark_are_left_alone(icons: Path) -> None:
    before = (icons / "icon-512.png").stat().st_mtime_ns
    build_icons(IMG, icons)
    assert (icons / "icon-512.png").stat().st_mtime_ns == before


def test_it_refuses_a_mark_without_its_tile() -> None:
    with pytest.raises(IconError, match="clip-path"):
        fill_square('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"/>')


def test_it_draws_any_svg() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#f00" d="M0 0h1v1H0z"/></svg>'
    with Image.open(io.BytesIO(draw_png(svg, 8))) as image:
        assert image.convert("RGBA").getpixel((4, 4))[:3] == (255, 0, 0)
