"""What a part knows of the one that it follows, before and after an edit."""

from collections.abc import Mapping, Set
from functools import cached_property

from .parts import Blocks, Lines


class Foreign:
    """The lines of the part that another follows, each with the name of its block, as they were and as they are."""

    def __init__(self, was: Blocks, now: Blocks) -> None:
        self.blocks = now
        self.was = {line: name for name, lines in was.items() for line in lines}
        self.now = self.was if now is was else {line: name for name, lines in now.items() for line in lines}
        self.moved = {line for line, _ in self.was.items() ^ self.now.items()} if now is not was else set[str]()
        """Those that came, went or were given another name."""

    @cached_property
    def former(self) -> Mapping[str, Lines]:
        """The blocks as they were."""
        return {name: [line] for line, name in self.was.items()}

    @cached_property
    def new_names(self) -> Set[str]:
        """The names that lines were given: a block of the part may have one of them for another line."""
        return {self.now[line] for line in self.moved if line in self.now}


NONE = Foreign({}, {})
"""What a part that follows no other knows of others."""
