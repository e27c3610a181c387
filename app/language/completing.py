"""What a language still has to say: a catalogue with every sentence of the interface, and how many it says.

All sentences are those of the other catalogues together: each of ours has them all, and a test looks.
"""

from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from .catalogues import TRANSLATIONS, can_be_said, read_catalogue
from .names import locale_of

Key = tuple[str, str]


@dataclass(frozen=True)
class Share:
    """How many of all sentences or texts are there in a language."""

    said: int
    all: int

    @property
    def is_whole(self) -> bool:
        """Tell whether none is left."""
        return self.said >= self.all


def catalogue_path(tag: str) -> str:
    """Return where the catalogue of a language is written."""
    return f"translations/{tag}/LC_MESSAGES/messages.po"


def interface_share(po: Path, translations: Path = TRANSLATIONS) -> Share:
    """Return how much of the interface a catalogue says; one that is not there, or cannot be read, says nothing."""
    wanted = {key for file in _catalogues(translations) for key in _messages(file)}
    said = {key for key, message in _messages(po).items() if not message.fuzzy and can_be_said(message)}
    return Share(len(said & wanted), len(wanted))


def complete_catalogue(tag: str, po: Path, translations: Path = TRANSLATIONS) -> bytes:
    """Return a catalogue with an empty entry for each sentence that it lacks; what it has stays as it is written."""
    known = _messages(po)
    left = {key: entry for key, entry in _sentences(translations).items() if key not in known}
    if not po.exists():
        return _written(tag, left).encode()
    data = po.read_bytes()
    return data.rstrip() + b"\n\n" + _written(tag, left).partition("\n\n")[2].encode() if left else data


# Private


def _messages(po: Path) -> dict[Key, Message]:
    catalogue = read_catalogue(po) if po.exists() else 0
    if isinstance(catalogue, int):
        return {}
    return {(m.context or "", m.id if isinstance(m.id, str) else m.id[0]): m for m in catalogue if m.id}


def _sentences(translations: Path) -> dict[Key, polib.POEntry]:
    """Return every sentence that a catalogue of the folder has, by key, in the order of the keys."""
    sound = (file for file in _catalogues(translations) if not isinstance(read_catalogue(file), int))
    entries = (entry for file in sound for entry in polib.pofile(str(file)) if not entry.obsolete)
    return dict(sorted({(entry.msgctxt or "", entry.msgid): entry for entry in entries}.items()))


def _catalogues(translations: Path) -> list[Path]:
    return sorted(translations.glob("*/LC_MESSAGES/messages.po"))


def _written(tag: str, entries: dict[Key, polib.POEntry]) -> str:
    locale = locale_of(tag)
    plural = get_plural(locale)
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Language": tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural.plural_forms + ";" * (not plural.plural_forms.endswith(";")),
    }
    for entry in entries.values():
        file.append(_empty(entry, plural.num_plurals))
    return str(file)


def _empty(entry: polib.POEntry, forms: int) -> polib.POEntry:
    flags = [flag for flag in entry.flags if flag != "fuzzy"]
    if not entry.msgid_plural:
        return polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, flags=flags)
    plural = dict.fromkeys(range(forms), "")
    return polib.POEntry(
        msgctxt=entry.msgctxt, msgid=entry.msgid, msgid_plural=entry.msgid_plural, msgstr_plural=plural, flags=flags
    )
