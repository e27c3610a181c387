"""What the cast promises: made once, again after a failure, and copies that leave it as it is."""

from pathlib import Path

import pytest

from .copies import copied, lent, linked
from .once import made_once


def test_it_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []
    folders = {made_once(tmp_path_factory, "test-once", made.append) for _ in range(2)}
    assert (len(made), folders) == (1, set(made))


def test_what_failed_half_way_is_made_again_from_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError

    with pytest.raises(OSError):
        made_once(tmp_path_factory, "test-again", fail)
    assert list(made_once(tmp_path_factory, "test-again", lambda _: None).iterdir()) == []


def test_a_copy_may_be_changed(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made/page").write_text("one")
    (copied(tmp_path / "made", tmp_path / "copy") / "page").write_text("two")
    assert (tmp_path / "made/page").read_text() == "one"


@pytest.mark.parametrize(("path", "is_link"), [("objects/ab/ab12", True), ("2.json", False)])
def test_only_bodies_of_an_edition_are_links(tmp_path: Path, path: str, is_link: bool) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("body")
    linked(str(file), str(tmp_path / "copy"))
    assert (tmp_path / "copy").samefile(file) is is_link


def test_what_is_lent_may_be_deleted_and_added_to(tmp_path: Path) -> None:
    body = tmp_path / "made/editions/objects/ab/ab12"
    body.parent.mkdir(parents=True)
    body.write_text("body")
    folder = lent(tmp_path / "made", tmp_path / "copy") / "editions/objects/ab"
    (folder / "ab12").unlink()
    (folder / "ab34").write_text("another")
    assert (body.read_text(), len(list(body.parent.iterdir()))) == ("body", 1)
