"""Templates that were compiled before: found again by the next process, and by nobody whom they would mislead."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from app.pages.compiled import CompiledTemplates


class Counting(Environment):
    """Counts the templates that it compiles."""

    count = 0

    def compile(self, *args: object, **options: object) -> object:  # type: ignore[override]
        self.count += 1
        return super().compile(*args, **options)  # type: ignore[call-overload]


def said(folder: Path, source: str = "Bonjour {{ name }}", settings: bytes = b"one") -> tuple[str, int]:
    """Return what a process of its own makes of a template, and how many it compiled."""
    compiled = CompiledTemplates(settings)
    compiled.keep_in(folder)
    found = Counting(loader=DictLoader({"a.html": source}), bytecode_cache=compiled)
    words = found.get_template("a.html").render(name="à tous")
    return words, found.count


def files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that a process has kept a template in."""
    said(tmp_path / "templates")
    return tmp_path / "templates"


def test_the_next_process_compiles_nothing(folder: Path) -> None:
    assert said(folder) == ("Bonjour à tous", 0)


def test_another_source_is_compiled(folder: Path) -> None:
    assert said(folder, "Salut {{ name }}") == ("Salut à tous", 1)
    assert said(folder, "Salut {{ name }}") == ("Salut à tous", 0)


def test_another_release_reads_nothing_of_the_one_before_and_takes_its_place(folder: Path) -> None:
    before = {*files(folder)}
    assert said(folder, settings=b"two") == ("Bonjour à tous", 1)
    assert before.isdisjoint(files(folder)) and len([*files(folder)]) == 1


@pytest.mark.parametrize("left", [0, 20, -1])
def test_what_a_power_cut_left_of_a_file_is_not_run(folder: Path, left: int) -> None:
    (file,) = files(folder)
    file.write_bytes(file.read_bytes()[:left])
    assert said(folder) == ("Bonjour à tous", 1)
    assert said(folder) == ("Bonjour à tous", 0)


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    taken = tmp_path / "templates"
    taken.write_text("a file")
    assert said(taken) == ("Bonjour à tous", 1)
    assert taken.read_text() == "a file"
