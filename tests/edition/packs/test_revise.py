"""A part made from the one before it is what all its pages would make, byte for byte, or nothing."""

from collections.abc import Mapping, Sequence
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edition.packs import parts, revision
from app.edition.packs.parts import Before, PackedPage, read_blocks, write_common, write_part
from app.edition.packs.revise import Revised, keeps_common, revise_part
from app.edition.packs.revision import Edited

lines = st.sampled_from(["", "</li>", "<li class=place>", "une ligne", "@une adresse", "é" * 70, "x" * 70, "y" * 61])
fresh = st.sampled_from(["un mot nouveau", "une autre ligne, plus longue que celles que deux langues se partagent ici"])
bodies = st.lists(lines, min_size=1, max_size=7)
groups = st.lists(st.lists(bodies, min_size=3, max_size=3), min_size=1, max_size=3)
edits = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 6), st.integers(0, 2), st.one_of(lines, fresh)),
    min_size=1,
    max_size=3,
)


def pages_of(languages: Sequence[Sequence[Sequence[str]]]) -> list[list[PackedPage]]:
    return [
        [PackedPage(f"{lang}/{n}", "text/html", f"{lang}", "\n".join(body).encode()) for n, body in enumerate(found)]
        for lang, found in enumerate(languages)
    ]


def edited(languages: list[list[list[str]]], changes: list[tuple[int, int, int, int, str]]) -> list[list[list[str]]]:
    """Return the languages with some lines of some pages replaced by others."""
    after = [[[*body] for body in found] for found in languages]
    for lang, page, at, gone, line in changes:
        after[lang % len(after)][page][at : at + gone] = [line]
    return after


@given(groups, edits)
def test_a_revised_part_is_the_one_that_all_pages_make(
    languages: list[list[list[str]]], changes: list[tuple[int, int, int, int, str]]
) -> None:
    old, new = pages_of(languages), pages_of(edited(languages, changes))
    common, again = write_common(old), write_common(new)
    before = Before("all/pages", read_blocks(common))
    revised: list[Revised] = [
        (write_part(was, before), [Edited(b, a.body) for a, b in zip(was, now, strict=True) if a.body != b.body])
        for was, now in zip(old, new, strict=True)
    ]
    if keeps_common(before.blocks, revised):
        assert again == common
    if again == common:
        for found, now in zip(revised, new, strict=True):
            assert revise_part(*found, before.blocks) in (None, write_part(now, before))


def test_a_line_that_one_page_has_for_itself_changes_without_the_others() -> None:
    frame = "<header class=frame>À deux pas</header>\n<p>{}</p>\n<footer>édition</footer>"
    old, new = (
        [PackedPage(f"fr/{n}", "text/html", "fr", frame.format(words).encode()) for n, words in enumerate(each)]
        for each in (["une piscine", "un square"], ["une piscine chauffée", "un square"])
    )
    assert revise_part(write_part(old), [Edited(new[0], old[0].body)], {}) == write_part(new)


def part_of(pages: Sequence[Sequence[str]]) -> list[PackedPage]:
    return pages_of([pages])[0]


def revised(old: list[PackedPage], new: list[PackedPage]) -> bytes | None:
    changed = [Edited(b, a.body) for a, b in zip(old, new, strict=True) if a.body != b.body]
    return revise_part(write_part(old), changed, {})


CARDS = {
    "piscine": ["<h3>La piscine</h3>", "<p>Nager en famille</p>", "<p>à 5 minutes</p>"],
    "square": ["<h3>Le square</h3>", "<p>Jouer dehors</p>", "<p>à 3 minutes</p>"],
    "jardin": ["<h3>Le jardin</h3>", "<p>Jouer dehors</p>", "<p>à 5 minutes</p>"],
}
LISTS = (("piscine", "square"), ("square", "jardin"), ("jardin", "piscine"), ("piscine", "jardin", "square"))


def lists_of(cards: Mapping[str, Sequence[str]]) -> list[PackedPage]:
    """Return pages that show cards, each of them in several."""
    return part_of([["<ul class=list>", *chain.from_iterable(cards[name] for name in names)] for names in LISTS])


def test_a_line_that_several_pages_share_changes_in_all_of_them() -> None:
    old = lists_of(CARDS)
    for purpose in ("Nager seul", "Jouer dehors", "court"):
        new = lists_of({**CARDS, "piscine": [CARDS["piscine"][0], f"<p>{purpose}</p>", CARDS["piscine"][2]]})
        assert revised(old, new) == write_part(new)
    for card in ("square", "jardin"):
        new = lists_of({**CARDS, card: [CARDS[card][0], "<p>Courir avec d’autres</p>", *CARDS[card][2:]]})
        assert revised(old, new) in (None, write_part(new))


def test_a_line_becomes_shared_with_a_page_that_did_not_change_and_is_again_its_own() -> None:
    cards = {name: ["<ul class=list>", f"<h3>{name}</h3>", f"<p>Venir à {name}</p>", "</ul>"] for name in "abcd"}
    alone, shared = part_of([*cards.values()]), part_of([*{**cards, "a": [*cards["a"][:2], *cards["b"][2:]]}.values()])
    assert revised(alone, shared) == write_part(shared)
    assert revised(shared, alone) == write_part(alone)


def test_names_of_blocks_that_begin_alike_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parts, revision):
        monkeypatch.setattr(module, "SHORTEST", 1)
    old = lists_of(CARDS)
    for number in range(40):
        new = lists_of({**CARDS, "piscine": [CARDS["piscine"][0], f"<p>Nager {number} fois</p>"]})
        assert revised(old, new) == write_part(new)


cards = st.lists(st.lists(st.one_of(lines, fresh), min_size=1, max_size=4), min_size=3, max_size=5)
many = st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=5), min_size=3, max_size=6)
turns = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.one_of(lines, fresh)), min_size=1, max_size=2)


@given(cards, many, turns)
def test_whatever_card_changes_in_all_pages_the_part_is_the_one_that_they_make(
    shown: list[list[str]], pages: list[list[int]], changes: list[tuple[int, int, str]]
) -> None:
    after = [[*card] for card in shown]
    for card, at, line in changes:
        after[card][at : at + 1] = [line]
    old, new = (part_of([[*chain.from_iterable(each[n] for n in page)] for page in pages]) for each in (shown, after))
    assert revised(old, new) in (None, write_part(new))
