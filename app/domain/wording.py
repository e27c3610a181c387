"""Wordings: the product's own sentences, on screens and on paper, as the desk translates them.

A sentence is known by its catalogue and by its French: French that changes makes another sentence, which the program's
own translation says until somebody looks. The plural forms of a text are its lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from .placeholders import wrong_placeholders
from .text import N_, Translation, plain_message
from .translatable import is_leader_key
from .translating import Doubt, doubts_of, lost_mark, marks_in, strange_mark

MESSAGES, POSTERS, LEADER, TEXTS = "messages", "posters", "leader", ""
"""Sentences of screens, those of sheets, the notes of who leads a walk; and, nameless, what families read of places."""

WORDED = (MESSAGES, POSTERS)
"""The catalogues that come with the program; the library holds only what the desk says otherwise."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a catalogue in a language: its French, what the program says, and in how many plural forms.

    `where` is the part of the product that says it (`families`, `desk`…), `files` the source files that do.
    """

    french: str
    shipped: Translation
    forms: int = 1
    where: str = ""
    files: Sequence[str] = ()


@dataclass(frozen=True)
class Wordings:
    """What the desk says otherwise than the program, by language and catalogue, under the French.

    `read_over` are the catalogues of sheets of which persons have reviewed every sentence; `digest` tells two apart.
    """

    digest: str = ""
    said: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    read_over: frozenset[str] = frozenset()


def sentence_key(catalogue: str, french: str) -> str:
    """Return the key of a sentence; French of another plural is another sentence."""
    return f"{catalogue}:{sha256(french.encode()).hexdigest()[:12]}"


def catalogue_of(key: str) -> str:
    """Return the catalogue of a key."""
    kind = key.partition(":")[0]
    if kind in WORDED:
        return kind
    return LEADER if is_leader_key(key) else TEXTS


def forms_of(words: str) -> list[str]:
    """Return the plural forms of words; of what does not count, the one that it is."""
    return words.split("\n")


def typed_forms(french: str, forms: Sequence[str]) -> str:
    """Return forms as they were typed, a line each, with the spaces that the French begins and ends with.

    Marks of direction stay: a translator means them.
    """
    start, end = _edges(forms_of(french)[0])
    plain = [" ".join(plain_message(form).split("\n")).strip() for form in forms]
    return "\n".join(f"{start}{form}{end}" if form else "" for form in plain)


def wording_doubts(french: str, words: str, forms: int) -> Iterator[Doubt]:
    """Yield what in a wording does not go with its French."""
    sources, said = forms_of(french), forms_of(words)
    if len(said) != forms or not all(form.strip() for form in said):
        yield Doubt(_HALF, {"forms": str(forms)})
        return
    if len(sources) == 1:
        yield from doubts_of(french, words)
    else:
        yield from _plural_doubts(sources, said)
    for wrong in wrong_placeholders(sources, said):
        if len(wrong) == 1:
            yield strange_mark(wrong)
    yield from map(strange_mark, _strange_signs(sources, said))


# Private

_HALF = N_("Il faut les %(forms)s formes, chacune avec ses mots.")
_COUNT = "%(num)s"
_SIGNS = '<>"&'
"""What pages take for markup: a sentence stands in them as it is."""


def _plural_doubts(sources: Sequence[str], said: Sequence[str]) -> Iterator[Doubt]:
    """Some forms need no figure (“one place”); the last, which most numbers take, does."""
    known, wanted = set[str]().union(*map(marks_in, sources)), set.intersection(*map(marks_in, sources))
    for form in said:
        yield from map(strange_mark, sorted(marks_in(form) - known))
        yield from map(lost_mark, sorted(wanted - {_COUNT} - marks_in(form)))
    if _COUNT in known and _COUNT not in said[-1]:
        yield lost_mark(_COUNT)


def _strange_signs(sources: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    for sign in _SIGNS:
        if max(form.count(sign) for form in said) > max(source.count(sign) for source in sources):
            yield sign


def _edges(french: str) -> tuple[str, str]:
    return french[: len(french) - len(french.lstrip())], french[len(french.rstrip()) :]
