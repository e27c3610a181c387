"""The two engines beside Chromium; a machine without one skips its tests, and says what is missing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from ..browser.server import Server, served_once
from .drivers import Browser, firefox, missing, webkit

Opener = Callable[[], AbstractContextManager[Browser]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.engines)


@pytest.fixture(params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Open a browser; Firefox finds its profile again when it is opened again."""
    if lacking := missing(request.param):
        pytest.skip(f"{request.param}: {lacking} not installed")
    return partial({"firefox": firefox, "webkit": webkit}[request.param], tmp_path / "profile")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server, not started, whose edition is made."""
    return served_once(tmp_path_factory)


@pytest.fixture
def lone(made: Server, tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, to be stopped."""
    running = made.copy(tmp_path / "served").start()
    yield running
    running.stop()
