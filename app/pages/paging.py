"""The pages of a long list that one page of it links to: its ends, its neighbours, and strides between."""

from collections.abc import Callable
from dataclasses import dataclass

_STRIDES = (1, 2, 10, 100)
"""Any page of a thousand is then a few taps away, without script, by a dozen links."""

_FEW = 12
"""So many pages are all linked to."""


@dataclass(frozen=True)
class Step:
    """A page of a list; `is_after_gap` when pages are left out before it."""

    number: int
    url: str
    is_after_gap: bool = False


def steps_from(page: int, pages: int, url_of: Callable[[int], str]) -> tuple[Step, ...]:
    """Return the pages that `page` links to, itself among them, in order."""
    shown = _shown(page, pages)
    return tuple(Step(n, url_of(n), n - before > 1) for before, n in zip([0, *shown], shown, strict=False))


# Private


def _shown(page: int, pages: int) -> list[int]:
    if pages <= _FEW:
        return list(range(1, pages + 1))
    near = {page + way * stride for stride in _STRIDES for way in (-1, 1)}
    return sorted({1, page, pages} | {n for n in near if 1 <= n <= pages})
