"""`adeuxpas walk code`: what a coordinator reads out to who leads a walk."""

import re
from pathlib import Path

import pytest

from app.publish.site_secret import BYTES

from ..cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from ..library.folders import spoil, tiny_copy
from ..publish.machine import Machine, print_shop

__all__ = ["print_shop"]
LATER = "ouvrira la prochaine édition"


class OwnKey(Machine):
    """A machine whose coordinator has set no key."""

    @property
    def environment(self) -> dict[str, str]:
        return {**super().environment, "SECRET_KEY": ""}

    def code(self, *words: str) -> str:
        found = re.search(r"\b([0-9A-Z]{5} [0-9A-Z]{5})\b", self.run("walk", "code", *(words or (SLUG,)))[1])
        assert found
        return found[1]

    def load(self, content: Path) -> None:
        assert self.run("load", content)[0] == 0


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tiny_copy(tmp_path)
    write_whole_walk(folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path, content: Path, print_shop: None) -> OwnKey:
    machine = OwnKey(tmp_path)
    machine.load(content)
    return machine


def test_the_code_is_the_one_of_the_edition_and_says_when_it_is_not_yet(machine: OwnKey, content: Path) -> None:
    code, said = machine.run("walk", "code", SLUG)
    assert code == 0 and LATER in said
    assert machine.run("edition")[0] == 0
    code, said = machine.run("walk", "code", SLUG)
    assert code == 0 and LATER not in said
    before = machine.code()
    spoil(content, f"walks/{SLUG}.toml", f"{HIDDEN_WORD} 1 : prendre", f"{HIDDEN_WORD} 1 : porter")
    machine.load(content)
    assert machine.code() != before
    assert LATER in machine.run("walk", "code", SLUG)[1]


def test_without_a_walk_every_code_is_told(machine: OwnKey) -> None:
    assert f"{machine.code()}  {SLUG}" in machine.run("walk", "code")[1]


def test_renewed_codes_open_nothing_of_before(machine: OwnKey) -> None:
    before = machine.code()
    key = machine.root / "var" / "leader.key"
    assert len(key.read_bytes()) == BYTES and key.stat().st_mode & 0o077 == 0
    assert machine.code(SLUG, "--renew") != before
    assert machine.code() == machine.code()


def test_a_damaged_key_is_named_and_not_replaced(machine: OwnKey) -> None:
    machine.code()
    key = machine.root / "var" / "leader.key"
    key.write_bytes(b"half")
    code, said = machine.run("walk", "code", SLUG)
    assert code != 0 and "leader.key" in said and "abîmée" in said
    assert key.read_bytes() == b"half"


def test_a_walk_without_notes_and_one_that_is_not_there_are_said(machine: OwnKey) -> None:
    code, said = machine.run("walk", "code", "du-college-au-square")
    assert code != 0 and "rien à ouvrir" in said
    code, said = machine.run("walk", "code", "nulle-part")
    assert code != 0 and "n’existe pas" in said


def test_codes_of_a_key_in_the_environment_are_renewed_there(tmp_path: Path, content: Path, print_shop: None) -> None:
    machine = Machine(tmp_path)
    assert machine.run("load", content)[0] == 0
    code, said = machine.run("walk", "code", "--renew")
    assert code != 0 and "SECRET_KEY" in said
