"""The desk is for who is signed in: no edition, no pack and no site of files holds anything of it."""

from pathlib import Path

from app.edition.store import EditionStore
from tests.cast.library import run_command


def test_an_edition_has_no_page_of_the_desk(printed: Path) -> None:
    edition = EditionStore(printed / "editions").current()
    assert edition
    ours = [path for path in edition.files if "desk" in path.split("/")[-1] or path.startswith("desk")]
    assert ours and {path.rsplit("/", 1)[0] for path in ours} == {"static/gen"}, "styles and scripts alone"
    assert {path.rsplit(".", 1)[1] for path in ours} == {"css", "js"}


def test_the_page_of_a_round_holds_no_round(printed: Path) -> None:
    store = EditionStore(printed / "editions")
    edition = store.current()
    assert edition
    page = store.body(edition.files["fr/round"], "").decode()
    assert "/desk" not in page and "token" not in page


def test_a_site_of_files_has_nothing_of_it(printed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    done = run_command(printed, "publish", str(folder))
    assert done.returncode == 0, done.stderr
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert [str(file) for file in files if "round" in file.relative_to(folder).parts[-2:] or file.stem == "round"] == []
    assert [str(file) for file in files if "desk" in file.relative_to(folder).as_posix()] == []
    pages = [file for file in files if file.suffix == ".html"]
    assert pages and [str(page) for page in pages if "/desk" in page.read_text(encoding="utf-8")] == []
