"""What must be known before printing: what forbids a poster, and what a person has to confirm."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..domain.content import Content
from ..domain.due import find_fact
from ..domain.hours.asked import hours_of
from ..domain.hours.freshness import freshness_of
from ..domain.place import Place, Status
from ..domain.problem import Problem
from ..domain.subject import PLACE, TERRITORY, WALK, Subject, find_subject, kind_of, stop_places
from ..domain.text import N_, NN_, SOURCE, TextState
from ..domain.verified import FactKind
from ..domain.walk import Walk, WalkStatus
from ..language.formats import Formats
from ..language.language import Language
from ..language.on_paper import is_draft, paper_languages
from ..language.spoken import french
from ..site.addresses import Site
from ..site.qr import payload_problems
from .format import MAX_LANGUAGES, Format
from .order import Named, Order

_REFUSED_STATUS = {
    Status.DRAFT: N_("Ce lieu est un brouillon : publiez-le avant d’imprimer son affiche."),
    Status.CLOSED_TEMPORARILY: N_("Ce lieu est fermé en ce moment."),
    Status.CLOSED_FOR_GOOD: N_("Ce lieu est fermé pour toujours."),
}
MOST_DOUBTS = 10
"""So many are told at once: more of them would hide what is refused."""

MORE_DOUBTS = NN_("… et %(num)s autre remarque.", "… et %(num)s autres remarques.")

_DRAFTED = (TextState.MACHINE, TextState.OUTDATED, TextState.TO_REVIEW)


def guard(
    content: Content,
    site: Site,
    kind: str,
    id: str,
    languages: Sequence[str],
    today: date,
    told_in: Language | None = None,
) -> list[Problem]:
    """Return everything wrong with a poster: a problem that is no `warning` forbids it, a warning asks to confirm.

    Dates and names of languages stand in the problems as `told_in` (French by default) writes them.
    """
    found = refusals(content, kind, id, languages)
    subject = find_subject(content, kind, id)
    if subject is None:
        return found
    found += payload_problems(site.public_url, subject.code or "") if subject.code else []
    formats = (told_in or french()).formats
    return [
        *found,
        *_DOUBTS[kind](content, subject, today, formats),
        *_translations(content, subject, languages, formats),
    ]


def doubts_about(order: Order, told_in: Language | None = None) -> list[Problem]:
    """Return what a person has to know before a sheet is printed; nothing of what forbids it."""
    formats = (told_in or french()).formats
    found = [] if order.site.public_url else payload_problems(None, "")
    for kind, id in order.subjects:
        subject = find_subject(order.content, kind, id)
        if subject is not None:
            found += _DOUBTS[kind](order.content, subject, order.today, formats) if order.today else ()
            found += _translations(order.content, subject, order.languages, formats)
    return [problem for problem in found if problem.warning]


def refusals(content: Content, kind: str, id: str, languages: Sequence[str]) -> list[Problem]:
    """Return what forbids a poster, whatever the day."""
    return [*_languages(languages, MAX_LANGUAGES), *_forbidden(content, (kind, id))]


def refusals_of(order: Order, form: Format) -> list[Problem]:
    """Return what forbids a sheet of some format, whatever the day."""
    found = list(_languages(order.languages, form.most_languages))
    for kind, id in order.subjects:
        if kind not in form.prints:
            found.append(Problem("", id, N_("Ce format ne s’imprime pas pour « {id} »."), {"id": id}))
        found += _forbidden(order.content, (kind, id))
    return found


# Private


def _forbidden(content: Content, named: Named) -> list[Problem]:
    kind, id = named
    subject = find_subject(content, kind, id)
    if subject is None:
        return [Problem("", id, N_("« {id} » n’existe pas."), {"id": id})]
    found = list(_REFUSALS[kind](content, subject))
    if not subject.code:
        found.append(Problem("", id, N_("Aucun code court n’est donné : ajoutez-le dans data/codes.csv.")))
    return found


def _languages(languages: Sequence[str], most: int) -> Iterator[Problem]:
    if not 1 <= len(set(languages)) <= most:
        sentence = N_("Cette feuille a de une à {most} langues ; {count} sont demandées.")
        yield Problem("", "", sentence, {"count": len(languages), "most": most})
    for lang in languages:
        if lang not in paper_languages():
            sentence = N_("Les affiches ne parlent pas « {lang} » : il leur manque translations/{lang}/posters.po.")
            yield Problem("", lang, sentence, {"lang": lang})


def _place_state(content: Content, place: Place) -> Iterator[Problem]:
    if place.status in _REFUSED_STATUS:
        yield Problem("", place.id, _REFUSED_STATUS[place.status])
    if place.address_visibility == "hidden":
        yield Problem("", place.id, N_("L’adresse de ce lieu est cachée : elle ne s’imprime pas."))
    if place.last_checked is None:
        yield Problem("", place.id, N_("Personne n’a encore vérifié ce lieu."))


def _walk_state(content: Content, walk: Walk) -> Iterator[Problem]:
    if walk.status is WalkStatus.RETIRED:
        yield Problem("", walk.id, N_("Cette balade est retirée."))
    elif not content.is_walk_public(walk):
        yield Problem("", walk.id, N_("Cette balade, ou l’une de ses étapes, est encore un brouillon."))
    for place in stop_places(content, walk):
        if place.address_visibility == "hidden":
            sentence = N_("L’adresse de « {name} » est cachée : elle ne s’imprime pas.")
            yield Problem("", walk.id, sentence, {"name": place.name})


def _place_age(content: Content, place: Place, today: date, formats: Formats) -> Iterator[Problem]:
    found = list(_stale(content, [place], today, formats))
    yield from found
    phone = find_fact(place, FactKind.PHONES, content.categories)
    if not found and phone and phone.age and phone.age.due < today:
        sentence = N_("Le téléphone de « {name} » date du {on} : appelez avant d’imprimer.")
        yield Problem("", place.id, sentence, {"name": place.name, "on": formats.short_day(phone.age.on)}, warning=True)


def _stale(content: Content, places: Sequence[Place], today: date, formats: Formats) -> Iterator[Problem]:
    for place in places:
        age = freshness_of(hours_of(place), content.categories)
        if age is not None and age.due < today:
            sentence = N_("Les informations sur « {name} » datent du {on} : vérifiez-les avant d’imprimer.")
            values = {"name": place.name, "on": formats.short_day(age.on)}
            yield Problem("", place.id, sentence, values, warning=True)


def _walk_age(content: Content, walk: Walk, today: date, formats: Formats) -> Iterator[Problem]:
    yield from _stale(content, stop_places(content, walk), today, formats)
    if walk.checked is None:
        yield Problem("", walk.id, N_("Personne n’a encore essayé cette balade à pied."), warning=True)
    if walk.valid_until is not None and walk.valid_until < today:
        values = {"on": formats.short_day(walk.valid_until)}
        yield Problem("", walk.id, N_("Cette balade n’était valable que jusqu’au {on}."), values, warning=True)
    for place in stop_places(content, walk):
        if place.status in _REFUSED_STATUS:
            yield Problem("", walk.id, N_("L’étape « {name} » est fermée."), {"name": place.name}, warning=True)


def _translations(content: Content, subject: Subject, languages: Sequence[str], formats: Formats) -> Iterator[Problem]:
    kind = kind_of(subject)
    for lang in languages:
        if lang == SOURCE:
            continue
        named = {"language": formats.language(lang)}
        if is_draft(lang):
            sentence = N_("Les phrases des affiches en {language} n’ont été relues par personne.")
            yield Problem("", "", sentence, named, warning=True)
        texts = [content.texts.of(key, french, lang) for key, french in kind.printed_texts(subject).items() if french]
        if any(text.lang == lang and text.state in _DRAFTED for text in texts):
            sentence = N_("Le texte en {language} vient d’une machine : faites-le relire.")
            yield Problem("", subject.id, sentence, named, warning=True)
        if any(text.lang != lang for text in texts) and not kind.keeps_its_name:
            sentence = N_("Un texte n’est pas traduit en {language}.")
            yield Problem("", subject.id, sentence, named, warning=True)


def _none(content: Content, subject: Subject, *_: object) -> Iterator[Problem]:
    return iter(())


_Refusing = Callable[[Content, Any], Iterator[Problem]]
_Doubting = Callable[[Content, Any, date, Formats], Iterator[Problem]]

_REFUSALS: Mapping[str, _Refusing] = {PLACE.name: _place_state, WALK.name: _walk_state, TERRITORY.name: _none}
"""What forbids the poster of each kind, beside what forbids any."""

_DOUBTS: Mapping[str, _Doubting] = {PLACE.name: _place_age, WALK.name: _walk_age, TERRITORY.name: _none}
"""What a person has to confirm before the poster of each kind is printed."""
