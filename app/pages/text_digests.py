"""Digests of the texts of the content, by what they are said of: an edit leaves most as they were."""

from collections.abc import Mapping
from sys import intern

from ..cache import Cache
from ..domain.subject import SUBJECTS
from ..domain.text import Translation
from ..edition.file import fingerprint_of

KEPT = Cache()
"""Those of the last plan, by language and territory."""

_APART = tuple(kind.key("") for kind in SUBJECTS.values() if not kind.keeps_its_name)
"""What the texts that only pages of their subject show begin with."""


def digests_by_subject(lang: str, texts: Mapping[str, Translation]) -> Mapping[str, str]:
    """Return a digest of the texts of every subject (`place:abc`) in a language."""
    found: Mapping[str, str] = KEPT.take(("subjects", lang), (texts,), lambda: _by_subject(texts))
    return found


def words_digest(lang: str, digests: Mapping[str, str]) -> str:
    """Return a digest of the texts that any page may show: categories, territories, holidays."""

    def make() -> str:
        return fingerprint_of([item for item in digests.items() if not item[0].startswith(_APART)])

    digest: str = KEPT.take(("words", lang), (digests,), make)
    return digest


def digest_of_subjects(slot: tuple[str, str], digests: Mapping[str, str], subjects: tuple[str, ...]) -> str:
    """Return a digest of the texts of several subjects."""
    digest: str = KEPT.take(
        ("several", *slot), (digests, subjects), lambda: fingerprint_of([digests.get(each, "") for each in subjects])
    )
    return digest


# Private


def _by_subject(texts: Mapping[str, Translation]) -> Mapping[str, str]:
    subjects: dict[str, list[tuple[str, str, str, str]]] = {}
    for key, entry in texts.items():
        seen = (key, entry.source, entry.words, entry.state.value)
        subjects.setdefault(intern(key.split("/", 1)[0]), []).append(seen)
    return {subject: fingerprint_of(entries) for subject, entries in subjects.items()}
