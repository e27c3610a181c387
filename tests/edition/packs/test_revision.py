"""A part made from the one before it is what all its pages would make, byte for byte, or nothing."""

from collections.abc import Mapping, Sequence
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edition.packs import parts, revision
from app.edition.packs.common import revise_common
from app.edition.packs.foreign import Foreign
from app.edition.packs.parts import Before, PackedPage, read_blocks, write_blocks, write_common, write_part
from app.edition.packs.revision import Edited, Revision

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
    for found, now in zip(revised_in_all(old, new), new, strict=True):
        assert found in (None, write_part(now, Before("all/pages", read_blocks(write_common(new)))))


def revised_in_all(old: list[list[PackedPage]], new: list[list[PackedPage]]) -> list[bytes | None]:
    """Return the parts of all languages, made from those before, after the part that they follow was, as it ought to
    be."""
    before = read_blocks(write_common(old))
    revisions = [
        Revision(
            write_part(was, Before("all/pages", before)),
            [Edited(b, a.body) for a, b in zip(was, now, strict=True) if a.body != b.body],
        )
        for was, now in zip(old, new, strict=True)
    ]
    after = revise_common(before, revisions)
    assert write_blocks(after) == write_common(new)
    foreign = Foreign(before, after)
    return [revision.revised(foreign) for revision in revisions]


DRAWN = [
    '<path d="M1 2h3v4h-5v-6h7v8h-9v-10h11v12h-13v-14h15v16h-17"/>',
    '<use href="#school" x="1234" y="5678" width="90"/>',
]
SHARED = "<script>" + "x" * 70 + "</script>"


def quarter(**changed: list[str]) -> list[list[PackedPage]]:
    """The pages of four places in three languages: each has a drawing that is the same in all."""
    return pages_of(
        [
            [
                ["<header class=frame>", *changed.get(f"lieu{n}", [f"{DRAWN[0]}{n}", f"{DRAWN[1]}{n}"]), f"{lang} {n}"]
                for n in range(4)
            ]
            for lang in ("fr", "en", "ar")
        ]
    )


@pytest.mark.parametrize(
    "drawing",
    [[f"{DRAWN[0]}9", f"{DRAWN[1]}9"], [f"{DRAWN[0]}1"], [f"{DRAWN[1]}2", f"{DRAWN[0]}1"], [SHARED, SHARED], []],
    ids=["another", "half of it", "partly that of others", "twice", "none"],
)
def test_what_languages_share_changes_with_a_drawing_and_no_other_page_is_read(drawing: list[str]) -> None:
    new = quarter(lieu1=drawing)
    expected = [write_part(each, Before("all/pages", read_blocks(write_common(new)))) for each in new]
    assert revised_in_all(quarter(), new) == expected
    back = [write_part(each, Before("all/pages", read_blocks(write_common(quarter())))) for each in quarter()]
    assert revised_in_all(new, quarter()) == back


def test_a_line_that_one_language_had_is_shared_once_another_has_it_too() -> None:
    alone = quarter()
    alone[0][2] = PackedPage("0/2", "text/html", "0", f"une page\n{SHARED}".encode())
    alone[0][3] = PackedPage("0/3", "text/html", "0", f"une autre\n{SHARED}".encode())
    both = [[*pages] for pages in alone]
    both[1][0] = PackedPage("1/0", "text/html", "1", f"a page\n{SHARED}".encode())
    for old, new in (alone, both), (both, alone):
        expected = [write_part(each, Before("all/pages", read_blocks(write_common(new)))) for each in new]
        assert revised_in_all(old, new) == expected


def test_a_line_that_one_page_has_for_itself_changes_without_the_others() -> None:
    frame = "<header class=frame>À deux pas</header>\n<p>{}</p>\n<footer>édition</footer>"
    old, new = (
        [PackedPage(f"fr/{n}", "text/html", "fr", frame.format(words).encode()) for n, words in enumerate(each)]
        for each in (["une piscine", "un square"], ["une piscine chauffée", "un square"])
    )
    assert Revision(write_part(old), [Edited(new[0], old[0].body)]).revised() == write_part(new)


def part_of(pages: Sequence[Sequence[str]]) -> list[PackedPage]:
    return pages_of([pages])[0]


def revised(old: list[PackedPage], new: list[PackedPage]) -> bytes | None:
    changed = [Edited(b, a.body) for a, b in zip(old, new, strict=True) if a.body != b.body]
    return Revision(write_part(old), changed).revised()


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
