"""The lines of an edition say what JSON would, and follow every file that changes."""

import json
from collections.abc import Mapping

import pytest

from app.edition.lines import Files, Piece, changed_paths, digest_of_files, ledger_lines, summary_text
from app.edition.store import StoredFile

ONE, OTHER = StoredFile("text/html", "mark", "aa", 3, 2, 1), StoredFile("text/html", "mark", "bb", 3, 2, 1)


def ledger(files: Mapping[str, StoredFile], *, keep: bool = True) -> object:
    told = json.loads(b"".join(ledger_lines('{"number":1', files, keep=keep)))
    assert told["number"] == 1
    return told["sheets"]


def test_lines_are_json_in_the_order_of_paths() -> None:
    files = {"fr/é": ONE, "ar/": OTHER}
    assert ledger(files) == {"ar/": list(OTHER), "fr/é": list(ONE)}
    assert summary_text(files) == '{"ar/":"bb",\n"fr/é":"aa"}'


def test_another_file_at_a_path_has_another_line() -> None:
    assert summary_text({"fr/": ONE}) == '{"fr/":"aa"}'
    assert summary_text({"fr/": OTHER}) == '{"fr/":"bb"}'
    assert summary_text({}) == "{}"


def test_a_digest_is_the_same_in_whatever_pieces() -> None:
    whole = {"fr/": ONE, "ar/": OTHER}
    in_pieces = Files([Piece({"fr/": ONE}), Piece({"ar/": OTHER})])
    assert digest_of_files(in_pieces) == digest_of_files(whole) != digest_of_files({**whole, "ar/": ONE})
    assert json.loads(summary_text(in_pieces)) == json.loads(summary_text(whole))
    assert ledger(in_pieces) == ledger(in_pieces, keep=False) == ledger(whole) != ledger({}) == {}


def test_two_pieces_never_hold_the_same_path() -> None:
    with pytest.raises(ValueError, match="fr/"):
        Files([Piece({"fr/": ONE}), Piece({"fr/": OTHER})])


def test_of_pieces_that_are_the_same_no_file_changed() -> None:
    same = Piece({"fr/": ONE, "ar/": ONE})
    before = Files([same, Piece({"fr/a": ONE, "fr/b": ONE, "fr/c": ONE})])
    after = Files([same, Piece({"fr/a": ONE, "fr/b": OTHER, "fr/d": ONE})])
    assert changed_paths(after, before) == {"fr/b", "fr/c", "fr/d"}
    assert changed_paths(dict(after), dict(after)) == set()
