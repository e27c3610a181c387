"""Translations as the desk reads them: how far each language is, lists of texts, and one text beside its French."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from ...domain.content import Content
from ...domain.person import Person
from ...domain.subject import SUBJECTS, find_subject
from ...domain.text import SOURCE, TextState, fold
from ...domain.translating import Piece, compare_words, glossary_hits, glossary_of, state_of, subject_in
from ...domain.wording import LEADER, MESSAGES, POSTERS, TEXTS, WORDED, catalogue_of
from ...exchange.catalogues import languages_with
from ..changes import Change, read_changes
from ..content.queries import read_content
from ..sessions import reading
from .entries import Entry, history_of, read_entries, texts_of
from .faults import NoSuchText

A_PAGE = 25
TO_DO = (TextState.MISSING, TextState.OUTDATED, TextState.TO_REVIEW, TextState.MACHINE)
"""States that wait for somebody, the most urgent first."""

MOST_VERSIONS = 20
CATALOGUES = (TEXTS, LEADER, MESSAGES, POSTERS)
"""What is translated, that which families read of their places first."""

_SHORT = 30
"""Characters of a sentence that is a word for other sentences."""


@dataclass(frozen=True)
class Progress:
    """How many texts of a language's catalogue are in each state."""

    language: str
    catalogue: str
    counts: Mapping[TextState, int]

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Wanted:
    """Which texts: of a catalogue, in a state, of a theme, of one subject, with some words; all where nothing is said.

    Without a catalogue they are those of places and walks.
    """

    catalogue: str = TEXTS
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


def read_progress(person: Person, offered: Sequence[str]) -> list[Progress]:
    """Return how far each catalogue of each language is: of those offered, known to the library, or on paper."""
    with reading() as session:
        content = read_content(session)
        french = {catalogue: texts_of(content, person, catalogue) for catalogue in (TEXTS, LEADER)}
        return [
            Progress(language, catalogue, counts)
            for language, catalogue in _translated(content, person, offered)
            if any((counts := _counts(session, content, person, french, language, catalogue)).values())
        ]


def read_listing(person: Person, language: str, wanted: Wanted, page: int) -> Listing:
    """Return a page of the texts of a language."""
    with reading() as session:
        content = read_content(session)
        every = read_entries(session, person, language, wanted.catalogue)
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
        every = read_entries(session, person, language, catalogue_of(key))
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
        glossary_hits(_glossary(content, language, every), entry.french),
        changed,
        read_changes(history_of(entry), f"{language}/{key}", most=MOST_VERSIONS),
        _page(content, key),
    )


# Private


def _translated(content: Content, person: Person, offered: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each language with each of its catalogues; paper speaks more languages than the site."""
    served = {*offered, *content.texts.by_language} - {SOURCE}
    on_paper = {*languages_with(POSTERS)} - {SOURCE}
    for language in [*sorted(served), *sorted(on_paper - served)]:
        for catalogue in CATALOGUES:
            is_there = language in on_paper if catalogue == POSTERS else language in served
            if is_there and (catalogue not in WORDED or person.covers(())):
                yield language, catalogue


def _counts(
    session: Session,
    content: Content,
    person: Person,
    french: Mapping[str, Mapping[str, str]],
    language: str,
    catalogue: str,
) -> dict[TextState, int]:
    if catalogue in WORDED:
        return _in_order(Counter(entry.state for entry in read_entries(session, person, language, catalogue)))
    known = content.texts.by_language.get(language, {})
    return _in_order(Counter(state_of(known.get(key), text) for key, text in french[catalogue].items()))


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


def _glossary(content: Content, language: str, every: Iterable[Entry]) -> dict[str, str]:
    """Return what categories and quarters are called, and the short sentences of the same catalogue."""
    short = (each for each in every if each.is_wording and len(each.french) <= _SHORT and each.french[-1:].isalpha())
    words = {fold(each.french): (each.french, each.words) for each in short if each.words and "%" not in each.french}
    return dict(words.values()) | glossary_of(content, language)


def _page(content: Content, key: str) -> str:
    kind, id = subject_in(key)
    if kind in WORDED:
        return ""
    subject = find_subject(content, kind, id)
    return SUBJECTS[kind].path(id) if subject is not None and SUBJECTS[kind].is_public(content, subject) else ""
