"""What is wrong with a piece of content, said so that the person who wrote it can mend it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .text import N_


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
        where = translate(N_(", ")).join(_told_place(part, translate) for part in self.where.split(", "))
        return " · ".join(part for part in (self.file, where, sentence) if part)


def _told_place(part: str, translate: Callable[[str], str]) -> str:
    """Say one step of a way into a file: its first words are ours, what follows is the writer's."""
    word = next((word for word in _PLACES if part == word or part.startswith(f"{word} ")), "")
    if not word:
        return part
    number = translate(N_("n°"))
    return translate(word) + _NUMBER.sub(rf" {number}\1", part.removeprefix(word))


_PLACES = (
    N_("arrêt"),
    N_("avis"),
    N_("catégorie"),
    N_("champ"),
    N_("code"),
    N_("colonne"),
    N_("entrée"),
    N_("jour férié"),
    N_("lieu"),
    N_("ligne"),
    N_("service"),
    N_("séance"),
    N_("territoire"),
    N_("tronçon"),
    N_("vacances"),
    N_("variante"),
)
_NUMBER = re.compile(r" n°(\s\d)")
