"""A part made from the one before it is what all its pages would make, byte for byte, or nothing."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.edition.packs.parts import Before, PackedPage, read_blocks, write_common, write_part
from app.edition.packs.revise import Edited, Revised, keeps_common, revise_part

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
    if keeps_common(common, revised):
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
