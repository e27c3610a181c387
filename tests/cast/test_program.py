"""A program that is forked ends, speaks and is told as a new process would."""

import signal
from pathlib import Path

import pytest

from .library import surroundings
from .program import Program, run


def said(code: str, tmp_path: Path, **environ: str) -> tuple[int, str]:
    """Run a text of Python in a folder; return its exit code and what it said, on both of its files."""
    with (tmp_path / "said").open("w+", encoding="utf-8") as file:
        program = Program(code, "word", env=surroundings(tmp_path, **environ), cwd=tmp_path, stdout=file, stderr=file)
        ended = program.wait(30)
        file.seek(0)
        return ended, file.read()


def test_it_has_the_words_folder_and_surroundings_it_was_given(tmp_path: Path) -> None:
    code = "import os, sys; print(sys.argv[1:], os.getcwd(), os.environ['MORE'], 'PYTEST_CURRENT_TEST' in os.environ)"
    assert said(code, tmp_path, MORE="é") == (0, f"['word'] {tmp_path} é True\n")


@pytest.mark.parametrize(
    ("code", "ended"), [("import sys; sys.exit(3)", 3), ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9)]
)
def test_its_end_is_told(tmp_path: Path, code: str, ended: int) -> None:
    assert said(code, tmp_path) == (ended, "")


def test_what_it_raises_is_said(tmp_path: Path) -> None:
    ended, words = said("raise ValueError('of the test')", tmp_path)
    assert (ended, words.splitlines()[-1]) == (1, "ValueError: of the test")


def test_it_can_be_told_to_stop(tmp_path: Path) -> None:
    program = Program("import time; time.sleep(60)", env=surroundings(tmp_path))
    assert program.poll() is None
    program.send_signal(signal.SIGTERM)
    assert program.wait(30) == -signal.SIGTERM


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    done = run("load", str(tmp_path / "nothing"), env=surroundings(tmp_path / "var"))
    assert (done.returncode, "n’existe pas" in done.stdout) == (1, True)
