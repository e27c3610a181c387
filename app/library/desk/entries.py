"""One text and its translation, whichever catalogue it is of: what families read of places and walks, the notes of who
leads one, and the sentences that come with the program.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy.orm import Session

from ...domain.content import Content
from ...domain.person import Person
from ...domain.text import TextState, Translation
from ...domain.translatable import leader_texts, translatable_texts
from ...domain.translating import Doubt, doubts_of, homes_in, mark_of, state_of, theme_in, title_in
from ...domain.wording import LEADER, WORDED, Sentence, catalogue_of, wording_doubts
from ...exchange.catalogues import read_sentences
from ..content.edits import Author
from ..content.queries import read_content
from ..content.wordings import read_held, save_wordings_within
from ..content.writes import save_texts_within
from ..models import TranslationRow, table_of
from ..wording_models import WordingRow


@dataclass(frozen=True)
class Entry:
    """One text and its translation, None where there never was one; `title` names its subject, in French.

    Of a sentence of the program there is more: how it says it by itself, how many plural forms it has, its files.
    """

    key: str
    french: str
    held: Translation | None
    title: str
    theme: str
    shipped: str = ""
    forms: int = 1
    files: Sequence[str] = ()

    @property
    def catalogue(self) -> str:
        """The catalogue that it is of."""
        return catalogue_of(self.key)

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

    def doubts(self, words: str) -> Iterable[Doubt]:
        """Return what in some words does not go with the French."""
        return wording_doubts(self.french, words, self.forms) if self.is_wording else doubts_of(self.french, words)

    @property
    def is_wording(self) -> bool:
        """Tell whether it is a sentence that comes with the program."""
        return self.catalogue in WORDED


def version_of(held: Translation | None, french: str) -> str:
    """Return what changes with the French, the words and the state of a translation."""
    told = held or Translation("", "", "", TextState.MISSING)
    return mark_of(Translation(french, told.source, f"{told.words}\0{told.state}\0{told.by}\0{told.on}"))


def read_entries(session: Session, person: Person, language: str, catalogue: str) -> list[Entry]:
    """Return the texts of a catalogue that a person may translate into a language, in the order of files."""
    if catalogue in WORDED:
        # What all quarters share is for who has them all.
        return _sentences(session, language, catalogue) if person.covers(()) else []
    return entries_for(read_content(session), person, language, catalogue)


def entries_for(content: Content, person: Person, language: str, catalogue: str) -> list[Entry]:
    """Return those of content, or those that only who leads a walk reads."""
    known, subjects = content.texts.by_language.get(language, {}), dict[str, tuple[str, str]]()
    entries = []
    for key, french in texts_of(content, person, catalogue).items():
        subject = key.partition("/")[0]
        if subject not in subjects:
            subjects[subject] = title_in(content, key), theme_in(content, key)
        entries.append(Entry(key, french, known.get(key), *subjects[subject]))
    return entries


def texts_of(content: Content, person: Person, catalogue: str) -> Mapping[str, str]:
    """Return the French texts of content that are a person's, by key."""
    texts = leader_texts(content) if catalogue == LEADER else translatable_texts(content)
    if not person.territories:
        return texts
    subjects = {key.partition("/")[0] for key in texts}
    mine = {subject for subject in subjects if person.covers(homes_in(content, subject))}
    return {key: text for key, text in texts.items() if key.partition("/")[0] in mine}


def save_entries_within(
    session: Session, language: str, texts: Sequence[Translation], author: Author
) -> tuple[Translation, ...]:
    """Write translations of any catalogue in a transaction that holds more than that; return those that changed."""
    worded = [text for text in texts if catalogue_of(text.key) in WORDED]
    rest = [text for text in texts if catalogue_of(text.key) not in WORDED]
    changed = save_wordings_within(session, language, worded, author) if worded else ()
    return (*changed, *(save_texts_within(session, language, rest, author) if rest else ()))


def history_of(entry: Entry) -> str:
    """Return what the history calls the table of a text."""
    return table_of(WordingRow if entry.is_wording else TranslationRow).name


# Private

_ALIKE = 0.7
"""How much of a sentence must have stayed for its former words to be shown beside it."""


def _sentences(session: Session, language: str, catalogue: str) -> list[Entry]:
    known = read_sentences(catalogue, language)
    held = dict(read_held(session).get((language, catalogue), {}))
    held |= _of_former_french(known, held)
    return [_entry(key, sentence, held.get(key)) for key, sentence in known.items()]


def _entry(key: str, sentence: Sentence, held: Translation | None) -> Entry:
    shipped = sentence.shipped
    said = held or (shipped if shipped.words else None)
    return Entry(
        key, sentence.french, said, "", sentence.where, shipped.words, forms=sentence.forms, files=sentence.files
    )


def _of_former_french(known: Mapping[str, Sentence], held: Mapping[str, Translation]) -> dict[str, Translation]:
    """Return, for sentences that nobody has translated at the desk, the words of a former French that is much alike."""
    found = {}
    for text in held.values():
        if text.key not in known:
            alike = [(_likeness(text.source, each.french), key) for key, each in known.items() if key not in held]
            likeness, key = max(alike, default=(0.0, ""))
            if likeness >= _ALIKE:
                found[key] = text
    return found


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
