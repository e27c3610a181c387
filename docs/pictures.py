"""The pictures of the README, taken from the product as it is: a list, a place, the map, and sheets of paper.

make pictures
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from app.print.formats import format_names, read_format
from tests.browser.chromium import find_chromium
from tests.browser.server import Server

FOLDER = Path(__file__).with_name("pictures")
PHONE = {"width": 360, "height": 740}


class Picture(NamedTuple):
    """A page as a phone shows it."""

    name: str
    path: str
    scheme: str = "light"
    ready: str = "html"


QUARTER = "chapelle-nord"
LIBRARY, WALK = "bibliotheque-maurice-genevoix", "autour-de-la-place-hebert"
SHEETS = {
    **{"place": (LIBRARY,), "walk": (WALK,), "territory": (QUARTER,), "theme": ("sante", "--territory", QUARTER)},
    "list": (LIBRARY, "piscine-hebert", WALK),
}
"""What each format, or else each kind of subject, is shown of."""

SHEET_ORDER = (
    *("map", "a3", "a4", "week", "holidays", "school", "theme", "tearoff", "slip"),
    *("stickers", "a5", "list", "booklet", "stamps", "card"),
)
SHELF_PX, GAP_PX, SHEET_SCALE = 1240, 16, 0.075
THUMBNAIL_PX = 192

PICTURES = (
    Picture("home", "/fr/"),
    Picture("list", "/fr/chapelle-nord/", ready="[data-results]"),
    Picture("map", "/fr/chapelle-nord/map", ready="[data-map][data-ready=true]"),
    Picture("arabic", "/ar/chapelle-nord/", scheme="dark", ready="[data-results]"),
)


def take_pictures() -> None:
    """Serve the sample, and write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(whole=True))
        for picture in PICTURES:
            take(browser, server.url, picture)
        browser.close()
        draw_poster(server)
        draw_sheets(server)


def take(browser: Browser, url: str, picture: Picture) -> None:
    """Write one page as a phone shows it."""
    context = browser.new_context(base_url=url, viewport=PHONE, color_scheme=picture.scheme, service_workers="block")
    page = context.new_page()
    page.goto(picture.path)
    page.locator(picture.ready).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    context.close()


def draw_poster(server: Server) -> None:
    """Write a poster as the command draws it, small."""
    with TemporaryDirectory() as folder:
        drawn = Path(folder) / "poster.png"
        server.run("poster", "piscine-hebert", "--yes", "--out", str(drawn))
        shrink(drawn, FOLDER / "poster.png")


def draw_sheets(server: Server) -> None:
    """Write the first page of every format, side by side at one scale, as the command draws them."""
    os.environ["ADEUXPAS_PUBLIC_URL"] = "https://quartier.example"  # without it they are tests, and say so
    with TemporaryDirectory() as folder:
        for name in format_names():
            subjects = SHEETS.get(name) or SHEETS[read_format(name).prints[0]]
            server.run("posters", name, *subjects, "--lang", "fr,ar", "--png", "--out", str(Path(folder) / name))
        pages = [sorted(Path(folder, name).iterdir())[0] for name in SHEET_ORDER]
        beside(pages, FOLDER / "sheets.png")
        for name, page in zip(SHEET_ORDER, pages, strict=True):
            thumbnail(page, read_format(name).typst.with_name("picture.png"))


def beside(pages: Sequence[Path], target: Path) -> None:
    """Write pages in rows, as large to one another as they are on paper."""
    shelf, x, y, high = Image.new("RGB", (SHELF_PX, SHELF_PX), "#dfe5e5"), GAP_PX, GAP_PX, 0
    for page in pages:
        with Image.open(page) as image:
            small = image.convert("RGB").resize(
                (round(image.width * SHEET_SCALE), round(image.height * SHEET_SCALE)), Image.Resampling.LANCZOS
            )
        if x + small.width + GAP_PX > SHELF_PX:
            x, y, high = GAP_PX, y + high + GAP_PX, 0
        shelf.paste(small, (x, y))
        x, high = x + small.width + GAP_PX, max(high, small.height)
    shelf.crop((0, 0, SHELF_PX, y + high + GAP_PX)).quantize(64).save(target, optimize=True)


def thumbnail(page: Path, target: Path) -> None:
    """Write what the studio shows of a format, twice as many pixels as it has on the screen."""
    with Image.open(page) as image:
        small = image.convert("RGB")
        small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX), Image.Resampling.LANCZOS)
        small.quantize(32).save(target, optimize=True)


def shrink(source: Path, target: Path) -> None:
    """Write a drawing as high as the pictures of phones."""
    with Image.open(source) as image:
        width = round(image.width * PHONE["height"] / image.height)
        image.convert("L").resize((width, PHONE["height"]), Image.Resampling.LANCZOS).save(target, optimize=True)


@contextmanager
def served() -> Iterator[Server]:
    """Serve the project's own content from a folder of its own."""
    with TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        server.data.mkdir()
        try:
            yield server.start()
        finally:
            server.stop()


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(take_pictures())
