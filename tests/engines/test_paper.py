"""Nothing that is folded on the screen is lost on paper, in Firefox and WebKit either; and Firefox prints it all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..browser.printing import NEEDS_POPPLER, Printed
from ..browser.server import Server
from .conftest import Opener
from .drivers import Browser, firefox, missing

WITH_A_SERVICE = "fr/places/espace-19-numerique"
FOLDED = "document.querySelector('details.more-hours')"


def test_a_week_is_unfolded_for_paper_and_folded_again(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        browser.open(f"{lone.url}/{WITH_A_SERVICE}")
        told = [f"{FOLDED}.open"]
        for event in ("beforeprint", "afterprint"):
            told.append(f"(dispatchEvent(new Event('{event}')), {FOLDED}.open)")
        assert browser.run(f"await customElements.whenDefined('share-button'); return [{', '.join(told)}]") == [
            False,
            True,
            False,
        ]


@pytest.fixture(scope="module")
def printer(made: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Server]]:
    """One Firefox that prints page after page, and the server it reads."""
    if lacking := missing("firefox"):
        pytest.skip(f"firefox: {lacking} not installed")
    folder = tmp_path_factory.mktemp("printer")
    running = made.copy(folder / "served").start()
    with firefox(folder / "profile") as browser:
        yield browser, running
    running.stop()


@NEEDS_POPPLER
@pytest.mark.parametrize(
    ("path", "facts"),
    [
        (WITH_A_SERVICE, ["10 h – 12 h 30", "167 rue de Crimée"]),
        ("fr/chapelle-nord/", ["01 40 38 65 40", "mercredi : 10 h – 19 h", "57 rue de la Chapelle"]),
        ("fr/chapelle-nord/map", ["01 40 38 65 40", "OpenStreetMap"]),
    ],
)
def test_firefox_prints_the_facts_and_the_code(
    printer: tuple[Browser, Server], tmp_path: Path, path: str, facts: list[str]
) -> None:
    (browser, server), file = printer, tmp_path / "printed.pdf"
    browser.open(f"{server.url}/{path}")
    file.write_bytes(browser.print_page())
    printed = Printed(file)
    assert [fact for fact in facts if fact not in printed.text] == []
    assert printed.codes[0].startswith(f"{server.url.upper()}/")
