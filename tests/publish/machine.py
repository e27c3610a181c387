"""A coordinator's machine: the tiny territory, published once under a prefix."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import commands
from tests.cast.copies import copied
from tests.cast.library import COMMAND, TINY, TODAY
from tests.cast.once import made_once
from tests.library.folders import PLACES, spoil, tiny_copy
from tests.print.conftest import print_shop

__all__ = ["print_shop"]

BASE = "/quartiers/18e/"
ADDRESS = f"https://mairie.example{BASE}"


@pytest.fixture(scope="session")
def unhurried() -> Iterator[None]:
    """The command steps back for servers; the tests that come after it must not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "nice", lambda _: 0)
        yield


@dataclass(frozen=True)
class Machine:
    """A coordinator's machine: a data folder, and the folder of a site."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "ADEUXPAS_DATA": str(self.root / "var"),
            "ADEUXPAS_TODAY": TODAY,
            "LANG": "fr_FR.UTF-8",
            # Two machines of one site seal the same texts to the same bytes.
            "SECRET_KEY": "one site's secret",
        }

    def run(self, *words: object) -> tuple[int, str]:
        done = CliRunner(env=self.environment).invoke(commands, [*map(str, words)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")

    def publish(self, *options: str, address: str = ADDRESS) -> tuple[int, str]:
        return self.run("publish", self.site, "--base-url", address, *options)

    def start(self, *options: str) -> "subprocess.Popen[str]":
        """Publish in a process of its own."""
        words = ["publish", str(self.site), "--base-url", ADDRESS, *options]
        environment = os.environ | self.environment
        return subprocess.Popen(
            [str(COMMAND), *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def edit(self, old: str, new: str) -> None:
        """Change the places of the library."""
        shutil.rmtree(self.root / "content", ignore_errors=True)
        folder = tiny_copy(self.root)
        spoil(folder, PLACES, old, new)
        assert self.run("load", folder)[0] == 0


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory, print_shop: None, unhurried: None) -> Machine:
    """A machine that has published once; tests that change something take a copy."""
    return Machine(copied(made_once(tmp_path_factory, "published", _publish), tmp_path_factory.mktemp("first")))


@pytest.fixture
def machine(first: Machine, tmp_path: Path) -> Machine:
    return Machine(copied(first.root, tmp_path))


def _publish(root: Path) -> None:
    machine = Machine(root)
    machine.run("load", TINY)
    assert machine.publish()[0] == 0
