"""The leader pack of a walk: opened by the phone's own script with its code, and by nobody without."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.code import ALPHABET
from app.domain.content import Content
from app.edition.walks.leader_pack import LENGTH, leader_code, leader_files, sealed, texts_for_leader
from app.exchange.native import read_content

from ...cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from ...library.folders import tiny_copy

ROOT = Path(__file__).resolve().parents[3]
SECRET = b"of a site"

OPEN = """
const { keyOf, readLeaderCode, textsOf } = await import(process.argv[1])
const input = JSON.parse(process.argv[2])
const key = await keyOf(input.sealed, readLeaderCode(input.typed))
const texts = await textsOf(input.sealed, key).catch(() => null)
console.log(JSON.stringify({ texts, isOut: key.extractable }))
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = tiny_copy(tmp_path_factory.mktemp("content"))
    write_whole_walk(folder)
    found, problems = read_content(folder)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def pack(content: Content) -> dict[str, Any]:
    (planned,) = leader_files(content, [SLUG], SECRET)
    found: dict[str, Any] = json.loads(planned.make())
    return found


def opened(pack: dict[str, Any], typed: str) -> Any:
    """Open a pack as the phone does, with the code as somebody typed it."""
    script = (ROOT / "app/static/js/leading/leader-pack.js").as_uri()
    words = ["node", "--input-type=module", "-e", OPEN, script, json.dumps({"sealed": pack, "typed": typed})]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_phone_opens_it_with_the_code_however_it_is_typed(content: Content, pack: dict[str, Any]) -> None:
    texts = texts_for_leader(content, content.walks[SLUG])
    code = leader_code(SECRET, SLUG, texts)
    typed = f" {code[:5].lower()}-{code[5:]} ".replace("0", "o").replace("1", "l")
    found = opened(pack, typed)
    assert found == {"texts": texts, "isOut": False}
    assert found["texts"]["stop/1/host"]["fr"] == f"{HIDDEN_WORD} 4, à l’accueil"
    assert {language for said in texts.values() for language in said} == {"fr", "ar"}


def test_another_code_opens_nothing(pack: dict[str, Any]) -> None:
    assert opened(pack, "0000000000")["texts"] is None


def test_a_text_that_changed_has_another_code(content: Content) -> None:
    walk = content.walks[SLUG]
    before = texts_for_leader(content, walk)
    changed = walk.model_copy(update={"leader": "Prendre le sac bleu."})
    after = texts_for_leader(replace(content, walks={SLUG: changed}), changed)
    assert leader_code(SECRET, SLUG, before) != leader_code(SECRET, SLUG, after)
    renamed = walk.model_copy(update={"title": "Un autre titre"})
    assert leader_code(SECRET, SLUG, texts_for_leader(content, renamed)) == leader_code(SECRET, SLUG, before)


def test_a_code_is_ten_signs_that_nobody_misreads() -> None:
    codes = {leader_code(SECRET, f"walk-{n}", {}) for n in range(300)}
    assert len(codes) == 300
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)


def test_its_length_tells_nothing_and_the_same_texts_are_the_same_bytes() -> None:
    short, long = (sealed(SECRET, SLUG, {"leader": {"fr": words}}) for words in ("Oui.", "Oui, " * 200))
    assert len(short) == len(long)
    assert sealed(SECRET, SLUG, {"leader": {"fr": "Oui."}}) == short
    assert sealed(b"of another site", SLUG, {"leader": {"fr": "Oui."}}) != short


def test_a_walk_without_notes_has_no_pack(content: Content) -> None:
    quiet = [slug for slug in content.walks if slug != SLUG]
    assert quiet and list(leader_files(content, quiet, SECRET)) == []
