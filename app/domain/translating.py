"""Translating a text: how far its translation is, what in it must be as the French has it, and what has changed since.

A translation is bound to its key and to the French it was made from. When the French is another, it is outdated,
whatever it said of itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from .content import Content
from .placeholders import wrong_placeholders
from .subject import PLACE, SUBJECTS, find_subject
from .text import N_, TextState, Translation, fold, plain_text

LONGEST = 8_000
"""Characters of a translation: twice the longest French text, since some languages need more room."""

WORDS = "words"
"""The theme of what is no subject's: categories, doors of the home page, holidays, names of quarters."""


@dataclass(frozen=True)
class Doubt:
    """Something in a translation that does not go with the French: a sentence with its values.

    Some may be meant (a time of day written another way); what would break or mislead (`is_fault`) may not.
    """

    sentence: str
    values: Mapping[str, str]
    is_fault: bool = True


@dataclass(frozen=True)
class Piece:
    """Some words of a comparison: `same`, `gone` or `new`."""

    kind: str
    words: str


def state_of(text: Translation | None, french: str) -> TextState:
    """Return how far a translation is, now that the French is this."""
    if text is None or not text.words:
        return TextState.MISSING
    if text.source != french:
        return TextState.OUTDATED
    # The file said that the French had changed, and it says the same again.
    return TextState.TO_REVIEW if text.state is TextState.OUTDATED else text.state


def mark_of(text: Translation) -> str:
    """Return what binds a state to its key, its French and its words: eight signs that change with any of them."""
    return sha256("\0".join((text.key, text.source, text.words)).encode()).hexdigest()[:8]


def doubts_of(french: str, words: str) -> Iterator[Doubt]:
    """Yield what in a translation does not go with the French."""
    if len(words) > LONGEST:
        yield Doubt(_LONG, {"length": str(len(words)), "longest": str(LONGEST)})
    yield from map(strange_mark, sorted(marks_in(words) - marks_in(french)))
    yield from map(lost_mark, sorted(marks_in(french) - marks_in(words)))
    phones, said = _phones(french), _phones(words)
    for number in sorted(phones - said):
        yield Doubt(_LOST_PHONE, {"found": number})
    for number in sorted(said - phones):
        yield Doubt(_STRANGE_PHONE, {"found": number})
    digits = Counter(_DIGITS.findall(_PHONE.sub(" ", french)))
    found = Counter(_DIGITS.findall(_PHONE.sub(" ", words)))
    if lost_digits := list((digits - found).elements()):
        yield Doubt(_LOST_DIGITS, {"found": ", ".join(lost_digits)}, is_fault=False)
    if new_digits := list((found - digits).elements()):
        yield Doubt(_STRANGE_DIGITS, {"found": ", ".join(new_digits)}, is_fault=False)


def strange_mark(found: str) -> Doubt:
    """Return the doubt about what only the translation has."""
    return Doubt(_STRANGE, {"found": found})


def lost_mark(found: str) -> Doubt:
    """Return the doubt about what only the French has."""
    return Doubt(_LOST, {"found": found})


def marks_in(text: str) -> set[str]:
    """Return the values and tags of a text: what stands for something else, or would be read as a command."""
    return {found for found in wrong_placeholders(None, text) if len(found) > 1} | set(_TAG.findall(text))


def compare_words(before: str, after: str) -> list[Piece]:
    """Return what became of a text, word by word."""
    one, other = _TOKENS.findall(before), _TOKENS.findall(after)
    pieces, gone, new = list[Piece](), "", ""
    for kind, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        old, now = "".join(one[start:end]), "".join(other[begin:stop])
        # A space between two changed words is no word that stayed: they are one change.
        if kind != "equal" or (old.isspace() and gone and new and end < len(one)):
            gone, new = gone + old, new + now
            continue
        pieces += [*_change(gone, new), Piece("same", old)]
        gone = new = ""
    return [*pieces, *_change(gone, new)]


def typed_words(text: str) -> str:
    """Return a translation as it was typed, with one spelling for what looks the same."""
    return plain_text(text)


def subject_in(key: str) -> tuple[str, str]:
    """Return kind and id of what a key's text is of; the kind may be no subject (`category`)."""
    kind, _, id = key.partition("/")[0].partition(":")
    return kind, id


def theme_in(content: Content, key: str) -> str:
    """Return the theme of the place that a text is of, `WORDS` when it is of none; of a walk its kind."""
    kind, id = subject_in(key)
    place = content.places.get(id) if kind == PLACE.name else None
    if place is not None:
        return content.categories.theme_of(place.categories[0]).id
    return kind if kind in SUBJECTS and not SUBJECTS[kind].keeps_its_name else WORDS


def homes_in(content: Content, key: str) -> tuple[str, ...]:
    """Return the ids of the quarters that a text belongs to; what all share belongs to none."""
    kind, id = subject_in(key)
    subject = find_subject(content, kind, id)
    return tuple(home.id for home in SUBJECTS[kind].homes(content, subject)) if subject else ()


def title_in(content: Content, key: str) -> str:
    """Return what the subject of a text is called, in French; empty where it has no name of its own."""
    kind, id = subject_in(key)
    subject = find_subject(content, kind, id)
    return SUBJECTS[kind].title_of(subject) if subject else ""


def glossary_of(content: Content, language: str) -> dict[str, str]:
    """Return what categories, doors of the home page and quarters are called: French, and in a language."""
    labels = {f"category:{each.id}/label": each.label for each in content.categories.all.values()}
    labels |= {f"entry:{each.id}/label": each.label for each in content.categories.needs}
    labels |= {f"territory:{each.id}/name": each.name for each in content.territories.values()}
    known = content.texts.by_language.get(language, {})
    return {french: known[key].words for key, french in labels.items() if key in known and known[key].words}


def glossary_hits(glossary: Mapping[str, str], french: str) -> Sequence[tuple[str, str]]:
    """Return the words of a glossary that a French text says, whatever their accents and capitals."""
    told = f" {' '.join(_WORD.findall(fold(french)))} "
    hits = []
    for word, words in glossary.items():
        wanted = " ".join(_WORD.findall(fold(word)))
        if wanted and word != french and f" {wanted} " in told:
            hits.append((word, words))
    return hits


# Private

_TOKENS = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_DIGITS = re.compile(r"\d+")
_PHONE = re.compile(r"\+?\d(?:[\s.\u00a0\u202f-]?\d){7,}")
"""Eight digits and more; a short number (115) counts among the digits."""

_LONG = N_("La traduction compte %(length)s signes : %(longest)s au plus.")
_STRANGE = N_("« %(found)s » n’est pas dans le français : enlevez-le.")
_LOST = N_("« %(found)s » est dans le français et manque ici : recopiez-le tel quel.")
_LOST_PHONE = N_("Le numéro %(found)s est dans le français et manque ici : recopiez-le tel quel.")
_STRANGE_PHONE = N_("Le numéro %(found)s n’est pas dans le français : vérifiez-le.")
_LOST_DIGITS = N_("Ces nombres du français manquent ici : %(found)s.")
_STRANGE_DIGITS = N_("Ces nombres ne sont pas dans le français : %(found)s.")


def _change(gone: str, new: str) -> list[Piece]:
    return [piece for piece in (Piece("gone", gone), Piece("new", new)) if piece.words]


def _phones(text: str) -> set[str]:
    return {re.sub(r"[^\d+]", "", found) for found in _PHONE.findall(text)}
