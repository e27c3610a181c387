"""Precompressed twins of a file: made once with the edition, so that no request pays for them."""

from collections.abc import Mapping
from hashlib import sha256
from operator import methodcaller
from struct import pack

import brotli
from zlib_ng import zlib_ng

SUFFIXES = {"br": ".br", "gzip": ".gz"}
"""File suffix of each content coding, best first."""

_PLAIN = "application/octet-stream"
"""Columns of numbers (`domain/routing/codec.py`): brotli takes half of them away."""

_TEXTUAL = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/xml")
_AS_THEY_ARE = ("text/calendar",)
"""Some programs that subscribe to a calendar cannot open a compressed one."""

_QUALITY_SHARED = 11
_QUALITY_OTHERS = 5
"""On small pages 5 is 20 times as fast as 11 and 6 % larger; 11 pays only for what everybody fetches."""

_LARGE = 1_000_000
"""Above this many bytes brotli 11 takes seconds: 9 keeps an edit quick and costs about 5 %."""

_LARGE_DATA = 32_000
"""The same for data, which edits change in every language: there 11 takes a third of a second, 7 a twentieth of it, and
the 9 that saves two parts of a hundred takes twice as long."""

_LARGE_OTHERS = 256_000
"""Lists of all that there is, for programs, and screens of kiosks: every edit changes a few of their lines. They are
compressed in blocks, each known by itself: of gzip, for blocks of brotli cannot be put one after the other."""

_BLOCK = 131_072
"""Bytes of a block, to the end of a line: four times what gzip looks back on."""

_MOST_BLOCKS = 96
"""Kept in memory: those of a dozen megabytes of lists, about one when compressed."""


def compress(data: bytes, media_type: str, *, shared: bool) -> Mapping[str, bytes]:
    """Return the codings of `data` worth keeping (`br`, `gzip`): none for pictures, none that is not smaller."""
    is_text = is_textual(media_type)
    if not is_text and media_type != _PLAIN:
        return {}
    if not shared and len(data) > _LARGE_OTHERS:
        return {"gzip": gzip_in_blocks(data)}
    mode = brotli.MODE_TEXT if is_text else brotli.MODE_GENERIC
    twins = {
        "br": brotli.compress(data, mode=mode, quality=_quality(data, media_type, shared)),
        "gzip": gzip(data) if shared else gzip(data, _LEVEL),
    }
    return {coding: twin for coding, twin in twins.items() if len(twin) < len(data)}


def is_textual(media_type: str) -> bool:
    """Tell whether a media type is text worth compressing: pictures, fonts and PDF are compressed already."""
    if media_type.startswith(_AS_THEY_ARE):
        return False
    return media_type.startswith(_TEXTUAL) or media_type.split(";")[0].endswith(("+json", "+xml"))


def gzip(data: bytes, level: int = 8) -> bytes:
    """Return data as gzip; without a time in it, the same data gives the same bytes.

    At 8, zlib-ng writes as little as zlib does at 9, in two thirds of the time.
    """
    return zlib_ng.compress(data, level, _GZIP)


def gunzip(data: bytes) -> bytes:
    """Return what gzip stands for; raise `OSError` for bytes that are not gzip, or lack some."""
    try:
        return zlib_ng.decompress(data, _GZIP)
    except zlib_ng.error as error:  # type: ignore[misc]  # of its stub, which says an exception, not a class of them
        raise OSError(str(error)) from error


def gzip_in_blocks(data: bytes) -> bytes:
    """Return data as gzip, of which blocks that are known are not compressed again."""
    blocks, start = [_HEAD], 0
    while start < len(data):
        end = data.find(b"\n", start + _BLOCK) + 1 or len(data)
        blocks.append(_deflated(data[start:end]))
        start = end
    return b"".join((*blocks, _END, pack("<II", zlib_ng.crc32(data), len(data) % 2**32)))


# Private

_GZIP = zlib_ng.MAX_WBITS | 16
"""Asks for the head and the end of gzip."""

_LEVEL = 7
"""For pages: 8 is 0.3 % smaller, and slower."""

_HEAD, _END = gzip(b"")[:10], b"\x03\0"

_END_OF_BLOCK = methodcaller("flush", zlib_ng.Z_FULL_FLUSH)
"""Whatever follows begins on a byte and looks back on nothing."""

_DEFLATED: dict[bytes, bytes] = {}
"""The blocks that were asked for last, by the hash of their bytes."""


def _deflated(block: bytes) -> bytes:
    name = sha256(block).digest()
    found = _DEFLATED.pop(name, None)
    if found is None:
        deflate = zlib_ng.compressobj(_LEVEL, wbits=-zlib_ng.MAX_WBITS)
        found = deflate.compress(block) + _END_OF_BLOCK(deflate)
    _DEFLATED[name] = found
    for oldest in [*_DEFLATED][:-_MOST_BLOCKS]:
        _DEFLATED.pop(oldest, None)
    return found


def _quality(data: bytes, media_type: str, shared: bool) -> int:
    if not shared:
        return _QUALITY_OTHERS
    if media_type == "application/json" and len(data) >= _LARGE_DATA:
        return 7
    return _QUALITY_SHARED if len(data) < _LARGE else 9
