"""`docs/printing.md`: every format is told, every command is one that the terminal understands."""

import re
import shlex

import pytest

from app.cli.poster import find_subject
from app.cli.posters import command
from app.domain.content import Content
from tests.cast.content import ROOT

from .orders import NAMES

GUIDE = (ROOT / "docs" / "printing.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(adeuxpas posters .*)$|`(adeuxpas posters [^`]*)`", GUIDE, re.MULTILINE)


def test_every_format_has_its_line() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)) == sorted(NAMES)


@pytest.mark.parametrize("typed", [first or second for first, second in COMMANDS])
def test_a_command_is_understood_and_names_what_there_is(real: Content, typed: str) -> None:
    chosen = command.make_context("posters", shlex.split(typed)[2:]).params
    assert chosen["formats"] or chosen["sheet_format"] in NAMES
    if chosen["territory"]:
        assert chosen["territory"] in real.territories
    for word in () if chosen["sheet_format"] == "theme" else chosen["subjects"]:
        find_subject(real, word)


def test_the_readme_leads_to_it() -> None:
    assert "docs/printing.md" in (ROOT / "README.md").read_text(encoding="utf-8")
