"""The fate of a suggestion in the visitor's words: what became of it, why, what changed and where to see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.sourcing import HOW_KNOWN
from ..domain.subject import SUBJECTS
from ..domain.suggestion import SuggestionState
from ..domain.text import N_
from ..language.field_words import FIELDS, KINDS
from ..library.desk.decisions import REASONS
from ..library.fates import Fate
from .request import base, has_page, say, visitor_language


@dataclass(frozen=True)
class ToldFate:
    """A fate to be read; `page` is the address of its subject's page, empty where families see none."""

    ticket: str
    state: str
    sign: str
    words: str
    more: tuple[str, ...]
    question: str
    page: str
    kind: str


def fate_words(fate: Fate) -> ToldFate:
    """Return a fate in words."""
    state = _SAME_AS.get(fate.state, fate.state)
    sign, words = _STATES[state]
    if state == SuggestionState.ACCEPTED and fate.changed:
        words = N_("Vous aviez raison, merci : la fiche est corrigée.")
    return ToldFate(
        ticket=fate.ticket,
        state=state,
        sign=sign,
        words=say(words),
        more=tuple(_more(fate)),
        question=fate.question,
        page=_page_of(fate),
        kind=say(KINDS[fate.kind]),
    )


# Private

_SAME_AS = {SuggestionState.DOUBTFUL: SuggestionState.NEW}
"""Nobody is told that their message looked doubtful: it is read like the others, and it may be good."""

_STATES: Mapping[SuggestionState, tuple[str, str]] = {
    SuggestionState.NEW: ("mail", N_("Bien reçu. Une personne du quartier va le lire.")),
    SuggestionState.LATER: ("clock", N_("Quelqu’un l’a lu et le vérifie. Cela peut prendre quelques jours.")),
    SuggestionState.ASKED: ("help", N_("Quelqu’un l’a lu et vous pose une question.")),
    SuggestionState.ACCEPTED: ("check", N_("Lu et pris en compte, merci.")),
    SuggestionState.REFUSED: ("info", N_("Lu, merci. Cela ne change pas la carte :")),
}


def _more(fate: Fate) -> list[str]:
    if fate.state == SuggestionState.REFUSED and fate.reason in REASONS:
        return [say(REASONS[fate.reason])]
    fields = [say(FIELDS[name]) for name in fate.changed if name in FIELDS and name not in HOW_KNOWN]
    return [say(N_("Ce qui a changé : %(fields)s."), fields=" · ".join(fields))] if fields else []


def _page_of(fate: Fate) -> str:
    kind, id = fate.about
    if kind not in SUBJECTS:
        return ""
    path = f"{visitor_language()}/{SUBJECTS[kind].path(id)}"
    return base() + path if has_page(path) else ""
