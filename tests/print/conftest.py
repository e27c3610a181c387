"""Paper needs fonts and pictograms that are built from npm packages: build them once, or say why not."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.content import Content
from app.domain.place import Status
from app.exchange.native import read_content
from app.pictograms import build_pictograms
from app.print.fonts import build_fonts
from app.print.glyphs import FONTS
from app.print.pictogram import SPRITE
from app.site.addresses import Site

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / "node_modules"


@pytest.fixture(scope="session")
def print_shop() -> None:
    """The fonts and the sprite that sheets are drawn with."""
    if not (NODE_MODULES / "@expo-google-fonts").is_dir():
        pytest.skip("the npm packages are not installed")
    build_fonts(NODE_MODULES, FONTS)
    build_pictograms(NODE_MODULES, SPRITE)


@pytest.fixture(scope="session")
def tiny() -> Content:
    """The tiny territory."""
    return _read(ROOT / "tests" / "content" / "tiny")


@pytest.fixture(scope="session")
def real() -> Content:
    """The four neighbourhoods of the project."""
    return _read(ROOT)


@pytest.fixture(scope="session")
def site() -> Site:
    """A site with a short public address."""
    return Site(("fr", "en", "ar", "es"), "1", public_url="https://kq.example")


def changed(content: Content, place: str, **facts: object) -> Content:
    """The content with some facts of a place replaced."""
    if "status" in facts:
        facts["status"] = Status(facts["status"])
    return replace(content, places={**content.places, place: content.places[place].model_copy(update=facts)})


def _read(folder: Path) -> Content:
    content, problems = read_content(folder)
    assert content is not None, [problem.tell() for problem in problems]
    return content
