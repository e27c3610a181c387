"""What a part knows of the one that it follows, before and after an edit."""

from collections.abc import Set
from functools import cached_property

from .parts import Blocks, names_by_line


class Foreign:
    """The lines of the part that another follows, each with the name of its block, as they were and as they are."""

    def __init__(self, former: Blocks, blocks: Blocks) -> None:
        """Take the blocks of that part before the edit, and those that it has now."""
        self.former, self.blocks = former, blocks
        self.was, self.now = names_by_line(former), names_by_line(blocks)
        self.moved = {line for line, _ in self.was.items() ^ self.now.items()}
        """Those that came, went or were given another name."""

    @cached_property
    def new_names(self) -> Set[str]:
        """The names that lines were given: a block of the part may have one of them for another line."""
        return {self.now[line] for line in self.moved if line in self.now}


NONE = Foreign({}, {})
"""What a part that follows no other knows of others."""
