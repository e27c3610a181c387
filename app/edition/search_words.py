"""The words that lead to kinds of place, in every language: part of `words.json`.

    "kinds", "themes"   the words of each, joined by commas, in the order of the core; first what it is called
    "missing"           [rank of its theme, words] of each kind without a place here: who asks is told so

Those behind a lone `~` say that places of the kind help with it too. All but the first are folded, as the phone
compares them. Most words lead to several kinds: those that lead to the same stand together everywhere, in the same
order, so that compressing finds them again (a seventh less on the way).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..cache import Cache, Columns
from ..domain.category import Category
from ..domain.content import Content
from ..domain.territory import Territory
from ..domain.text import fold


def words_of_kinds(
    content: Content, languages: Sequence[str], territory: Territory, used: Sequence[Category]
) -> dict[str, object]:
    """Return the words of the kinds that have a place in a territory, of the themes, and of all other kinds."""

    made_from = (content.texts, content.categories, tuple(languages), tuple(used))
    found: dict[str, object] = _FOUND.take(territory.id, made_from, lambda: _words(content, languages, used))
    return found


def one_line(text: str) -> str:
    """Return words with a single space between them."""
    return " ".join(text.split())


# Private

ALSO = "~"
"""Before a word of the content, and on the way before all such words: a run of them is then the same as elsewhere."""

_FOUND = Cache()
"""By territory, all its words: most edits change none."""

_TOLD = Columns()
"""What each kind is called and its other words, in all languages: the same in every territory."""


def _words(content: Content, languages: Sequence[str], used: Sequence[Category]) -> dict[str, object]:
    def told(category: Category) -> tuple[tuple[str, ...], tuple[str, ...]]:
        names = _called(content, category, languages)
        return names, _synonyms(content, category, languages, names)

    all_kinds, made_from = [*content.categories.all.values()], (content.texts, tuple(languages))
    found = dict(zip(content.categories.all, _TOLD.take("", made_from, all_kinds, told), strict=True))
    missing = _missing(content, {category.id for category in used})
    words = _in_order(content, found, [*used, *content.categories.themes, *(category for _, category in missing)])
    return {
        "kinds": [words[category.id] for category in used],
        "themes": [words[category.id] for category in content.categories.themes],
        "missing": [[rank, words[category.id]] for rank, category in missing],
    }


def _missing(content: Content, used: set[str]) -> list[tuple[int, Category]]:
    themes = [theme.id for theme in content.categories.themes]
    below = (c for c in content.categories.all.values() if c.parent is not None and c.id not in used)
    return [(themes.index(content.categories.theme_of(c.id).id), c) for c in below]


def _in_order(
    content: Content, found: Mapping[str, tuple[Sequence[str], Sequence[str]]], categories: Sequence[Category]
) -> Mapping[str, str]:
    """Return the words of each category, those that lead to the same categories together."""
    left = {category.id: dict.fromkeys(found[category.id][1]) for category in categories}
    for category in categories:
        # A word that a kind bears asks for that kind: its theme need not bear it too.
        if category.parent is not None:
            theme = left[content.categories.theme_of(category.id).id]
            for word in left[category.id]:
                theme.pop(word, None)
    leads: dict[str, list[int]] = {}
    for rank, category in enumerate(categories):
        for word in left[category.id]:
            leads.setdefault(_bare(word), []).append(rank)
    order = {word: n for n, word in enumerate(sorted(leads, key=lambda word: leads[word][::-1]))}

    def told(id: str, words: Iterable[str]) -> Iterator[str]:
        yield from found[id][0]
        also = {_bare(word) for word in words if word.startswith(ALSO)}
        yield from sorted((word for word in words if not word.startswith(ALSO)), key=order.__getitem__)
        yield from (ALSO, *sorted(also, key=order.__getitem__)) if also else ()

    return {id: ",".join(told(id, words)) for id, words in left.items()}


def _called(content: Content, category: Category, languages: Iterable[str]) -> tuple[str, ...]:
    labels = (content.texts.of(f"category:{category.id}/label", category.label, lang).words for lang in languages)
    names = [one_line(name) for label in labels for name in _names_in(label)]
    folded = dict.fromkeys(fold(name) for name in names)
    return (*names[:1], *[*folded][1:])


def _synonyms(content: Content, category: Category, languages: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the other words than its names, each once: plainly where one language says it so."""
    key, source = f"category:{category.id}/synonyms", ", ".join(category.synonyms)
    called = {fold(name) for name in names}
    lists = (content.texts.of(key, source, lang).words.split(",") for lang in languages)
    words = dict.fromkeys(_folded(word) for words in lists for word in words if word.strip())
    return tuple(_plain_or_alone(words, called))


def _plain_or_alone(words: Mapping[str, object], called: set[str]) -> Iterator[str]:
    for word in words:
        if _bare(word) not in called and not (word.startswith(ALSO) and _bare(word) in words):
            yield word


def _folded(word: str) -> str:
    word = one_line(word)
    return ALSO * word.startswith(ALSO) + fold(_bare(word))


def _bare(word: str) -> str:
    return word.lstrip(ALSO)


def _names_in(label: str) -> Iterable[str]:
    """Yield what a label calls a kind: not the items of a list, for each of them is less than the whole."""
    name, _, more = label.partition("(")
    if not _LIST.search(name):
        yield name
    if not _LIST.search(more) and more.strip(" )"):
        yield more.rstrip(")")


_LIST = re.compile("[,،]")
