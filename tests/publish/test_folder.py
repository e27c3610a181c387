"""A folder of files that others may have put things in: what changed is written, nothing else is touched."""

import json
import multiprocessing
import os
import signal
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from app.publish.fault import PublicationFault
from app.publish.folder import LEDGER, Report, write_folder
from app.publish.layout import File, file_of, rank

SITE = {f"fr/places/{n}/index.html": f"<p>{n}</p>" for n in range(40)} | {"sw.js": "work()", "a/b.json": "{}"}


def files(site: dict[str, str]) -> list[File]:
    return [File(name, sha256(text.encode()).hexdigest(), len(text), text.encode) for name, text in site.items()]


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file with what changes when it is written."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {str(f.relative_to(folder)): (f.stat().st_ino, f.stat().st_mtime_ns) for f in found}


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in state(folder) if name != LEDGER}


def test_it_writes_every_file_and_a_list_of_them(tmp_path: Path) -> None:
    assert write_folder(tmp_path / "new" / "site", files(SITE)) == Report(42, 0, 0)
    assert texts(tmp_path / "new" / "site") == SITE


def test_the_same_again_writes_nothing_at_all(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    before = state(tmp_path)
    assert write_folder(tmp_path, files(SITE)) == Report(0, 42, 0)
    assert state(tmp_path) == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    before = state(tmp_path)
    assert write_folder(tmp_path, files(SITE | {"a/b.json": "[]"})) == Report(1, 41, 0)
    after = state(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {"a/b.json", LEDGER}


@pytest.mark.parametrize("text", [None, "", "<p>x</p>"])
def test_a_file_lost_or_changed_by_others_is_written_again(tmp_path: Path, text: str | None) -> None:
    write_folder(tmp_path, files(SITE))
    file = tmp_path / "fr/places/7/index.html"
    file.unlink() if text is None else file.write_text(text)
    assert write_folder(tmp_path, files(SITE)) == Report(1, 41, 0)
    assert texts(tmp_path) == SITE


def test_a_copy_with_other_times_is_recognised_by_its_bytes(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    for name in SITE:
        os.utime(tmp_path / name, (1, 1))
    assert write_folder(tmp_path, files(SITE)) == Report(0, 42, 0)


def test_what_is_gone_goes_with_its_empty_folders_and_no_stranger(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    (tmp_path / "fr/places/8/photo.jpg").write_text("theirs")
    kept = {name: text for name, text in SITE.items() if not name.startswith(("fr/places/7/", "fr/places/8/"))}
    assert write_folder(tmp_path, files(kept)) == Report(0, 40, 2)
    assert texts(tmp_path) == kept | {"fr/places/8/photo.jpg": "theirs"}
    assert not (tmp_path / "fr/places/7").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write_folder(tmp_path, files({"a": "1", "b/c": "2"}))
    write_folder(tmp_path, files({"a/d": "3", "b": "4"}))
    assert texts(tmp_path) == {"a/d": "3", "b": "4"}


def test_a_folder_of_strangers_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "theses.doc").write_text("theirs")
    with pytest.raises(PublicationFault, match="ne viennent pas d’ici"):
        write_folder(tmp_path, files(SITE))
    assert texts(tmp_path) == {"theses.doc": "theirs"}


def test_with_force_strangers_are_left_beside(tmp_path: Path) -> None:
    (tmp_path / "theses.doc").write_text("theirs")
    write_folder(tmp_path, files(SITE), force=True)
    write_folder(tmp_path, files({"sw.js": "work()"}))
    assert texts(tmp_path) == {"theses.doc": "theirs", "sw.js": "work()"}


def test_hidden_files_of_tools_are_no_strangers(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert write_folder(tmp_path, files(SITE)).written == 42


def test_a_stranger_of_the_same_name_stops_the_run(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    (tmp_path / "new.html").write_text("theirs")
    before = state(tmp_path)
    with pytest.raises(PublicationFault, match=r"new\.html ne vient pas d’ici"):
        write_folder(tmp_path, files(SITE | {"new.html": "ours", "sw.js": "changed()"}))
    assert state(tmp_path) == before
    assert write_folder(tmp_path, files(SITE | {"new.html": "ours"}), force=True).written == 1


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": {"a": 1}}', '{"files": []}'])
def test_a_damaged_list_is_said(tmp_path: Path, damage: str) -> None:
    write_folder(tmp_path, files(SITE))
    (tmp_path / LEDGER).write_text(damage)
    with pytest.raises(PublicationFault, match="est abîmée"):
        write_folder(tmp_path, files(SITE))
    assert write_folder(tmp_path, files(SITE), force=True) == Report(0, 42, 0)


def die(folder: Path, turn: int) -> None:
    """Write the site, and be killed in the middle of one of its files."""

    def read(text: str) -> bytes:
        nonlocal turn
        turn -= 1
        if turn == 0:
            (folder / ".adeuxpas.new").write_bytes(b"h")
            os.kill(os.getpid(), signal.SIGKILL)
        return text.encode()

    write_folder(folder, [File(f.name, f.mark, f.size, partial(read, SITE[f.name])) for f in files(SITE)])


@pytest.mark.parametrize("turn", [1, 20, 42])
def test_a_run_that_is_killed_is_completed_by_the_next(tmp_path: Path, turn: int) -> None:
    killed = multiprocessing.get_context("fork").Process(target=die, args=(tmp_path, turn))
    killed.start()
    killed.join()
    assert killed.exitcode == -signal.SIGKILL
    whole = {name: text for name, text in texts(tmp_path).items() if not name.startswith(".")}
    assert whole.items() <= SITE.items() and len(whole) == turn - 1
    assert write_folder(tmp_path, files(SITE)) == Report(43 - turn, turn - 1, 0)
    assert texts(tmp_path) == SITE


def test_a_full_or_forbidden_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublicationFault, match="n’a pas pu être écrit dans"):
        write_folder(tmp_path / "file" / "site", files(SITE))


def test_what_names_others_comes_after_them() -> None:
    names = ["sw.js", "edition-line.json", "edition.json", "packs/a.json", "fr/index.html", "static/gen/app.js"]
    others = ["static/gen/chunks/chunk-A.js", "packs/a/1.gz", "hours/a.json"]
    assert [rank(name) for name in names] == sorted((rank(name) for name in names), reverse=True)
    assert max(map(rank, others)) < min(map(rank, names))
    assert rank("sw.js.br") == rank("sw.js.gz") == rank("sw.js")


@pytest.mark.parametrize(
    ("path", "media_type", "name"),
    [
        ("", "text/html; charset=utf-8", "index.html"),
        ("fr/nord/", "text/html; charset=utf-8", "fr/nord/index.html"),
        ("fr/places/abc", "text/html; charset=utf-8", "fr/places/abc/index.html"),
        ("404.html", "text/html; charset=utf-8", "404.html"),
        ("api/v1/places/abc", "application/geo+json", "api/v1/places/abc"),
        ("sw.js", "text/javascript; charset=utf-8", "sw.js"),
    ],
)
def test_a_page_is_a_folder_with_an_index(path: str, media_type: str, name: str) -> None:
    assert file_of(path, media_type) == name


def test_the_list_is_readable_by_people(tmp_path: Path) -> None:
    write_folder(tmp_path, files(SITE))
    assert set(json.loads((tmp_path / LEDGER).read_text())["files"]) == set(SITE)
