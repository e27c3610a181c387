"""Twins hold the same bytes; of a long list, only what an edit changed is compressed again."""

import gzip
from typing import Any

import pytest
from zlib_ng import zlib_ng

from app.edition.compress import compress


def long_list(**changed: str) -> bytes:
    lines = [f'{{"lieu-{number}": "{changed.get(f"_{number}", number**5)}"}}' for number in range(20_000)]
    return "\n".join(lines).encode()


def test_a_long_list_comes_out_of_its_blocks_as_it_was() -> None:
    for data in long_list(), b"without any end of a line " * 20_000, b"\n" * 300_000:
        twins = compress(data, "application/json", shared=False)
        assert list(twins) == ["gzip"] and gzip.decompress(twins["gzip"]) == data


def test_blocks_are_the_same_bytes_whatever_was_compressed_before() -> None:
    anew = compress(long_list(_7="autre"), "application/json", shared=False)
    compress(long_list(), "application/json", shared=False)
    assert compress(long_list(_7="autre"), "application/json", shared=False) == anew


def test_an_edit_compresses_the_blocks_that_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    compress(long_list(), "application/json", shared=False)
    begun: list[object] = []
    deflate = zlib_ng.compressobj

    def counted(*asked: Any, **told: Any) -> Any:
        begun.append(asked)
        return deflate(*asked, **told)

    monkeypatch.setattr(zlib_ng, "compressobj", counted)
    compress(long_list(_7="autre chose"), "application/json", shared=False)
    assert len(begun) == 1


def test_what_every_visitor_fetches_keeps_both_twins() -> None:
    assert set(compress(long_list(), "application/json", shared=True)) == {"br", "gzip"}
