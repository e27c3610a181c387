"""Parts made from those of the edition before: of the pages that an edit left as they were, none is read again.

What comes out is what `write_part` and `write_common` make of all pages, byte for byte; where that is not certain,
nothing comes out.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from .parts import LONG, Blocks, Lines
from .revision import Edited, Revision

Revised = tuple[bytes, Sequence[Edited]]
"""A part of the edition before, and what of its pages changed since."""


def keeps_common(common: Blocks, languages: Sequence[Revised]) -> bool:
    """Tell whether the part of what languages have in common is made anew as it was: of these blocks."""
    shared = frozenset(chain.from_iterable(common.values()))
    if not all(_keeps(edit, shared) for _, edits in languages for edit in edits):
        return False
    new = [{line for edit in edits for line in edit.added if len(line) >= LONG} for _, edits in languages]
    others = [[(part, new[n]) for n, (part, _) in enumerate(languages) if n != rank] for rank in range(len(languages))]
    pairs = ((line, other) for rank, lines in enumerate(new) for line in lines for other in others[rank])
    return not any(line in added or _holds(part, line) for line, (part, added) in pairs)


def revise_part(part: bytes, edits: Sequence[Edited], foreign: Blocks) -> bytes | None:
    """Return a part with some pages changed; None where it is not certain what its blocks would be.

    `foreign` are the blocks of the part that it follows, which are as they were.
    """
    return Revision(part, edits, foreign).revised()


# Private


def _keeps(edit: Edited, shared: Collection[str]) -> bool:
    """Tell whether a page has the shared lines that it had, in the same order and with the same gaps."""
    return [*_seen(edit.before, shared)] == [*_seen(edit.lines, shared)]


def _seen(lines: Lines, shared: Collection[str]) -> Iterator[str]:
    """Yield the shared lines in their order, and "" for others between them, however many."""
    last = None
    for line in lines:
        seen = line if line in shared else ""
        if seen or last != "":
            yield seen
        last = seen


def _holds(part: bytes, line: str) -> bool:
    """Tell whether a line stands in a part by itself."""
    record = f"\n={line}".encode()
    return record + b"\n" in part or part.endswith(record)
