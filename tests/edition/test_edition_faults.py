"""What can happen to a builder: stopped half-way, two at once, no room, a damaged folder."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.edition.store import Edition, EditionFault, EditionStore

from .test_edition import build, fails, page, read

SLOW_BUILDER = """
import sys, time
from pathlib import Path
from tests.edition.test_edition import build, page
from app.edition.file import PlannedFile

def slow() -> bytes:
    Path(sys.argv[1], "begun").touch()
    time.sleep(float(sys.argv[2]))
    return b"slow"

slow_file = PlannedFile("slow", "text/plain", "slow", slow)
build(Path(sys.argv[1]), *(page(f"fr/{n}", f"neuf {n}") for n in range(70)), slow_file)
"""


def start_slow_builder(folder: Path, seconds: float) -> subprocess.Popen[bytes]:
    builder = subprocess.Popen([sys.executable, "-c", SLOW_BUILDER, str(folder), str(seconds)])
    while not (folder / "begun").exists():
        assert builder.poll() is None
        time.sleep(0.01)
    return builder


def bodies(folder: Path) -> set[str]:
    return {file.name for file in (folder / "objects").glob("*/*")}


def current(folder: Path) -> Edition:
    edition = EditionStore(folder).current()
    assert edition is not None
    return edition


def test_a_builder_killed_half_way_leaves_the_old_edition(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"))
    builder = start_slow_builder(tmp_path, 30)
    builder.send_signal(signal.SIGKILL)
    builder.wait()
    assert (current(tmp_path).number, read(tmp_path, "fr/")) == (1, page("fr/").make())


def test_the_next_build_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"))
    before = bodies(tmp_path)
    builder = start_slow_builder(tmp_path, 30)
    builder.kill()
    builder.wait()
    assert bodies(tmp_path) > before
    assert build(tmp_path, page("fr/")).number == 1
    assert bodies(tmp_path) == before


def test_two_builders_take_turns(tmp_path: Path) -> None:
    builder = start_slow_builder(tmp_path, 0.5)
    edition = build(tmp_path, page("fr/"))
    assert builder.wait() == 0
    assert (edition.number, current(tmp_path).number) == (2, 2)


def test_a_full_disk_is_said_and_the_old_edition_stays(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"))
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            build(tmp_path, page("fr/", "x" * 100_000, "image/png"))
        except EditionFault as error:
            os._exit(0 if "disque est plein" in str(error) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert read(tmp_path, "fr/") == page("fr/").make()
    assert build(tmp_path, page("fr/", "x" * 100_000)).number == 2


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "editions").write_text("a file, not a folder")
    with pytest.raises(EditionFault, match="n’a pas pu être écrite dans"):
        build(tmp_path / "editions", page("fr/"))


@pytest.mark.parametrize("ledger", [b"", b"{}", b"[1]", b'{"number": 1', b"\xff\xfe"])
def test_a_damaged_ledger_is_no_edition_and_is_made_again(tmp_path: Path, ledger: bytes) -> None:
    build(tmp_path, page("fr/"))
    (tmp_path / "1.json").write_bytes(ledger)
    assert EditionStore(tmp_path).current() is None
    assert build(tmp_path, page("fr/")).number == 2
    assert read(tmp_path, "fr/") == page("fr/").make()


@pytest.mark.parametrize("name", ["2.json", "current"])
def test_when_the_current_edition_is_damaged_the_newest_whole_one_stands_in(tmp_path: Path, name: str) -> None:
    for text in ("un", "deux"):
        build(tmp_path, page("fr/", text))
    (tmp_path / name).write_bytes(b"{")
    assert current(tmp_path).number == (1 if name == "2.json" else 2)


def test_a_body_that_lost_its_bytes_is_found_and_made_again(tmp_path: Path) -> None:
    edition, store = build(tmp_path, page("fr/"), page("en/", "Anglais " * 99)), EditionStore(tmp_path)
    store._path(edition.files["fr/"].sha256).write_bytes(b"")
    assert not store.is_whole(edition)
    store.publish(store.drop_damaged(edition), keep=3)
    again = build(tmp_path, page("fr/"), page("en/", "Anglais " * 99))
    assert (again.number, again.made, store.is_whole(again)) == (1, 1, True)


def test_many_leaves_are_the_same_edition_as_few(tmp_path: Path) -> None:
    planned = [page(f"fr/{n % 150}-{n}", f"Page {n % 150} " * 30) for n in range(300)]
    many = build(tmp_path / "a", *planned)
    for cut in (100, 200, 300):
        few = build(tmp_path / "b", *planned[:cut])
    assert (many.digest, many.made, EditionStore(tmp_path / "a").is_whole(many)) == (few.digest, 300, True)


def test_a_page_that_fails_among_many_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    edition = build(tmp_path, *(page(f"fr/{n}", f"Page {n}") for n in range(200)), fails("en/", "text/html"))
    assert ([each.path for each in edition.unmade], edition.made) == (["en/"], 200)
