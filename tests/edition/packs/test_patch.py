"""Patches: small, and exact to the byte."""

import json

from hypothesis import given
from hypothesis import strategies as st

from app.edition.packs.patch import apply_patch, chain_patches, make_patch

words = st.sampled_from(["piscine", "école", "حديقة", ",", "\n", "\r\n", " ", "é", '"', "😀", "x" * 30])
texts = st.lists(words, max_size=60).map("".join)
LIST = json.dumps({"names": [f"Lieu numéro {n}" for n in range(400)]}).encode()


@given(texts, texts)
def test_it_makes_the_new_bytes_from_the_old(old: str, new: str) -> None:
    assert apply_patch(old.encode(), make_patch(old.encode(), new.encode())) == new.encode()


@given(texts, texts, texts)
def test_it_does_so_where_a_part_of_a_text_changed(head: str, changed: str, tail: str) -> None:
    old, new = f"{head}square{tail}".encode(), f"{head}{changed}{tail}".encode()
    assert apply_patch(old, make_patch(old, new)) == new


def test_one_word_of_a_long_line_costs_a_few_bytes() -> None:
    assert len(make_patch(LIST, LIST.replace("Lieu numéro 200".encode(), b"Piscine"))) < 400


def test_a_word_in_a_line_of_many_costs_as_little() -> None:
    line = " ".join(f"été{n}" for n in range(9000)).encode()
    changed = line.replace("été4500".encode(), "épé4500".encode())
    patch = make_patch(line, changed)
    assert apply_patch(line, patch) == changed
    assert len(patch) < 400


def test_it_names_what_it_leads_from_and_to() -> None:
    told = json.loads(make_patch(b"un", b"deux"))
    assert (told["format"], told["size"], len(told["from"]), len(told["to"])) == (1, 4, 64, 64)


def test_two_words_far_apart_in_a_line_of_many_cost_as_little() -> None:
    old = '","'.join(f"Lire le livre {n} à la bibliothèque" for n in range(2000)).encode()
    new = old.replace(b"livre 100 ", b"journal ").replace(b"livre 1900 ", b"journal ")
    patch = make_patch(old, new)
    assert apply_patch(old, patch) == new
    assert len(patch) < 500


def test_lines_that_stand_more_than_once_are_copied_where_they_follow_a_change() -> None:
    page = [f"@{rank % 7:04}" for rank in range(3000)]
    old = "\n".join(["head", *page]).encode()
    new = "\n".join(["another head", *page[:900], "=mot", *page[900:1800], *page[1801:]]).encode()
    patch = make_patch(old, new)
    assert apply_patch(old, patch) == new
    assert len(patch) < 400


def test_lines_that_moved_are_copied_from_where_they_were() -> None:
    lines = [f"=<li>Le lieu numéro {rank}</li>" for rank in range(400)]
    old, new = "\n".join(lines).encode(), "\n".join([*lines[200:], "fin", *lines[:200]]).encode()
    patch = make_patch(old, new)
    assert apply_patch(old, patch) == new
    assert len(patch) < 400


@given(st.lists(words, max_size=9), st.lists(st.integers(0, 8), max_size=80), st.lists(st.integers(0, 8), max_size=80))
def test_it_does_so_whatever_lines_come_again(pieces: list[str], old: list[int], new: list[int]) -> None:
    was, now = ("\n".join(f"{rank} {''.join(pieces[:rank])}" for rank in each).encode() for each in (old, new))
    assert apply_patch(was, make_patch(was, now)) == now


@given(texts, texts, texts)
def test_two_patches_one_after_the_other_are_one(old: str, between: str, new: str) -> None:
    oldest, middle, newest = old.encode(), between.encode(), new.encode()
    chained = chain_patches(make_patch(oldest, middle), make_patch(middle, newest), newest)
    assert apply_patch(oldest, chained) == newest
    assert {**json.loads(chained), "ops": []} == {**json.loads(make_patch(oldest, newest)), "ops": []}


@given(st.lists(words, min_size=300, max_size=400), st.lists(st.integers(0, 299), min_size=2, max_size=6))
def test_two_patches_of_long_texts_are_one_about_as_small(text: list[str], edits: list[int]) -> None:
    between, new = [*text], [*text]
    for rank, at in enumerate(edits):
        new[at] = "correction"
        if rank % 2:
            between[at] = "correction"
    oldest, middle, newest = ("".join(each).encode() for each in (text, between, new))
    chained = chain_patches(make_patch(oldest, middle), make_patch(middle, newest), newest)
    assert apply_patch(oldest, chained) == newest
    assert len(chained) < len(make_patch(oldest, newest)) + 100 * len(edits)
