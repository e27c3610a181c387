"""What translations say they translate must be there, and still say the same."""

from collections.abc import Iterator

from ...domain.problem import Problem
from ...domain.text import N_, TextState
from ...domain.translatable import translatable_texts
from . import texts
from .parts import Parts
from .source import Source


def check_texts(parts: Parts) -> Iterator[Problem]:
    """Warn of translations of nothing, and of those made from another French text."""
    content = parts.content()
    if content is None:
        return
    sources = translatable_texts(content)
    for language, reading in parts.texts.items():
        source = Source(texts.path_of(language), b"")
        for text in reading.value.values():
            if text.key not in sources:
                if not _hides_in_a_refused_file(parts, text.key):
                    yield source.problem(text.key, _NOTHING, warning=True)
            elif text.source != sources[text.key] and text.state is not TextState.OUTDATED:
                yield source.problem(text.key, _CHANGED, warning=True)


def _hides_in_a_refused_file(parts: Parts, key: str) -> bool:
    """Tell whether the text may stand in something that could not be read: then there is nothing to say."""
    kind, _, rest = key.partition(":")
    identifier = rest.split("/")[0]
    if kind == "place":
        return not parts.places.readable or identifier in parts.places.ids - parts.places.value.keys()
    if kind == "walk":
        return identifier in parts.walks.keys() - parts.read_walks.keys()
    if kind == "territory":
        return not parts.territories.readable or identifier in parts.territories.ids - parts.territories.value.keys()
    return kind in ("category", "entry") and bool(not parts.categories.readable or parts.categories.problems)


_NOTHING = N_("aucun texte ne porte cette clé : la traduction ne sert à rien.")
_CHANGED = N_("le français a changé depuis cette traduction : elle s’affiche comme à revoir.")
