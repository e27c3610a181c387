"""What languages have in common after an edit: of the pages that it left as they were, none is read again."""

from collections.abc import Sequence

from .parts import LONG, Blocks, blocks_of_common, names_by_line
from .revision import Revision


def revise_common(common: Blocks, languages: Sequence[Revision]) -> Blocks:
    """Return the blocks of what languages have in common, as `write_common` makes them of all pages: the same object
    where no line came or went."""
    names = names_by_line(common)
    removed = {line for language in languages for line in language.removed} & names.keys()
    added = {line for language in languages for line in language.added if len(line) >= LONG} - names.keys()
    lost = {line for line in removed if not _is_common(line, languages, names.get(line))}
    gained = {line for line in added if _is_common(line, languages, None)}
    return blocks_of_common(names.keys() - lost | gained) if lost or gained else common


# Private


def _is_common(line: str, languages: Sequence[Revision], name: str | None) -> bool:
    """Tell whether a line stands in two languages at least; `name` is the one that it has among those in common."""
    return sum(language.holds(line, name) for language in languages) > 1
