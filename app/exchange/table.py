"""Tables for spreadsheets: CSV (RFC 4180) in UTF-8, with the mark by which they know it."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

MEDIA_TYPE = "text/csv; charset=utf-8"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for a formula, and would reckon (OWASP, CSV injection)."""

Cell = str | int | None


def write_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table; words that begin like a formula stand behind an apostrophe, and stay words."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(head)
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return made.getvalue().encode("utf-8-sig")


# Private


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
