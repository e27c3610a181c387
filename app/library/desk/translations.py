"""Translations as the desk reads them: how far each language is, lists of texts, and one text beside its French."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...domain.content import Content
from ...domain.person import Person
from ...domain.subject import SUBJECTS, find_subject
from ...domain.text import SOURCE, TextState, Translation, fold
from ...domain.translatable import translatable_texts
from ...domain.translating import (
    Piece,
    compare_words,
    glossary_hits,
    glossary_of,
    homes_in,
    mark_of,
    state_of,
    subject_in,
    theme_in,
    title_in,
)
from ..changes import Change, read_changes
from ..content.queries import read_content
from ..models import TranslationRow
from ..sessions import reading
from .faults import NoSuchText

A_PAGE = 25
TO_DO = (TextState.MISSING, TextState.OUTDATED, TextState.TO_REVIEW, TextState.MACHINE)
"""States that wait for somebody, the most urgent first."""

MOST_VERSIONS = 20


@dataclass(frozen=True)
class Progress:
    """How many texts of a language are in each state."""

    language: str
    counts: Mapping[TextState, int]

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Entry:
    """One text and its translation, None where there never was one; `title` names its subject, in French."""

    key: str
    french: str
    held: Translation | None
    title: str
    theme: str

    @property
    def state(self) -> TextState:
        """How far the translation is."""
        return state_of(self.held, self.french)

    @property
    def words(self) -> str:
        """What the translation says."""
        return self.held.words if self.held else ""

    @property
    def note(self) -> str:
        """What somebody wrote beside it in a file."""
        return self.held.note if self.held else ""

    @property
    def version(self) -> str:
        """What tells whether the French or its translation has changed since somebody looked."""
        return version_of(self.held, self.french)


@dataclass(frozen=True)
class Wanted:
    """Which texts: in a state, of a theme, of one subject, with some words; all where nothing is said."""

    state: str = ""
    theme: str = ""
    about: str = ""
    words: str = ""

    @property
    def query(self) -> dict[str, str]:
        """What of it an address says."""
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class Listing:
    """One page of the texts that were asked for; `counts` are of all states, `themes` those that have texts."""

    entries: Sequence[Entry]
    counts: Mapping[TextState, int]
    themes: Mapping[str, str]
    found: int
    pages: int


@dataclass(frozen=True)
class Case:
    """One text to be translated, with its neighbours in the list, its glossary and what it said before."""

    entry: Entry
    number: int
    of: int
    before: str
    after: str
    glossary: Sequence[tuple[str, str]]
    changed: Sequence[Piece]
    versions: Sequence[Change]
    page: str
    """The path of its subject's page, below the language; empty where families see none."""


def version_of(held: Translation | None, french: str) -> str:
    """Return what changes with the French, the words and the state of a translation."""
    told = held or Translation("", "", "", TextState.MISSING)
    return mark_of(Translation(french, told.source, f"{told.words}\0{told.state}\0{told.by}\0{told.on}"))


def entries_for(content: Content, person: Person, language: str) -> list[Entry]:
    """Return the texts that a person may translate into a language, in the order of files."""
    known, subjects = content.texts.by_language.get(language, {}), dict[str, tuple[str, str]]()
    entries = []
    for key, french in _texts_of(content, person).items():
        subject = key.partition("/")[0]
        if subject not in subjects:
            subjects[subject] = title_in(content, key), theme_in(content, key)
        entries.append(Entry(key, french, known.get(key), *subjects[subject]))
    return entries


def read_progress(person: Person, offered: Sequence[str]) -> list[Progress]:
    """Return how far each language is: those offered, and those that the library knows."""
    with reading() as session:
        content = read_content(session)
    languages = sorted({*offered, *content.texts.by_language} - {SOURCE})
    french, known = _texts_of(content, person), content.texts.by_language
    return [Progress(lang, _counts_of(french, known.get(lang, {}))) for lang in languages]


def read_listing(person: Person, language: str, wanted: Wanted, page: int) -> Listing:
    """Return a page of the texts of a language."""
    with reading() as session:
        content = read_content(session)
    every = entries_for(content, person, language)
    themes = {each.theme: "" for each in every}
    found = _wanted(every, wanted)
    pages = max(1, -(-len(found) // A_PAGE))
    start = (min(page, pages) - 1) * A_PAGE
    labels = {id: content.categories.all[id].label if id in content.categories.all else "" for id in themes}
    counts = _in_order(Counter(entry.state for entry in _wanted(every, replace(wanted, state=""))))
    return Listing(found[start : start + A_PAGE], counts, labels, len(found), pages)


def read_case(person: Person, language: str, key: str, wanted: Wanted) -> Case:
    """Return one text; raise `NoSuchText` when there is none, or it is another person's."""
    with reading() as session:
        content = read_content(session)
    every = entries_for(content, person, language)
    entry = next((each for each in every if each.key == key), None)
    if entry is None:
        raise NoSuchText
    around = _around(every, _wanted(every, wanted), key)
    place = next((at for at, each in enumerate(around) if each.key == key), 0)
    held = entry.held
    changed = compare_words(held.source, entry.french) if held and held.words and held.source != entry.french else ()
    return Case(
        entry,
        place + 1,
        len(around),
        around[place - 1].key if place else "",
        around[place + 1].key if place + 1 < len(around) else "",
        glossary_hits(glossary_of(content, language), entry.french),
        changed,
        read_changes(TranslationRow.__tablename__, f"{language}/{key}", most=MOST_VERSIONS),
        _page(content, key),
    )


# Private


def _texts_of(content: Content, person: Person) -> Mapping[str, str]:
    """Return the French texts that are a person's, by key."""
    texts = translatable_texts(content)
    if not person.territories:
        return texts
    subjects = {key.partition("/")[0] for key in texts}
    mine = {subject for subject in subjects if person.covers(homes_in(content, subject))}
    return {key: text for key, text in texts.items() if key.partition("/")[0] in mine}


def _counts_of(french: Mapping[str, str], known: Mapping[str, Translation]) -> dict[TextState, int]:
    return _in_order(Counter(state_of(known.get(key), text) for key, text in french.items()))


def _in_order(counts: Mapping[TextState, int]) -> dict[TextState, int]:
    return {state: counts.get(state, 0) for state in (*TO_DO, TextState.REVIEWED)}


def _wanted(entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
    words = fold(wanted.words)
    return [
        entry
        for entry in entries
        if (not wanted.state or entry.state == wanted.state)
        and (not wanted.theme or entry.theme == wanted.theme)
        and (not wanted.about or entry.key.partition("/")[0] == wanted.about)
        and (not words or words in fold(f"{entry.title} {entry.french} {entry.words}"))
    ]


def _around(every: Sequence[Entry], found: Sequence[Entry], key: str) -> list[Entry]:
    """Return the list with the text in its place, though its state may have taken it out meanwhile."""
    keys = {entry.key for entry in found}
    return [entry for entry in every if entry.key in keys or entry.key == key]


def _page(content: Content, key: str) -> str:
    kind, id = subject_in(key)
    subject = find_subject(content, kind, id)
    return SUBJECTS[kind].path(id) if subject is not None and SUBJECTS[kind].is_public(content, subject) else ""
