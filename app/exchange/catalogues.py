"""`messages.po` and `posters.po`: the sentences that come with the program, read as what can be translated, and written
again with what the desk says otherwise.

The sentences of a catalogue are those of all its languages together. A copy of a state stands in a comment, as in
`content.po` (`native/texts.py`); what says nothing was drafted by a machine.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import polib
from babel import Locale
from babel.messages.plurals import get_plural

from ..domain.text import TextState, Translation
from ..domain.wording import MESSAGES, POSTERS, Sentence, forms_of, sentence_key
from .native.texts import state_comment, with_state
from .sentence_places import PAPER, files_saying, part_saying

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"
_FILES = {MESSAGES: "LC_MESSAGES/messages.po", POSTERS: "posters.po"}

Said = Mapping[str, tuple[str, Translation]]
"""By key: the French of a sentence, and how a file translates it."""


def path_of_catalogue(catalogue: str, language: str) -> str:
    """Return where a catalogue is written."""
    return f"translations/{language}/{_FILES[catalogue]}"


def languages_with(catalogue: str, folder: Path = TRANSLATIONS) -> list[str]:
    """Return the languages that have a file of a catalogue."""
    return sorted(po.relative_to(folder).parts[0] for po in folder.glob(f"*/{_FILES[catalogue]}"))


def read_sentences(catalogue: str, language: str, folder: Path = TRANSLATIONS) -> Mapping[str, Sentence]:
    """Return every sentence of a catalogue as a language says it, by key, in the order of the French."""
    files = sorted(folder.glob(f"*/{_FILES[catalogue]}"))
    stamps = tuple((po, po.stat().st_mtime_ns) for po in files)
    found = _sentences(catalogue, path_in(folder, catalogue, language), stamps)
    if catalogue != POSTERS:
        return found
    # What a file of sheets does not say, the screens say: it is translated there.
    screens = {each.french for each in read_sentences(MESSAGES, language, folder).values() if each.shipped.words}
    return {key: each for key, each in found.items() if each.shipped.words or each.french not in screens}


def write_catalogue(po: Path, texts: Iterable[Translation]) -> bytes:
    """Return a file of the program with other words in some sentences, each with a copy of its state."""
    file = polib.pofile(str(po), wrapwidth=0)
    wanted = {text.source: text for text in texts}
    for entry in file:
        if text := wanted.pop(_french(entry), None):
            _fill(entry, text)
    for text in wanted.values():  # another language had it first
        singular, *plural = forms_of(text.source)
        entry = polib.POEntry(msgid=singular, msgid_plural="".join(plural))
        _fill(entry, text)
        file.append(entry)
    if file.metadata.get("X-State") == "draft" and all(_is_reviewed(entry) for entry in file):
        del file.metadata["X-State"]
    return f"{str(file).rstrip()}\n".encode()


def path_in(folder: Path, catalogue: str, language: str) -> Path:
    """Return where a catalogue lies in a folder of translations."""
    return folder / language / _FILES[catalogue]


# Private


@lru_cache(maxsize=32)
def _sentences(catalogue: str, po: Path, stamps: tuple[tuple[Path, int], ...]) -> dict[str, Sentence]:
    files = {file: _read(catalogue, file, stamp) for file, stamp in stamps}
    every = {key: french for said, _ in files.values() for key, (french, _) in said.items()}
    own, forms = files.get(po, ({}, 0))
    forms = forms or get_plural(Locale.parse(_language(catalogue, po), sep="-")).num_plurals
    return {
        key: _sentence(catalogue, key, french, own, forms) for key, french in sorted(every.items(), key=lambda e: e[1])
    }


def _language(catalogue: str, po: Path) -> str:
    return po.parts[-1 - len(Path(_FILES[catalogue]).parts)]


def _sentence(catalogue: str, key: str, french: str, own: Said, forms: int) -> Sentence:
    missing = Translation(key, french, "", TextState.MISSING)
    _, shipped = own.get(key, ("", missing))
    singular = forms_of(french)[0]
    where = PAPER if catalogue == POSTERS else part_saying(singular)
    return Sentence(french, shipped, forms if singular != french else 1, where, files_saying(singular))


@lru_cache(maxsize=64)
def _read(catalogue: str, po: Path, _stamp: int) -> tuple[Said, int]:
    """Return what a file says, and how many plural forms its language has; nothing of one that cannot be read."""
    try:
        file = polib.pofile(str(po))
    except (OSError, ValueError):
        return {}, 0
    said = {}
    for entry in file:
        if not entry.obsolete:
            french = _french(entry)
            key = sentence_key(catalogue, french)
            text = Translation(key, french, _words(entry))
            said[key] = french, with_state(text, entry, TextState.MACHINE)
    forms = [n for n in file.metadata.get("Plural-Forms", "").partition(";")[0].split("=")[1:] if n.strip().isdigit()]
    return said, int(forms[0]) if forms else 0


def _french(entry: polib.POEntry) -> str:
    return f"{entry.msgid}\n{entry.msgid_plural}" if entry.msgid_plural else str(entry.msgid)


def _words(entry: polib.POEntry) -> str:
    """Return the forms of an entry, a line each; half of them say nothing."""
    if not entry.msgid_plural:
        return str(entry.msgstr)
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return "\n".join(forms) if all(forms) else ""


def _fill(entry: polib.POEntry, text: Translation) -> None:
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(forms_of(text.words)))
    else:
        entry.msgstr = text.words
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.comment = state_comment(text)


def _is_reviewed(entry: polib.POEntry) -> bool:
    text = Translation("", _french(entry), _words(entry))
    return with_state(text, entry, TextState.MACHINE).state is TextState.REVIEWED
