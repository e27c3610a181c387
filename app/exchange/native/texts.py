"""`translations/<language>/LC_MESSAGES/content.po`: the texts of places and walks in other languages.

Beside it `leader.po` holds those that only who leads a walk may read.

The state of a translation lives in the library. A file holds a copy of it in a comment (`#. state: machine`,
`#. state: reviewed <role> <date> mark:<8 signs>`); `msgmerge` erases or misplaces such comments, so "reviewed" is bound
by its mark to key, French and words, and counts for nothing where one of them is another. gettext's own `fuzzy` says
that the French has changed since.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import polib

from ...domain.content import Content
from ...domain.po import unclosed_line
from ...domain.problem import Problem
from ...domain.text import N_, TextState, Translation, plain_texts
from ...domain.translatable import is_leader_key, translatable_texts
from ...domain.translating import LONGEST, mark_of
from .source import Reading, Source, line_of

Entries = Mapping[str, Translation]

_STATE = re.compile(
    r"^\s*state:\s*(?P<state>[\w-]+)(?:\s+(?P<by>.*?))??(?:\s+(?P<on>\d{4}-\d\d-\d\d))?(?:\s+mark:(?P<mark>\w*))?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"line (\d+)")
_WRITTEN = [TextState.MACHINE, TextState.TO_REVIEW, TextState.REVIEWED]
_BADLY_WRITTEN = N_("le fichier PO est mal écrit : un guillemet, msgid ou msgstr manque.")


def path_of(language: str) -> str:
    """Return where the translations into a language are written."""
    return f"translations/{language}/LC_MESSAGES/content.po"


def leader_path_of(language: str) -> str:
    """Return where the translations are written that only who leads a walk may read: a file that is never published."""
    return f"translations/{language}/LC_MESSAGES/leader.po"


def file_of(language: str, key: str) -> str:
    """Return where the translation of one text is written."""
    return leader_path_of(language) if is_leader_key(key) else path_of(language)


def texts_for(texts: Entries, *, leader: bool) -> dict[str, Translation]:
    """Return the translations that the one file holds, or the other."""
    return {key: text for key, text in texts.items() if is_leader_key(key) is leader}


def read_texts(source: Source) -> Reading[dict[str, Translation]]:
    """Return the translations of a file by key, in its order."""
    text = source.decode()
    if isinstance(text, Problem):
        return Reading({}, (text,), readable=False)
    unclosed = unclosed_line(text)
    if unclosed:
        return Reading({}, (source.problem(line_of(unclosed), _BADLY_WRITTEN),), readable=False)
    try:
        entries = [entry for entry in polib.pofile(text) if not entry.obsolete]
    except (OSError, ValueError) as error:
        found = _LINE.search(str(error))
        where = line_of(int(found[1])) if found else ""
        fault = source.problem(where, _BADLY_WRITTEN)
        return Reading({}, (fault,), readable=False)
    faults = list(_faults(source, entries))
    texts = {entry.msgctxt: _translation(entry) for entry in entries if entry.msgctxt}
    return Reading(texts, tuple(faults))


def write_texts(language: str, texts: Entries) -> str:
    """Return the text of a file of translations into a language."""
    file = polib.POFile()
    file.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for text in texts.values():
        file.append(_entry(text))
    # polib opens a file without a header by an empty comment line.
    return str(file).removeprefix("#\n").rstrip("\n") + "\n"


def complete_texts(language: str, content: Content, data: bytes | None) -> bytes:
    """Return a file with an empty entry for each text that it lacks; what it has stays as it is written."""
    known = content.texts.by_language.get(language, {}) if data is not None else {}
    sources = translatable_texts(content)
    left = {k: Translation(k, text, "", TextState.MISSING) for k, text in sources.items() if k not in known}
    if data is None:
        return write_texts(language, left).encode()
    return data.rstrip() + b"\n\n" + write_texts(language, left).partition("\n\n")[2].encode() if left else data


def texts_share(language: str, content: Content) -> tuple[int, int]:
    """Return how many texts are in a language, as the French is now, and how many there are."""
    sources, known = translatable_texts(content), content.texts.by_language.get(language, {})
    said = [key for key, text in sources.items() if key in known and known[key].words and known[key].source == text]
    return len(said), len(sources)


def state_comment(text: Translation) -> str:
    """Return the copy of a state that a file holds."""
    mark = f"mark:{mark_of(text)}" if text.state is TextState.REVIEWED else ""
    return " ".join(part for part in (f"state: {text.state}", text.by, text.on, mark) if part)


def with_state(text: Translation, entry: polib.POEntry, unsaid: TextState) -> Translation:
    """Return a translation with the state that its entry has a copy of; `unsaid` is that of one that says nothing."""
    if not text.words:
        return replace(text, state=TextState.MISSING)
    found = _STATE.search(entry.comment or "")
    by, on = (found["by"] or "", found["on"] or "") if found else ("", "")
    if entry.fuzzy:
        return replace(text, state=TextState.OUTDATED, by=by, on=on)
    said = found["state"].lower() if found else unsaid
    mark = (found["mark"] or "") if found else ""
    # Said of other words, or of another text: whoever signed has not read these.
    if mark and mark != mark_of(text):
        return replace(text, state=TextState.TO_REVIEW)
    return replace(text, state=TextState(said) if said in _WRITTEN else TextState.TO_REVIEW, by=by, on=on)


def _translation(entry: polib.POEntry) -> Translation:
    source, words = plain_texts([entry.msgid, entry.msgstr])
    text = Translation(entry.msgctxt or "", source, words, note=entry.tcomment)
    return with_state(text, entry, TextState.TO_REVIEW)


def _entry(text: Translation) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=text.key, msgid=text.source, msgstr=text.words, tcomment=text.note)
    if text.state is TextState.OUTDATED:
        entry.flags = ["fuzzy"]
    elif text.state is not TextState.MISSING:
        entry.comment = state_comment(text)
    return entry


def _faults(source: Source, entries: list[polib.POEntry]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        where = entry.msgctxt or line_of(entry.linenum or 1)
        if not entry.msgctxt:
            yield source.problem(where, N_("l’entrée n’a pas de msgctxt : il dit de quel texte il s’agit."))
        elif entry.msgctxt in seen:
            yield source.problem(where, N_("l’entrée est écrite deux fois : gardez-en une."))
        if len(entry.msgstr) > LONGEST:
            sentence = N_("la traduction compte {length} caractères : {longest} au plus.")
            yield source.problem(where, sentence, length=len(entry.msgstr), longest=LONGEST)
        if "\0" in entry.msgstr + entry.msgid:
            yield source.problem(where, N_("le texte contient un caractère invisible interdit (U+0000) : retapez-le."))
        found = _STATE.search(entry.comment or "")
        if found and found["state"].lower() not in _WRITTEN:
            sentence = N_("l’état « {state} » est inconnu : machine, to-review ou reviewed.")
            yield source.problem(where, sentence, state=found["state"])
        seen.add(entry.msgctxt or "")
