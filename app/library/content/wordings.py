"""Wordings in the library: what the desk says otherwise than the catalogues that come with the program.

A load leaves them alone, and so does an upgrade: one is bound to its French, and what the program said is kept beside
it. Once the program says the same by itself, it is forgotten: whoever changes the file later is listened to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from ...domain.text import TextState, Translation
from ...domain.wording import POSTERS, WORDED, Sentence, Wordings, catalogue_of
from ...exchange.catalogues import (
    TRANSLATIONS,
    languages_with,
    path_in,
    path_of_catalogue,
    read_sentences,
    write_catalogue,
)
from ..sessions import reading, writing
from ..wording_models import WordingRow
from .digests import digest_of_row
from .edits import LOAD, Author, Edit, write_edits, write_texts
from .store import read_by_key, read_rows


def read_wordings() -> Wordings:
    """Return what the desk says otherwise, as far as the French is still the same."""
    with reading() as session:
        held = read_held(session)
        said = {name: _said(*name, texts) for name, texts in held.items()}
        read_over = frozenset(lang for lang, catalogue in held if catalogue == POSTERS and _is_read_over(lang, held))
    told = sha256(
        repr((sorted((name, sorted(each.items())) for name, each in said.items()), sorted(read_over))).encode()
    )
    return Wordings(told.hexdigest() if said else "", {name: each for name, each in said.items() if each}, read_over)


def read_held(session: Session) -> dict[tuple[str, str], dict[str, Translation]]:
    """Return all wordings by language and catalogue, then by key; those that the program has overtaken wait again."""
    held: dict[tuple[str, str], dict[str, Translation]] = {}
    for row in read_rows(session, WordingRow):
        catalogue = catalogue_of(row["key"])
        if catalogue in WORDED:
            sentence = read_sentences(catalogue, row["language"]).get(row["key"])
            held.setdefault((row["language"], catalogue), {})[row["key"]] = _text(row, sentence)
    return held


def save_wordings_within(
    session: Session, language: str, texts: Sequence[Translation], author: Author
) -> tuple[Translation, ...]:
    """Make wordings what is given, in a transaction that holds more than that; return those that changed."""
    held = read_by_key(session, WordingRow, [(language, text.key) for text in texts])
    edits = [Edit(WordingRow, held.get((language, text.key)), _row(language, text)) for text in texts]
    return write_texts(session, edits, texts, author)


def forget_what_the_program_says() -> int:
    """Take out the wordings that the program says by itself, with the same state; return how many there were."""
    with reading() as session:
        is_any = any(_is_filed(row) for row in read_rows(session, WordingRow))
    if not is_any:
        return 0
    with writing() as session:
        rows = [row for row in read_rows(session, WordingRow) if _is_filed(row)]
        write_edits(session, [Edit(WordingRow, row, None) for row in rows], Author(LOAD))
        session.commit()
    return len(rows)


def wording_files() -> dict[str, bytes]:
    """Return the catalogues that the desk says otherwise, as files, by path: for git, and the next release."""
    with reading() as session:
        held = read_held(session)
    return {
        path_of_catalogue(catalogue, lang): write_catalogue(
            path_in(TRANSLATIONS, catalogue, lang), _current(catalogue, lang, texts.values())
        )
        for (lang, catalogue), texts in held.items()
        if path_in(TRANSLATIONS, catalogue, lang).is_file()
    }


# Private


def _current(catalogue: str, lang: str, texts: Iterable[Translation]) -> list[Translation]:
    """Return the wordings whose French the program still says."""
    known = read_sentences(catalogue, lang)
    return [text for text in texts if text.key in known]


def _said(lang: str, catalogue: str, texts: Mapping[str, Translation]) -> dict[str, str]:
    """Return words under their French, where they are others than the program's."""
    known = read_sentences(catalogue, lang)
    return {
        text.source: text.words
        for text in _current(catalogue, lang, texts.values())
        if text.words != known[text.key].shipped.words
    }


def _is_read_over(lang: str, held: Mapping[tuple[str, str], Mapping[str, Translation]]) -> bool:
    said = held[lang, POSTERS]
    states = {said.get(key, each.shipped).state for key, each in read_sentences(POSTERS, lang).items()}
    return lang in languages_with(POSTERS) and states == {TextState.REVIEWED}


def _text(row: Mapping[str, Any], sentence: Sentence | None) -> Translation:
    said = {name: row[name] for name in ("key", "source", "words", "by", "on")}
    text = Translation(**said, state=TextState(row["state"]))
    # An upgrade says it in other words: those of the desk stay, and somebody looks.
    overtaken = sentence is not None and sentence.shipped.words not in (row["shipped"], row["words"])
    return replace(text, state=TextState.TO_REVIEW) if overtaken else text


def _row(language: str, text: Translation) -> dict[str, Any]:
    sentence = read_sentences(catalogue_of(text.key), language).get(text.key)
    row = {
        **{name: getattr(text, name) for name in ("key", "source", "words", "by", "on")},
        **{"language": language, "state": text.state.value, "shipped": sentence.shipped.words if sentence else ""},
    }
    return row | {"digest": digest_of_row(WordingRow, row)}


def _is_filed(row: Mapping[str, Any]) -> bool:
    catalogue = catalogue_of(row["key"])
    sentence = read_sentences(catalogue, row["language"]).get(row["key"]) if catalogue in WORDED else None
    return sentence is not None and (sentence.shipped.words, sentence.shipped.state) == (row["words"], row["state"])
