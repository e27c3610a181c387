"""The words that lead to kinds of place, in every language: part of `words.json`.

    "kinds", "themes"   what each is called, in the order of the core
    "missing"           [rank of its theme, what it is called] of each kind without a place here: who asks is told so
    "shared"            all other words, a line for those that lead to the same: `3 17 20~:douche,se laver`

Before the colon are ranks in kinds, themes and missing, one after the other, in base 36; `~` says that places of the
kind help with it too. Most words lead to several kinds: written once they weigh a quarter less. They are folded, as
the phone compares them; what kinds are called stays as it is.
"""

import re
from collections.abc import Iterable, Sequence

from ..cache import Columns
from ..domain.category import Category
from ..domain.content import Content
from ..domain.territory import Territory
from ..domain.text import fold


def words_of_kinds(
    content: Content, languages: Sequence[str], territory: Territory, used: Sequence[Category]
) -> dict[str, object]:
    """Return the words of the kinds that have a place in a territory, of the themes, and of all other kinds."""

    def told(category: Category) -> tuple[str, tuple[str, ...]]:
        return _called(content, category, languages), _synonyms(content, category, languages)

    all_kinds, made_from = [*content.categories.all.values()], (content.texts, tuple(languages))
    found = dict(zip(content.categories.all, _TOLD.take(territory.id, made_from, all_kinds, told), strict=True))
    missing = _missing(content, {category.id for category in used})
    themes = content.categories.themes
    every = (*used, *themes, *(category for _, category in missing))
    words = {category.id: {*found[category.id][1]} for category in every}
    for category in every:
        # A word that a kind bears asks for that kind: its theme need not bear it too.
        if category.parent is not None:
            words[content.categories.theme_of(category.id).id] -= words[category.id]
    return {
        "kinds": [found[category.id][0] for category in used],
        "themes": [found[category.id][0] for category in themes],
        "missing": [[rank, found[category.id][0]] for rank, category in missing],
        "shared": _shared([[w for w in found[category.id][1] if w in words[category.id]] for category in every]),
    }


# Private

_TOLD = Columns()
"""By territory, what each kind is called and its other words, in all languages."""


def _missing(content: Content, used: set[str]) -> list[tuple[int, Category]]:
    themes = [theme.id for theme in content.categories.themes]
    below = (c for c in content.categories.all.values() if c.parent is not None and c.id not in used)
    return [(themes.index(content.categories.theme_of(c.id).id), c) for c in below]


def _shared(lists: Sequence[Sequence[str]]) -> str:
    """Return the lines of words that lead to the same."""
    owners: dict[str, dict[int, str]] = {}
    for rank, words in enumerate(lists):
        for word in words:
            owners.setdefault(word.lstrip("~"), {}).setdefault(rank, _written(rank) + "~" * word.startswith("~"))
    lines: dict[str, list[str]] = {}
    for word, ranks in owners.items():
        lines.setdefault(" ".join(ranks.values()), []).append(word)
    return "\n".join(f"{ranks}:{','.join(words)}" for ranks, words in lines.items())


def _written(rank: int) -> str:
    """Return a rank in base 36, as `parseInt` reads it."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (digits[rank // 36] if rank >= 36 else "") + digits[rank % 36]


def _called(content: Content, category: Category, languages: Iterable[str]) -> str:
    labels = (content.texts.of(f"category:{category.id}/label", category.label, lang).words for lang in languages)
    return ",".join(dict.fromkeys(_line(name) for label in labels for name in _names_in(label)))


def _synonyms(content: Content, category: Category, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the other words, those that lead there plainly first: one of them is enough."""
    key, source = f"category:{category.id}/synonyms", ", ".join(category.synonyms)
    lists = (content.texts.of(key, source, lang).words.split(",") for lang in languages)
    words = dict.fromkeys(_folded(word) for words in lists for word in words if word.strip())
    return tuple(sorted(words, key=lambda word: word.startswith("~")))


def _folded(word: str) -> str:
    word = _line(word)
    return "~" * word.startswith("~") + fold(word.lstrip("~")).replace(":", " ")


def _names_in(label: str) -> Iterable[str]:
    """Yield what a label calls a kind: not the items of a list, for each of them is less than the whole."""
    name, _, more = label.partition("(")
    if not _LIST.search(name):
        yield name
    if not _LIST.search(more) and more.strip(" )"):
        yield more.rstrip(")")


_LIST = re.compile("[,،]")


def _line(text: str) -> str:
    return " ".join(text.split())
