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
    if content is None or any(not problem.warning for problem in parts.problems()):
        return  # the text may stand in something that could not be read
    sources = translatable_texts(content)
    for language, reading in parts.texts.items():
        source = Source(texts.path_of(language), b"")
        for text in reading.value.values():
            if text.key not in sources:
                yield source.problem(text.key, _NOTHING, warning=True)
            elif text.source != sources[text.key] and text.state is not TextState.OUTDATED:
                yield source.problem(text.key, _CHANGED, warning=True)


_NOTHING = N_("aucun texte ne porte cette clé : la traduction ne sert à rien.")
_CHANGED = N_("le français a changé depuis cette traduction : elle s’affiche comme à revoir.")
