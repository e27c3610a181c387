"""`adeuxpas serve` over the tiny library, from the first start to the last request."""

import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import commands
from tests.cast.copies import copied
from tests.cast.library import TINY, run_command, surroundings, tiny_edition

from .serving import Answer, Server, free_port, running, wait_until

POSTER = "/poster/B1BT11.pdf"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the tiny library and its edition."""
    return copied(tiny_edition(tmp_path_factory), tmp_path_factory.mktemp("serve") / "var")


@pytest.fixture(scope="module")
def server(printed: Path) -> Iterator[Server]:
    with running(printed) as server:
        yield server


def test_the_same_library_is_not_printed_again(printed: Path) -> None:
    assert "0 fichier fait" in run(printed, "edition").output


def test_it_says_where_it_is(server: Server) -> None:
    said = server.said.read_text()
    assert f"À deux pas est ouvert\u00a0: http://127.0.0.1:{server.port}" in said
    assert "Édition" in said


def test_a_request_in_flight_is_answered_before_it_stops(printed: Path) -> None:
    answers: list[Answer] = []
    with running(printed) as server:
        visitor = threading.Thread(target=lambda: answers.append(server.ask(POSTER)))
        visitor.start()
        visitor.join(0.2)
        assert server.stop(signal.SIGTERM) == 0
        visitor.join()
    assert (answers[0].status, answers[0].body[:5], answers[0].body.rstrip().endswith(b"%%EOF")) == (
        200,
        b"%PDF-",
        True,
    )


def test_a_taken_port_is_a_sentence(server: Server, printed: Path) -> None:
    second = run_command(printed, "serve", PORT=str(server.port))
    assert second.returncode == 2
    assert f"127.0.0.1:{server.port}" in second.stderr
    assert "Traceback" not in second.stderr


def test_pages_outlive_the_database(server: Server, printed: Path) -> None:
    kept = {file: file.read_bytes() for file in printed.glob("adeuxpas.db*")}
    for file in kept:
        file.unlink()
    assert {server.ask(f"/{lang}/places/bibliotheque-des-tilleuls").status for lang in ("fr", "ar")} == {200}
    busy = server.ask(POSTER)
    for file, data in kept.items():
        file.write_bytes(data)
    assert (busy.status, busy.headers["retry-after"]) == (503, "5")


def test_a_changed_library_is_printed_and_served(server: Server, printed: Path, tmp_path: Path) -> None:
    folder = copy_with(tmp_path, "Bibliothèque des Tilleuls", "Médiathèque des Tilleuls")
    try:
        assert run(printed, "load", str(folder)).exit_code == 0
        place = "/fr/places/bibliotheque-des-tilleuls"
        wait_until(lambda: "Médiathèque des Tilleuls".encode() in server.ask(place).body)
    finally:
        run(printed, "load", str(TINY))


@pytest.mark.parametrize("data", ["file", "/proc/nowhere"])
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path, data: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    refused = run_command(tmp_path / data, "serve", PORT="1")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)


def test_a_damaged_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "adeuxpas.db").write_bytes(b"not a database at all" * 500)
    refused = run_command(tmp_path, "serve", PORT=str(free_port()))
    assert (refused.returncode, refused.stderr.count("\n"), "abîmée" in refused.stderr) == (2, 1, True)


def test_with_a_damaged_database_the_edition_made_before_is_served(printed: Path, tmp_path: Path) -> None:
    data = shutil.copytree(printed, tmp_path / "var")
    for file in data.glob("adeuxpas.db*"):
        file.write_bytes(b"not a database at all" * 500)
    with running(data) as server:
        assert server.ask("/fr/").status == 200
        assert "reste en ligne" in server.said.read_text()


def run(data: Path, *words: str) -> Result:
    """Run another command beside the server, as somebody types it."""
    return CliRunner(env=surroundings(data)).invoke(commands, words)


def copy_with(folder: Path, old: str, new: str) -> Path:
    for file in TINY.rglob("*"):
        if file.is_file():
            copy = folder / file.relative_to(TINY)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(file.read_text().replace(old, new))
    return folder
