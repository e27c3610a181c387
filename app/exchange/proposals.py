"""PO files for translators: what there is to translate, as the French is now, and what comes back as proposals.

They are no files of the project (`native/texts.py`): the French is today's, a fuzzy entry holds the former French in
`#|`, the header is whole, and any editor of PO files takes them. What comes back is bound to context and French; a copy
of a state in it is not believed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polib

from ..domain.fault import Fault
from ..domain.po import unclosed_line
from ..domain.text import N_, TextState, Translation, plain_texts
from ..domain.translating import state_of
from ..domain.wording import TEXTS, WORDED, catalogue_of, forms_of, sentence_key, typed_forms
from .native.texts import state_comment

Texts = Iterable[tuple[str, str, Translation | None, str]]
"""Key, French, translation, and what the text is of."""


class ProposalsUnreadable(Fault):
    """No PO file, or a damaged one."""

    sentence = N_("Ce fichier n’est pas un fichier PO lisible (ligne %(line)s) : donnez celui que le bureau a écrit.")


@dataclass(frozen=True)
class Proposal:
    """What a file says of one text: the French that it was made from, its words, and whether it is sure of them."""

    key: str
    french: str
    words: str
    is_sure: bool = True


def write_for_translators(texts: Texts, header: Mapping[str, str]) -> bytes:
    """Return a PO file of texts; `header` says language, plural forms and date."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "adeuxpas",
        "Report-Msgid-Bugs-To": "",
        "Last-Translator": "À deux pas",
        "Language-Team": "À deux pas",
        **header,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    forms = int(header.get("Plural-Forms", "nplurals=1;").partition(";")[0].split("=")[1])
    for key, french, held, title in texts:
        file.append(_entry(key, french, held, title, forms))
    return f"{file}\n".encode()


def read_proposals(data: bytes, catalogue: str = TEXTS) -> list[Proposal]:
    """Return what a file proposes, in its order; raise `ProposalsUnreadable` for what no editor of PO files wrote.

    An entry without a context is a sentence of `catalogue`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProposalsUnreadable(line=data[: error.start].count(b"\n") + 1) from error
    if line := unclosed_line(text):
        raise ProposalsUnreadable(line=line)
    try:
        # What is no text of a file would be taken for the name of one.
        entries = polib.pofile(text) if "msgid" in text and "\n" in text else []
    except (OSError, ValueError) as error:
        raise ProposalsUnreadable(line=1) from error
    found = [_proposal(entry, catalogue) for entry in entries if not entry.obsolete]
    if not found:
        raise ProposalsUnreadable(line=1)
    return found


# Private


def _entry(key: str, french: str, held: Translation | None, title: str, forms: int) -> polib.POEntry:
    state, words = state_of(held, french), held.words if held else ""
    entry = _said(key, french, words, forms) if catalogue_of(key) in WORDED else _text(key, french, words)
    entry.tcomment = held.note if held else ""
    comments = [title] if title else []
    if state is TextState.OUTDATED and held:
        entry.flags, entry.previous_msgid, entry.previous_msgctxt = ["fuzzy"], forms_of(held.source)[0], key
    elif held and state is not TextState.MISSING:
        comments.append(state_comment(held))
    entry.comment = "\n".join(comments)
    return entry


def _text(key: str, french: str, words: str) -> polib.POEntry:
    return polib.POEntry(msgctxt=key, msgid=french, msgstr=words)


def _said(key: str, french: str, words: str, count: int) -> polib.POEntry:
    """Return a sentence of the program, which may have plural forms."""
    singular, *plural = forms_of(french)
    if not plural:
        return _text(key, french, words)
    forms = dict(enumerate(forms_of(words) if words else [""] * count))
    return polib.POEntry(msgctxt=key, msgid=singular, msgid_plural=plural[0], msgstr_plural=forms)


def _proposal(entry: polib.POEntry, catalogue: str) -> Proposal:
    key = entry.msgctxt or ""
    french = f"{entry.msgid}\n{entry.msgid_plural}" if entry.msgid_plural else entry.msgid
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)] or [entry.msgstr]
    if catalogue_of(key or f"{catalogue}:") in WORDED:
        words = typed_forms(french, forms) if all(forms) else ""
        return Proposal(key or sentence_key(catalogue, french), french, words, not entry.fuzzy)
    french, words = plain_texts([entry.msgid, entry.msgstr])
    return Proposal(key, french, words, not entry.fuzzy)
