"""What a PDF tells a printer: its own size, and how the paper turns; and several sheets bound into one file.

Typst says the title and the direction; a printer that fits a sheet to its margins makes codes smaller and labels fall
beside their stickers, so the rest is added here. What is there stays.
"""

from collections.abc import Iterable
from io import BytesIO

from pikepdf import Dictionary, Name, Pdf


def told_to_print(pdf: bytes, sides: str) -> bytes:
    """Return a PDF that asks for its own size and for `sides` (`Simplex`, `DuplexFlipShortEdge`…)."""
    with Pdf.open(BytesIO(pdf)) as opened:
        tell(opened, sides)
        return bytes_of(opened)


def bound(pdfs: Iterable[bytes], sides: str) -> bytes:
    """Return several sheets as one file. Their tags do not survive this: each alone is what one reads on a screen."""
    with Pdf.new() as book:
        for pdf in pdfs:
            with Pdf.open(BytesIO(pdf)) as sheet:
                for page in sheet.pages:
                    if Name.StructParents in page.obj:
                        del page.obj[Name.StructParents]
                book.pages.extend(sheet.pages)
        tell(book, sides)
        return bytes_of(book)


def tell(pdf: Pdf, sides: str) -> None:
    """Add what a printer is told to what the file tells already."""
    if Name.ViewerPreferences not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    wishes = pdf.Root.ViewerPreferences
    wishes.PrintScaling = Name("/None")
    wishes.PickTrayByPDFSize = True
    wishes.Duplex = Name(f"/{sides}")


def bytes_of(pdf: Pdf) -> bytes:
    """Return a file; the same pages are the same bytes."""
    made = BytesIO()
    pdf.save(made, deterministic_id=True, linearize=False)
    return made.getvalue()
