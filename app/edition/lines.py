"""How an edition is written down: its files in pieces, each told once, so that an edit writes those that it touched.

The ledger, `edition.json` and the digest of an edition tell all its files.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from hashlib import sha256
from itertools import chain
from types import MappingProxyType
from typing import Any

Row = tuple[Any, ...]
"""A stored file (`store.py`)."""


class Piece:
    """Stored files by their path, in the order of paths; editions that have the same ones share it."""

    def __init__(self, files: Mapping[str, Row]) -> None:
        self.files: dict[str, Any] = {path: files[path] for path in sorted(files)}

    @cached_property
    def ledger(self) -> str:
        """All that is known of each file, as the inside of a JSON object."""
        return self.tell()

    def tell(self) -> str:
        """Return what `ledger` says, and do not keep it."""
        return ",".join(f"{_json(path)}:{_json(stored)}" for path, stored in self.files.items())

    @cached_property
    def summary(self) -> str:
        """The SHA-256 of each file by its path, as the inside of a JSON object."""
        return ",\n".join(f"{_json(path)}:{_json(digest)}" for path, (_, _, digest, *_) in self.files.items())

    @cached_property
    def digest(self) -> int:
        """A digest of path, SHA-256 and media type of each file: a sum, so that it is the same in whatever pieces."""
        told = (_json([path, digest, media_type]) for path, (media_type, _, digest, *_) in self.files.items())
        return sum(int.from_bytes(sha256(each.encode()).digest()) for each in told)


Packs = Mapping[str, tuple[object, Piece]]
"""By territory, the plan of its pack and what was bound from it."""


class Files(dict[str, Any]):
    """Every stored file of an edition by its path, and the pieces that they come in.

    `made_of` is the piece that each bundle of the plan became, as long as the process has both.
    """

    def __init__(
        self,
        pieces: Iterable[Piece] = (),
        made_of: Mapping[object, Piece] = MappingProxyType({}),
        packs: Packs = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.pieces, self.made_of, self.packs = tuple(piece for piece in pieces if piece.files), made_of, packs
        for piece in self.pieces:
            self.update(piece.files)
        if len(self) < sum(len(piece.files) for piece in self.pieces):
            path, _ = Counter(chain.from_iterable(piece.files for piece in self.pieces)).most_common(1)[0]
            raise ValueError(f"Two planned files have the path {path!r}.")


def with_pieces(files: Mapping[str, Row], *more: Piece, packs: Packs | None = None) -> Files:
    """Return files with those of more pieces."""
    known = files if isinstance(files, Files) else Files(pieces_of(files))
    return Files((*known.pieces, *more), known.made_of, known.packs if packs is None else packs)


def pieces_of(files: Mapping[str, Row]) -> tuple[Piece, ...]:
    """Return the pieces that files come in; those that come in none are one."""
    return files.pieces if isinstance(files, Files) else (Piece(files),)


def bodies_in(pieces: Iterable[Piece]) -> Set[str]:
    """Return the SHA-256 of every body that pieces have."""
    return {stored.sha256 for piece in pieces for stored in piece.files.values()}


def changed_paths(files: Mapping[str, Row], before: Mapping[str, Row]) -> Set[str]:
    """Return the paths that have another file than before, or none; in pieces that both have, there are none."""
    now, then = set(pieces_of(files)), set(pieces_of(before))
    paths = chain.from_iterable(piece.files for piece in now ^ then)
    return {path for path in paths if files.get(path) is not before.get(path)}


def ledger_lines(head: str, files: Mapping[str, Row], *, keep: bool) -> Iterator[bytes]:
    """Yield a ledger, its JSON object without the brace that ends it and then its files, piece by piece.

    What was told of a piece is kept for the ledger after it, if there is one: a first edition is the largest there is,
    and its process seldom makes another.
    """
    yield f'{head},"sheets":{{'.encode()
    comma = ""
    for piece in pieces_of(files):
        if piece.files:
            yield f"{comma}{piece.ledger if keep else piece.tell()}".encode()
            comma = ","
    yield b"}}"


def summary_text(files: Mapping[str, Row]) -> str:
    """Return the SHA-256 of every file by its path, as JSON: a line a file."""
    return "{" + ",\n".join(piece.summary for piece in pieces_of(files) if piece.files) + "}"


def digest_of_files(files: Mapping[str, Row]) -> str:
    """Return a digest of path, SHA-256 and media type of every file."""
    return f"{sum(piece.digest for piece in pieces_of(files)) % 2**256:064x}"


# Private


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
