"""Paper needs fonts and pictograms that are built from npm packages: build them once, or say why not."""

from dataclasses import replace

import pytest

from app.domain.content import Content
from app.domain.place import Status
from app.pictograms import build_pictograms
from app.print.fonts import build_fonts
from app.print.glyphs import FONTS
from app.print.pictogram import SPRITE
from app.site.addresses import Site
from tests.cast.content import ROOT, read_tiny, sample

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
    return read_tiny()


@pytest.fixture(scope="session")
def real() -> Content:
    """The four neighbourhoods of the project."""
    return sample()


@pytest.fixture(scope="session")
def site() -> Site:
    """A site with a short public address."""
    return Site(("fr", "en", "ar", "es"), "1", public_url="https://kq.example")


def changed(content: Content, place: str, **facts: object) -> Content:
    """The content with some facts of a place replaced."""
    if "status" in facts:
        facts["status"] = Status(facts["status"])
    return replace(content, places={**content.places, place: content.places[place].model_copy(update=facts)})
