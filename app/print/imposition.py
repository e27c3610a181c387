"""Pages laid out for folding: two on a sheet of A4 turned sideways, so that the folded stack reads in order.

Pages are drawn again as they are; their tags do not survive it, so the file claims no accessibility.
"""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Page, Pdf, Rectangle

from .printer import bytes_of, tell

A4_PT = (841.89, 595.28)
"""Width and height of a sheet turned sideways."""

SIDES = "DuplexFlipShortEdge"

TO_FOLD = "imprimer"
"""What the name of a booklet for the printer ends with; without it, it is for reading."""


def imposed(pdf: bytes, *, is_rtl: bool) -> bytes:
    """Return the pages of a booklet two by two, to be printed on both sides and folded; `is_rtl` opens to the right."""
    with Pdf.open(BytesIO(pdf)) as read, Pdf.new() as made:
        pages = _whole(list(read.pages))
        for left, right in folded(len(pages), is_rtl=is_rtl):
            sheet = made.add_blank_page(page_size=A4_PT)
            _lay(sheet, pages[left], 0)
            _lay(sheet, pages[right], A4_PT[0] / 2)
        tell(made, SIDES)
        return bytes_of(made)


def folded(pages: int, *, is_rtl: bool) -> Iterator[tuple[int, int]]:
    """Yield which pages (from 0) stand left and right on each side of each sheet, the outer sheet first."""
    for sheet in range(pages // 4):
        front = pages - 1 - 2 * sheet, 2 * sheet
        back = 2 * sheet + 1, pages - 2 - 2 * sheet
        for left, right in (front, back):
            yield (right, left) if is_rtl else (left, right)


# Private


def _whole(pages: list[Page]) -> list[Page | None]:
    """Fill up to a multiple of four: blank pages stand before the back cover, never at the front."""
    blanks: list[Page | None] = [None] * (-len(pages) % 4)
    return [*pages[:-1], *blanks, pages[-1]]


def _lay(sheet: Page, page: Page | None, left: float) -> None:
    if page is not None:
        sheet.add_overlay(page, Rectangle(left, 0, left + A4_PT[0] / 2, A4_PT[1]))
