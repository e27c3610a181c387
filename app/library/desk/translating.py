"""Writes of translations at the desk: one text, those that stay right though the French changed, a language signed
off, proposals of a file. Each is one transaction with its lines of the history.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.text import TextState, Translation
from ...domain.translating import Doubt
from ...domain.wording import catalogue_of
from ...exchange.proposals import read_proposals
from ..content.edits import Author
from ..sessions import writing
from .entries import Entry, read_entries, save_entries_within
from .faults import NoSuchText, NotYours, TextMoved
from .proposals import sort_within


@dataclass(frozen=True)
class Given:
    """What somebody typed for a text; `version` is that of what they looked at, `is_sure` that doubts are meant."""

    words: str
    version: str
    is_reviewed: bool = False
    is_sure: bool = False


@dataclass(frozen=True)
class Saved:
    """What came of it: doubts that kept it from being written, or the state that the text has now."""

    state: TextState = TextState.MISSING
    doubts: tuple[Doubt, ...] = ()


def save_translation(person: Person, language: str, key: str, given: Given, today: date) -> Saved:
    """Write one translation; raise `TextMoved` when it, or its French, says something else than what was looked at.

    A reviewed text that is edited waits for a reader again, whoever edits it.
    """
    with writing() as session:
        entry = _entry(session, person, language, key)
        if entry.version != given.version:
            raise TextMoved
        doubts = tuple(entry.doubts(given.words))
        if any(doubt.is_fault or not given.is_sure for doubt in doubts):
            return Saved(doubts=doubts)
        text = _translated(entry, given, person, today)
        save_entries_within(session, language, [text], Author(person.role.value))
        session.commit()
        return Saved(text.state)


def keep_translations(person: Person, languages: Sequence[str], key: str, version: str) -> int:
    """Say that the French of a text changed without changing what it means: what was right stays so.

    `version` is that of the text in the first language. Return in how many languages there was something to keep.
    """
    with writing() as session:
        entry = _entry(session, person, languages[0], key)
        if entry.version != version:
            raise TextMoved
        kept = 0
        for language in languages:
            found = _find(session, person, language, key)
            held = found.held if found else None
            # Only what was made from the same French: another one may be further behind.
            if held and held.words and entry.held and held.source == entry.held.source != entry.french:
                state = TextState.TO_REVIEW if held.state is TextState.OUTDATED else held.state
                text = replace(held, key=key, source=entry.french, state=state)
                kept += len(save_entries_within(session, language, [text], Author(person.role.value, _MINOR)))
        session.commit()
        return kept


def sign_language(person: Person, language: str, catalogue: str, today: date) -> int:
    """Sign a catalogue of a language off: what a machine wrote, or waits for a reader, is reviewed by this role today.

    What is missing or outdated stays so. Return how many texts were signed.
    """
    if not person.may_sign:
        raise NotYours
    with writing() as session:
        entries = read_entries(session, person, language, catalogue)
        waiting = (TextState.MACHINE, TextState.TO_REVIEW)
        signed = [
            _signed(replace(entry.held, state=TextState.REVIEWED), person, today)
            for entry in entries
            if entry.held and entry.state in waiting
        ]
        changed = save_entries_within(session, language, signed, Author(person.role.value, _SIGNED))
        session.commit()
        return len(changed)


def write_proposals(person: Person, language: str, data: bytes, today: date, *, catalogue: str = "") -> int:
    """Write what a file proposes, sorted against what there is now; return how many texts changed."""
    proposals = read_proposals(data, catalogue)
    with writing() as session:
        found = sort_within(session, require_translator(person), language, proposals)
        notes = {entry.key: entry.note for entry, _ in found.changed}
        texts = [_signed(replace(text, note=notes.get(text.key, "")), person, today) for text in found.texts]
        changed = save_entries_within(session, language, texts, Author(person.role.value, _FILE))
        session.commit()
        return len(changed)


def require_translator(person: Person) -> Person:
    """Return who translates; raise `NotYours` for another role."""
    if not person.may_translate:
        raise NotYours
    return person


# Private

_MINOR, _SIGNED, _FILE = "minor", "signed", "file"
"""Why a text was changed, as the history has it."""


def _find(session: Session, person: Person, language: str, key: str) -> Entry | None:
    entries = read_entries(session, require_translator(person), language, catalogue_of(key))
    return next((entry for entry in entries if entry.key == key), None)


def _entry(session: Session, person: Person, language: str, key: str) -> Entry:
    entry = _find(session, person, language, key)
    if entry is None:
        raise NoSuchText
    return entry


def _signed(text: Translation, person: Person, today: date) -> Translation:
    """Return a text with the mark of who answers for it: a role and a day, never a name."""
    return replace(text, by=person.role.value, on=today.isoformat())


def _translated(entry: Entry, given: Given, person: Person, today: date) -> Translation:
    is_edited = given.words != entry.words
    was_reviewed = entry.state is TextState.REVIEWED
    is_reviewed = given.is_reviewed and not (is_edited and was_reviewed)
    state = TextState.REVIEWED if is_reviewed else TextState.TO_REVIEW
    if was_reviewed and not is_edited and entry.held:
        return entry.held
    return _signed(Translation(entry.key, entry.french, given.words, state, note=entry.note), person, today)
