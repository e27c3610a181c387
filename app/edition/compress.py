"""Precompressed twins of a file: made once with the edition, so that no request pays for them."""

import gzip
from collections.abc import Mapping

import brotli

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
"""Lists of all that there is, for programs: every edit changes them, and they grow with every place."""

_QUICKEST = 1


def compress(data: bytes, media_type: str, *, shared: bool) -> Mapping[str, bytes]:
    """Return the codings of `data` worth keeping (`br`, `gzip`): none for pictures, none that is not smaller."""
    is_text = is_textual(media_type)
    is_quick = not shared and len(data) > _LARGE_OTHERS
    if not is_text and media_type != _PLAIN:
        return {}
    mode = brotli.MODE_TEXT if is_text else brotli.MODE_GENERIC
    twins = {
        "br": brotli.compress(data, mode=mode, quality=_QUICKEST if is_quick else _quality(data, media_type, shared)),
        # Without a time in it, the same page gives the same bytes. 9 is 0.1 % smaller than 6, and slower.
        "gzip": gzip.compress(data, compresslevel=9 if shared else _QUICKEST if is_quick else 6, mtime=0),
    }
    return {coding: twin for coding, twin in twins.items() if len(twin) < len(data)}


def is_textual(media_type: str) -> bool:
    """Tell whether a media type is text worth compressing: pictures, fonts and PDF are compressed already."""
    if media_type.startswith(_AS_THEY_ARE):
        return False
    return media_type.startswith(_TEXTUAL) or media_type.split(";")[0].endswith(("+json", "+xml"))


# Private


def _quality(data: bytes, media_type: str, shared: bool) -> int:
    if not shared:
        return _QUALITY_OTHERS
    if media_type == "application/json" and len(data) >= _LARGE_DATA:
        return 7
    return _QUALITY_SHARED if len(data) < _LARGE else 9
