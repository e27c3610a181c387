"""What translations say they translate must be there, and still say the same; a leader's text has a file apart."""

from collections.abc import Iterator, Mapping

from ...domain.problem import Problem
from ...domain.text import N_, TextState, Translation
from ...domain.translatable import is_leader_key, leader_texts, translatable_texts
from . import texts
from .parts import Parts
from .source import Source


def check_texts(parts: Parts) -> Iterator[Problem]:
    """Warn of translations of nothing, and of those made from another French text."""
    yield from _in_the_wrong_file(parts)
    content = parts.content()
    if content is None or any(not problem.warning for problem in parts.problems()):
        return  # the text may stand in something that could not be read
    sources = {**translatable_texts(content), **leader_texts(content)}
    for path, found in _files(parts):
        yield from _outdated(Source(path, b""), found, sources)


# Private


def _files(parts: Parts) -> Iterator[tuple[str, Mapping[str, Translation]]]:
    for language, reading in parts.texts.items():
        yield texts.path_of(language), reading.value
    for language, reading in parts.leader_texts.items():
        yield texts.leader_path_of(language), reading.value


def _in_the_wrong_file(parts: Parts) -> Iterator[Problem]:
    for language, reading in parts.texts.items():
        source = Source(texts.path_of(language), b"")
        yield from (source.problem(key, _FOR_THE_LEADER) for key in reading.value if is_leader_key(key))
    for language, reading in parts.leader_texts.items():
        source = Source(texts.leader_path_of(language), b"")
        yield from (source.problem(key, _FOR_ALL) for key in reading.value if not is_leader_key(key))


def _outdated(source: Source, found: Mapping[str, Translation], sources: Mapping[str, str]) -> Iterator[Problem]:
    for text in found.values():
        if text.key not in sources:
            yield source.problem(text.key, _NOTHING, warning=True)
        elif text.source != sources[text.key] and text.state is not TextState.OUTDATED:
            yield source.problem(text.key, _CHANGED, warning=True)


_FOR_THE_LEADER = N_("ce texte est pour la personne qui mène la balade : déplacez-le dans leader.po.")
_FOR_ALL = N_("ce texte se montre à tout le monde : déplacez-le dans content.po.")
_NOTHING = N_("aucun texte ne porte cette clé : la traduction ne sert à rien.")
_CHANGED = N_("le français a changé depuis cette traduction : elle s’affiche comme à revoir.")
