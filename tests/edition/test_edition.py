"""An edition: incremental, numbered, whole or not at all."""

import gzip
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from app.edition.build import build_edition
from app.edition.file import PlannedFile
from app.edition.store import Edition, EditionFault, EditionStore
from app.site.addresses import Site

DAY = date(2026, 11, 18)
LONG = "Une bibliothèque, deux squares et une école. " * 20


def page(
    path: str, text: str = LONG, media_type: str = "text/html; charset=utf-8", *, shared: bool = False
) -> PlannedFile:
    return PlannedFile(path, media_type, text, text.encode, shared)


def fails(path: str, media_type: str) -> PlannedFile:
    return PlannedFile(path, media_type, "x", lambda: str(1 / 0).encode())


def build(folder: Path, *planned: PlannedFile, **options: object) -> Edition:
    return build_edition(folder, planned, date=DAY, version="1.2.3", **options)  # type: ignore[arg-type]


def read(folder: Path, path: str, coding: str = "") -> bytes:
    store = EditionStore(folder)
    edition = store.current()
    assert edition is not None
    return store.body(edition.files[path], coding)


def test_it_keeps_every_leaf_with_its_bytes(tmp_path: Path) -> None:
    build(tmp_path, page(""), page("fr/"), page("fr/places/abc", "court"))
    assert read(tmp_path, "fr/places/abc") == b"court"
    assert read(tmp_path, "") == LONG.encode()


def test_an_edition_without_change_is_the_same_edition(tmp_path: Path) -> None:
    first = build(tmp_path, page("fr/"), page("en/"))
    second = build(tmp_path, page("fr/"), page("en/"))
    assert (second.number, second.digest, second.made) == (first.number, first.digest, 0)


def test_an_edit_makes_only_what_it_changed(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"), page("en/"))
    second = build(tmp_path, page("fr/", "autre"), page("en/"))
    assert (second.number, second.made) == (2, 1)
    assert read(tmp_path, "fr/") == b"autre"


def test_a_ledger_read_again_shares_the_files_that_did_not_change(tmp_path: Path) -> None:
    before = build(tmp_path, page("fr/"), page("en/"))
    (tmp_path / "1.json").touch()
    after = EditionStore(tmp_path).current()
    assert after == before and after.files["fr/"] is before.files["fr/"]


def test_a_leaf_that_left_the_plan_leaves_the_edition(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"), page("en/"))
    assert "en/" not in build(tmp_path, page("fr/")).files


def test_a_new_fingerprint_with_the_same_bytes_keeps_the_number(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"))
    planned_file = PlannedFile("fr/", "text/html; charset=utf-8", "other", LONG.encode)
    assert build(tmp_path, planned_file).number == 1


def test_the_same_input_gives_the_same_digest_elsewhere(tmp_path: Path) -> None:
    first = build(tmp_path / "a", page("fr/"), page("en/"))
    second = build(tmp_path / "b", page("en/"), page("fr/"))
    assert first.digest == second.digest


def test_another_maker_takes_nothing_over(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"), maker="a")
    assert build(tmp_path, page("fr/"), maker="b").made == 1


def test_the_summary_names_every_file_with_its_hash(tmp_path: Path) -> None:
    edition = build(tmp_path, page("fr/"), page("sw.js", "work()", "text/javascript"))
    summary = json.loads(read(tmp_path, "edition.json"))
    assert summary["files"] == {"fr/": sha256(LONG.encode()).hexdigest()}
    assert (summary["number"], summary["digest"]) == (1, edition.digest)
    assert (summary["date"], summary["version"]) == ("2026-11-18", "1.2.3")


def test_the_worker_knows_its_edition(tmp_path: Path) -> None:
    planned = [page("sw.js", "work()", "text/javascript"), page("fr/offline"), page("static/gen/app.js"), page("fr/")]
    edition = build(tmp_path, *planned, site=Site(("fr",), "1.2.3"))
    first, script = read(tmp_path, "sw.js").decode().split("\n")
    known = json.loads(first.removeprefix("const EDITION = "))
    assert (known["number"], known["digest"], known["languages"]) == (1, edition.digest, ["fr"])
    assert (known["shell"], script) == (["/fr/offline", "/static/gen/app.js"], "work()")


def test_the_worker_asks_for_assets_as_pages_do(tmp_path: Path) -> None:
    planned = [page("sw.js", "work()", "text/javascript"), page("fr/offline"), page("static/gen/app.js")]
    site = Site(("fr",), "1.2.3", assets={"static/gen/app.js": "digest"})
    edition = build(tmp_path, *planned, page("static/gen/chunks/chunk-A.js"), site=site)
    known = json.loads(read(tmp_path, "sw.js").decode().split("\n")[0].removeprefix("const EDITION = "))
    assert edition.asset_version == site.asset_version
    assert known["shell"] == ["/fr/offline", site.url("static/gen/app.js"), "/static/gen/chunks/chunk-A.js"]
    assert "?v=" in known["shell"][1]


def test_one_line_says_which_edition_it_is(tmp_path: Path) -> None:
    edition = build(tmp_path, page("fr/"))
    line = {"number": 1, "digest": edition.digest, "date": "2026-11-18", "version": "1.2.3"}
    assert json.loads(read(tmp_path, "edition-line.json")) == line


def test_a_new_worker_is_a_new_edition(tmp_path: Path) -> None:
    build(tmp_path, page("sw.js", "one()", "text/javascript"))
    assert build(tmp_path, page("sw.js", "two()", "text/javascript")).number == 2


def test_twins_hold_the_same_bytes_and_pictures_have_none(tmp_path: Path) -> None:
    edition = build(tmp_path, page("fr/"), page("a.png", LONG * 2, "image/png"), page("tiny", "x"))
    assert brotli.decompress(read(tmp_path, "fr/", "br")) == LONG.encode()
    assert gzip.decompress(read(tmp_path, "fr/", "gzip")) == LONG.encode()
    assert [(s.br, s.gzip) for p, s in edition.files.items() if p in ("a.png", "tiny")] == [(0, 0), (0, 0)]


def test_progress_tells_how_many_of_how_many(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    build(tmp_path, page("fr/"), page("en/"), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_old_editions_are_forgotten_with_their_bodies(tmp_path: Path) -> None:
    for text in "abcde":
        build(tmp_path, page("fr/", text))
    bodies = [f for f in (tmp_path / "objects").glob("*/*") if f.read_bytes() in (b"a", b"b", b"c", b"d", b"e")]
    assert sorted(f.name for f in tmp_path.glob("*.json")) == ["3.json", "4.json", "5.json"]
    assert sorted(f.read_bytes() for f in bodies) == [b"c", b"d", b"e"]


@pytest.mark.parametrize("path", ["/fr/", "../x", "fr/../../x"])
def test_it_refuses_a_path_that_leaves_the_edition(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leaves the edition"):
        build(tmp_path, page(path))


def test_it_refuses_two_leaves_at_one_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Two planned"):
        build(tmp_path, page("fr/"), page("fr/", "autre"))


def test_a_page_that_fails_costs_that_page_alone(tmp_path: Path) -> None:
    build(tmp_path, page("fr/"), page("en/"))
    edition = build(tmp_path, page("fr/", "neuf"), fails("en/", "text/html"))
    assert ("en/" in edition.files, read(tmp_path, "fr/")) == (False, b"neuf")
    [unmade] = edition.unmade
    assert (unmade.path, unmade.reason.split(",")[0]) == ("en/", "ZeroDivisionError: division by zero")


@pytest.mark.parametrize(("path", "media_type"), [("", "text/html"), ("fr/data.json", "application/json")])
def test_a_file_that_pages_are_made_of_leaves_the_old_edition(tmp_path: Path, path: str, media_type: str) -> None:
    build(tmp_path, page("fr/"))
    with pytest.raises(EditionFault, match="division by zero"):
        build(tmp_path, page("fr/", "neuf"), fails(path, media_type))
    assert read(tmp_path, "fr/") == LONG.encode()
