"""A disk that is full, and one that is damaged: said as what they are, and over by themselves."""

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import commands
from tests.cast.library import TINY, surroundings, take_library, tiny_library

from .conftest import publish_into
from .serving import Server, running, wait_until
from .test_suggestions_killed import SERVE, post

KEY = "7b0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e%02x"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", folder], capture_output=True)
    if made.returncode:
        pytest.skip("only an administrator can mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def run(data: Path, *words: str) -> Result:
    """Run a command of the product as somebody types it."""
    return CliRunner(env=surroundings(data)).invoke(commands, words)


def fill(folder: Path) -> Path:
    """Write until nothing more fits."""
    filling = folder / "filling"
    with contextlib.suppress(OSError), filling.open("wb", buffering=0) as file:
        while file.write(bytes(4096)) == 4096:
            pass
    return filling


def health(server: Server) -> dict[str, object]:
    found: dict[str, object] = json.loads(server.ask("/healthz").body)
    return found


def filled(data: Path, factory: pytest.TempPathFactory) -> Path:
    """Put a library and an edition into a data folder."""
    take_library(tiny_library(factory), data)
    publish_into(data)
    return data


def test_a_full_disk_is_said_and_goes_by_itself(small_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = filled(small_disk / "var", tmp_path_factory)
    with running(data, SERVE) as server:
        assert post(server.port, KEY % 0) == 201
        filling = fill(small_disk)
        statuses = {post(server.port, KEY % number) for number in range(1, 5)}
        assert (statuses, server.ask("/fr/about").status) == ({503}, 200)
        told = health(server)
        assert (told["status"], "disque est plein" in str(told["reason"])) == ("degraded", True)
        for words in (["suggestions"], ["status", "bibliotheque-des-tilleuls"], ["load", str(TINY)]):
            done = run(data, *words)
            assert "abîmée" not in done.stderr, done.stderr
            assert done.exit_code == 0 or "Le disque est plein\u00a0: 0 Mo libres, il en faut" in done.stderr.replace(
                "plein :", "plein\u00a0:"
            )
        filling.unlink()
        wait_until(lambda: health(server)["status"] == "ok")
        assert post(server.port, KEY % 1) == 201


def test_a_message_that_cannot_be_stored_is_said_once(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = filled(tmp_path / "var", tmp_path_factory)
    with running(data, SERVE) as server:
        assert health(server)["status"] == "ok"
        kept = (data / "adeuxpas.db").read_bytes()
        (data / "adeuxpas.db").write_bytes(b"not a database at all" * 500)
        assert {post(server.port, KEY % number) for number in range(6)} == {503}
        told = server.ask("/healthz")
        assert (told.status, json.loads(told.body)["status"]) == (200, "degraded")
        assert "abîmée" in json.loads(told.body)["reason"]
        assert server.said.read_text().count("abîmée") == 1
        (data / "adeuxpas.db").write_bytes(kept)
        wait_until(lambda: health(server)["status"] == "ok")
        assert "de nouveau rangés" in server.said.read_text()
