"""Proposals: what a translators' file would change, sorted before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.text import TextState, Translation
from ...domain.translating import Doubt
from ...domain.wording import catalogue_of
from ...exchange.proposals import Proposal, read_proposals, write_for_translators
from ..sessions import reading
from .entries import Entry, read_entries


@dataclass(frozen=True)
class Sorted:
    """What a file proposes, by what would become of it.

    `older` were made from another French, `unsure` are marked fuzzy, `unknown` have no text here, or none of this
    person's; `refused` do not go with the French, or come twice. None of those is written, and neither is an empty one.
    """

    added: list[Proposal] = field(default_factory=list)
    changed: list[tuple[Entry, Proposal]] = field(default_factory=list)
    same: list[Proposal] = field(default_factory=list)
    empty: list[Proposal] = field(default_factory=list)
    older: list[tuple[Entry, Proposal]] = field(default_factory=list)
    unsure: list[Proposal] = field(default_factory=list)
    unknown: list[Proposal] = field(default_factory=list)
    refused: list[tuple[Proposal, Doubt | None]] = field(default_factory=list)

    @property
    def texts(self) -> Sequence[Translation]:
        """What would be written: it waits for a reader, whoever wrote it."""
        wanted = [*self.added, *(proposal for _, proposal in self.changed)]
        return [Translation(each.key, each.french, each.words, TextState.TO_REVIEW) for each in wanted]


def file_for_translators(person: Person, language: str, catalogue: str, header: Mapping[str, str]) -> bytes:
    """Return the texts of a catalogue that are a person's as a PO file; `header` says language, plural forms, date."""
    with reading() as session:
        entries = read_entries(session, person, language, catalogue)
    about = [(each, each.title or " ".join(each.files)) for each in entries]
    return write_for_translators([(each.key, each.french, each.held, title) for each, title in about], header)


def sort_file(person: Person, language: str, data: bytes, catalogue: str) -> Sorted:
    """Return what would become of what a file proposes; nothing is written. Raises `ProposalsUnreadable`.

    What has no context is of the catalogue that is given: a `messages.po` of ours has none.
    """
    proposals = read_proposals(data, catalogue)
    with reading() as session:
        return sort_within(session, person, language, proposals)


def sort_within(session: Session, person: Person, language: str, proposals: Sequence[Proposal]) -> Sorted:
    """Return the same in a transaction that holds more than that."""
    named = dict.fromkeys(catalogue_of(proposal.key) for proposal in proposals)
    entries = {entry.key: entry for name in named for entry in read_entries(session, person, language, name)}
    found, seen = Sorted(), set[str]()
    for proposal in proposals:
        _sort(found, entries.get(proposal.key), proposal, is_again=proposal.key in seen)
        seen.add(proposal.key)
    return found


# Private


def _sort(found: Sorted, entry: Entry | None, proposal: Proposal, *, is_again: bool) -> None:
    if not proposal.words:
        found.empty.append(proposal)
    elif entry is None:
        found.unknown.append(proposal)
    elif proposal.words == entry.words and entry.held and entry.held.source == proposal.french:
        found.same.append(proposal)
    elif proposal.french != entry.french:
        found.older.append((entry, proposal))
    elif not proposal.is_sure:
        found.unsure.append(proposal)
    elif is_again:
        found.refused.append((proposal, None))
    elif fault := next((doubt for doubt in entry.doubts(proposal.words) if doubt.is_fault), None):
        found.refused.append((proposal, fault))
    elif entry.words:
        found.changed.append((entry, proposal))
    else:
        found.added.append(proposal)
