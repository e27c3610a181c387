"""The lines of an edition say what JSON would, and follow every file that changes."""

import json

from app.edition.lines import digest_text, ledger_text, summary_text
from app.edition.store import StoredFile

ONE, OTHER = StoredFile("text/html", "mark", "aa", 3, 2, 1), StoredFile("text/html", "mark", "bb", 3, 2, 1)


def test_lines_are_json_in_the_order_of_paths() -> None:
    files = {"fr/é": ONE, "ar/": OTHER}
    assert json.loads(ledger_text(files)) == {"ar/": list(OTHER), "fr/é": list(ONE)}
    assert summary_text(files) == '{"ar/":"bb","fr/é":"aa"}'
    assert json.loads(digest_text(files)) == [["ar/", "bb", "text/html"], ["fr/é", "aa", "text/html"]]


def test_another_file_at_a_path_has_another_line() -> None:
    assert summary_text({"fr/": ONE}) == '{"fr/":"aa"}'
    assert summary_text({"fr/": OTHER}) == '{"fr/":"bb"}'
    assert summary_text({}) == "{}"
