"""Cutting a frame out of an archive: its directories are walked once, its tiles fetched in a few long pieces."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pmtiles.tile import Compression, Entry, TileType, find_tile, zxy_to_tileid

from ....domain.text import N_
from ...faults import ArchiveBroken, SourceUnusable
from ...tiles.archive import DEEPEST_DIRECTORY, HEADER_BYTES, Head, read_directory, read_header, read_metadata, unpacked
from ...tiles.frame import Frame, Tile
from ...tiles.shape import ZOOMS
from .ranges import Ranges

FIRST_BYTES = 16_384
"""Header and root directory lie in the first 16 KiB of every archive (version 3)."""

GAP_BYTES = 96_000
"""Pieces nearer than this come in one request: a round trip costs more than the bytes between."""

MOST_BYTES = 60_000_000
"""More than this for one frame is a mistake."""


@dataclass(frozen=True)
class Piece:
    """Where the bytes of a tile lie, from the start of the archive."""

    tile: Tile
    offset: int
    length: int


class Cutting:
    """An archive of which a frame is wanted."""

    def __init__(self, ranges: Ranges) -> None:
        self._ranges = ranges
        try:
            self._start = ranges.read(0, FIRST_BYTES)
            self._header = read_header(self._start[:HEADER_BYTES])
            self.head = Head(self._header, self._metadata())
            self._root = read_directory(self._at(self._header["root_offset"], self._header["root_length"]), self._inner)
        except ArchiveBroken as fault:
            raise self._unusable(fault) from fault

    def frame_in(self, frame: Frame) -> Frame:
        """Return the part of a frame that the archive covers."""
        covered = self.head.bounds
        common = frame.bounds.common(covered)
        if common is None:
            sentence = N_("%(name)s ne couvre pas ce cadre : l’archive va de %(covered)s, le cadre est %(wanted)s.")
            raise SourceUnusable(sentence, name=self._ranges.name, covered=covered.told, wanted=frame.bounds.told)
        return Frame(common)

    def pieces(self, frame: Frame) -> list[Piece]:
        """Return where the tiles of a frame lie; raise `SourceUnusable` when the archive has none."""
        self._require_vectors()
        zooms = [zoom for zoom in ZOOMS if self._header["min_zoom"] <= zoom <= self._header["max_zoom"]]
        wanted = {zxy_to_tileid(t.zoom, t.x, t.y): t for zoom in zooms for t in frame.tiles(zoom)}
        found = list(self._find(wanted)) if wanted else []
        if not found:
            sentence = N_("%(name)s n’a aucune tuile dans le cadre %(wanted)s.")
            raise SourceUnusable(sentence, name=self._ranges.name, wanted=frame.bounds.told)
        return found

    def fetch(self, pieces: Sequence[Piece]) -> Iterator[tuple[Tile, bytes]]:
        """Yield the tiles of pieces, not compressed any more."""
        if sum(piece.length for piece in pieces) > MOST_BYTES:
            raise SourceUnusable(N_("Le cadre est trop grand : %(name)s."), name=self._ranges.name)
        for run in runs_of(pieces):
            first, last = run[0], max(run, key=lambda piece: piece.offset + piece.length)
            data = self._read(first.offset, last.offset + last.length - first.offset)
            for piece in run:
                start = piece.offset - first.offset
                yield piece.tile, self._unpacked(data[start : start + piece.length])

    # Private

    @property
    def _inner(self) -> Compression:
        compression: Compression = self._header["internal_compression"]
        return compression

    def _metadata(self) -> Mapping[str, Any]:
        data = self._at(self._header["metadata_offset"], self._header["metadata_length"])
        return read_metadata(data, self._inner)

    def _at(self, offset: int, length: int) -> bytes:
        """Return bytes of the archive: from its first piece where they lie there."""
        if offset + length <= len(self._start):
            return self._start[offset : offset + length]
        return self._read(offset, length)

    def _read(self, offset: int, length: int) -> bytes:
        data = self._ranges.read(offset, length) if length else b""
        if len(data) < length:
            raise self._unusable(ArchiveBroken(N_("il est coupé avant sa fin")))
        return data

    def _unpacked(self, data: bytes) -> bytes:
        try:
            return unpacked(data, self.head.tile_compression)
        except ArchiveBroken as fault:
            raise self._unusable(fault) from fault

    def _unusable(self, fault: ArchiveBroken) -> SourceUnusable:
        return SourceUnusable(N_("%(name)s ne donne pas de carte : %(reason)s."), name=self._ranges.name, reason=fault)

    def _require_vectors(self) -> None:
        if self.head.tile_type is not TileType.MVT:
            raise self._unusable(ArchiveBroken(N_("il contient des images, pas des tuiles vectorielles")))
        if self.head.tile_compression in (Compression.UNKNOWN, Compression.ZSTD):
            raise self._unusable(ArchiveBroken(N_("ses tuiles sont comprimées d’une façon que nous ne lisons pas")))

    def _find(self, wanted: Mapping[int, Tile]) -> Iterator[Piece]:
        """Walk the directories level by level: those of a level that lie close come together."""
        directories: list[tuple[list[Entry], list[int]]] = [(self._root, sorted(wanted))]
        for _ in range(DEEPEST_DIRECTORY):
            deeper: dict[tuple[int, int], list[int]] = {}
            for entries, numbers in directories:
                for number in numbers:
                    entry = find_tile(entries, number)
                    if entry is not None and entry.run_length:
                        offset = self._header["tile_data_offset"] + entry.offset
                        yield Piece(wanted[number], offset, entry.length)
                    elif entry is not None:
                        deeper.setdefault((entry.offset, entry.length), []).append(number)
            directories = list(self._leaves(deeper))

    def _leaves(self, wanted: Mapping[tuple[int, int], list[int]]) -> Iterator[tuple[list[Entry], list[int]]]:
        base = self._header["leaf_directory_offset"]
        places = [Piece(_NOWHERE, base + offset, length) for offset, length in wanted]
        for run in runs_of(places):
            end = max(place.offset + place.length for place in run)
            data = self._at(run[0].offset, end - run[0].offset)
            for place in run:
                start = place.offset - run[0].offset
                try:
                    entries = read_directory(data[start : start + place.length], self._inner)
                except ArchiveBroken as fault:
                    raise self._unusable(fault) from fault
                yield entries, wanted[place.offset - base, place.length]


_NOWHERE = Tile(0, 0, 0)


def runs_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces in groups that one request fetches."""
    run: list[Piece] = []
    end = 0
    for piece in sorted(pieces, key=lambda piece: piece.offset):
        if run and piece.offset - end > GAP_BYTES:
            yield run
            run = []
        run.append(piece)
        end = max(end, piece.offset + piece.length) if len(run) > 1 else piece.offset + piece.length
    if run:
        yield run
