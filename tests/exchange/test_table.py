"""A table is read back by a program that nobody here wrote, and no cell of it is a formula."""

import csv
from io import StringIO

import pytest

from app.exchange.table import write_table


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_commas_quotes_lines_and_languages_come_back() -> None:
    row = ['Hall, « à "gauche" »', "deux\nlignes", "مكتبة"]
    assert read(write_table(["a", "b", "c"], [row])) == [["a", "b", "c"], row]


def test_a_spreadsheet_knows_its_letters() -> None:
    assert write_table(["Où"], []).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_begin_like_a_formula_stay_words(cell: str) -> None:
    assert read(write_table(["a"], [[cell]]))[1] == [f"'{cell}"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert read(write_table(["a", "b"], [[-3, None]]))[1] == ["-3", ""]
