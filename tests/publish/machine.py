"""A coordinator's machine: the tiny territory, published once under a prefix."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import commands
from tests.conftest import TINY
from tests.library.folders import PLACES, spoil, tiny_copy
from tests.print.conftest import print_shop

__all__ = ["print_shop"]

BASE = "/quartiers/18e/"
ADDRESS = f"https://mairie.example{BASE}"
COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]


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
        return {"ADEUXPAS_DATA": str(self.root / "var"), "ADEUXPAS_TODAY": "2026-11-18", "LANG": "fr_FR.UTF-8"}

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
            [*COMMAND, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
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
    machine = Machine(tmp_path_factory.mktemp("first"))
    machine.run("load", TINY)
    assert machine.publish()[0] == 0
    return machine


@pytest.fixture
def machine(first: Machine, tmp_path: Path) -> Machine:
    shutil.copytree(first.root, tmp_path, dirs_exist_ok=True)
    return Machine(tmp_path)
