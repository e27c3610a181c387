"""Packed pages: every page comes out of a pack as it went in, byte for byte."""

from hypothesis import given
from hypothesis import strategies as st

from app.edition.packs.parts import Before, PackedPage, read_blocks, read_part, write_common, write_part

HTML = "text/html; charset=utf-8"
FRAME = "<header class=frame>À deux pas</header>\n<nav aria-label=langues></nav>\n{}\n<footer>édition</footer>\n"

# Few different lines, so that runs repeat, break off and begin again; some too short to be shared.
lines = st.sampled_from(["", "</li>", "<li class=place>", "une ligne", "@une adresse", "=un signe", "é" * 70, "x" * 70])
bodies = st.lists(lines, max_size=12).map("\n".join)


def planned(*texts: str, lang: str = "fr") -> list[PackedPage]:
    return [PackedPage(f"{lang}/{number}", HTML, lang, text.encode()) for number, text in enumerate(texts)]


@given(st.lists(bodies, min_size=1, max_size=6))
def test_every_page_comes_out_as_it_went_in(texts: list[str]) -> None:
    files = planned(*texts)
    assert list(read_part(write_part(files))) == files


@given(st.lists(bodies, min_size=1, max_size=4), st.lists(bodies, min_size=1, max_size=4))
def test_so_it_does_when_languages_share_a_part(french: list[str], arabic: list[str]) -> None:
    languages = [planned(*french), planned(*arabic, lang="ar")]
    before = Before("all/places-0", read_blocks(write_common(languages)))
    for files in languages:
        assert list(read_part(write_part(files, before), before.blocks)) == files


def test_what_pages_share_stands_there_once() -> None:
    part = write_part(planned(FRAME.format("une piscine"), FRAME.format("un square"), FRAME.format("une école")))
    assert part.count(b"<header") == 1
    assert part.count(b"<footer") == 1


def test_what_languages_share_stands_in_a_part_of_its_own() -> None:
    drawing = "<path d='M0 0l10 10'/>" * 9
    languages = [planned(f"bonjour\n{drawing}"), planned(f"مرحبا\n{drawing}", lang="ar")]
    common = write_common(languages)
    part = write_part(languages[0], Before("all/places-0", read_blocks(common)))
    assert drawing.encode() in common
    assert drawing.encode() not in part
    assert b'"after":"all/places-0"' in part


def test_a_new_page_changes_no_record_of_the_others() -> None:
    pages = [FRAME.format(f"une page sur {word}") for word in ("la piscine", "le square", "l’école")]
    before, after = write_part(planned(*pages)).split(b"\n"), write_part(planned(*pages, FRAME.format("le parc")))
    assert set(before[1:]) <= set(after.split(b"\n"))
