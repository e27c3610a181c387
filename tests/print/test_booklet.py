"""The booklet: its pages as they are read, and as they lie on the sheets that are folded."""

import io
import shutil
import subprocess

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from app.domain.content import Content
from app.domain.public import public_content
from app.print.formats import read_format
from app.print.imposition import folded
from app.print.order import Order
from app.print.poster import draw_order, to_fold, words_of
from app.print.refusal import PosterRefused
from app.site.addresses import Site

from .orders import TODAY, WALK, order_of

pytestmark = pytest.mark.usefixtures("print_shop")
BOOKLET = "booklet"
UNADDRESSED = Site(("fr", "en", "ar"), "1")


def both(content: Content, languages: tuple[str, ...]) -> tuple[bytes, bytes]:
    """The booklet to be read, and the one to be folded."""
    form, order = read_format(BOOKLET), order_of(BOOKLET, content, languages)
    read = draw_order(form, order)[0]
    made = to_fold(form, order, read)
    assert made is not None
    return read, made


@pytest.mark.parametrize(
    ("is_rtl", "sides"),
    [(False, [(7, 0), (1, 6), (5, 2), (3, 4)]), (True, [(0, 7), (6, 1), (2, 5), (4, 3)])],
)
def test_pages_lie_so_that_the_folded_sheets_read_in_order(is_rtl: bool, sides: list[tuple[int, int]]) -> None:
    assert list(folded(8, is_rtl=is_rtl)) == sides


def test_it_has_a_cover_a_page_for_each_stop_and_a_back(tiny: Content) -> None:
    pages = draw_order(read_format(BOOKLET), order_of(BOOKLET, tiny), fmt="png", ppi=30)
    assert len(pages) == len(tiny.walks[WALK].stops) + 2


def test_every_walk_of_the_sample_has_one_in_its_languages_as_a_test_print_too(real: Content) -> None:
    content, refused = public_content(real), {}
    for walk in (walk for id in content.territories for walk in content.public_walks(id)):
        order = Order(content, UNADDRESSED, (("walk", walk.id),), ("fr", "ar"), TODAY)
        try:
            draw_order(read_format(BOOKLET), order, fmt="png", ppi=20)
        except PosterRefused as why:
            refused[walk.id] = [problem.tell() for problem in why.problems]
    assert refused == {}


def test_what_is_folded_is_whole_sheets_of_a4_for_both_sides(tiny: Content) -> None:
    read, made = both(tiny, ("fr", "ar"))
    with pikepdf.Pdf.open(io.BytesIO(made)) as sheets, pikepdf.Pdf.open(io.BytesIO(read)) as pages:
        assert len(sheets.pages) == -(-len(pages.pages) // 4) * 2
        assert sum(len(sheet.Resources.XObject) for sheet in sheets.pages) == len(pages.pages)
        assert [round(float(edge)) for edge in sheets.pages[0].mediabox] == [0, 0, 842, 595]
        assert str(sheets.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert "/StructTreeRoot" not in sheets.Root


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's pdftoppm is not installed")
@pytest.mark.parametrize(("languages", "is_left"), [(("fr", "ar"), True), (("ar",), False)])
def test_the_back_cover_is_on_the_outer_sheet_on_the_side_that_it_closes(
    tiny: Content, languages: tuple[str, ...], is_left: bool
) -> None:
    _, made = both(tiny, languages)
    command = ["pdftoppm", "-r", "100", "-png", "-f", "1", "-l", "1", "-"]
    picture = Image.open(io.BytesIO(subprocess.run(command, input=made, capture_output=True, check=True).stdout))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"HTTPS://KQ.EXAMPLE/{tiny.walks[WALK].code}"
    assert (code.position.top_left.x < picture.width / 2) is is_left


def test_it_opens_as_its_only_language_reads(tiny: Content) -> None:
    assert (words_of(read_format(BOOKLET), order_of(BOOKLET, tiny, ("ar",)))["dir"]) == "rtl"
    read = draw_order(read_format(BOOKLET), order_of(BOOKLET, tiny, ("ar",)))[0]
    with pikepdf.Pdf.open(io.BytesIO(read)) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"


def test_no_word_for_who_leads_is_in_it(tiny: Content) -> None:
    words = str(words_of(read_format(BOOKLET), order_of(BOOKLET, tiny)))
    secret = [stop.leader for stop in tiny.walks[WALK].stops if stop.leader]
    assert [text for text in secret if text in words] == []
