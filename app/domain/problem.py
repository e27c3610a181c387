"""What is wrong with a piece of content, said so that the person who wrote it can mend it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One fault in content: the file, where in it, and a French sentence with its values.

    Bad content is never an exception: readers return every problem at once.
    """

    file: str
    where: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """Say the problem on one line, in the language that `translate` speaks."""
        sentence = translate(self.sentence).format(**self.values)
        return " · ".join(part for part in (self.file, self.where, sentence) if part)
