"""What must be known before printing: what forbids a poster, and what a person has to confirm."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..domain.content import Content
from ..domain.hours.asked import hours_of
from ..domain.hours.freshness import freshness_of
from ..domain.place import Place, Status
from ..domain.problem import Problem
from ..domain.territory import Territory
from ..domain.text import N_, SOURCE, TextState
from ..domain.walk import Walk, WalkStatus
from ..language.formats import Formats
from ..language.language import Language
from ..language.spoken import french
from ..site.addresses import Site
from ..site.qr import payload_problems

MAX_LANGUAGES = 4

_REFUSED_STATUS = {
    Status.DRAFT: N_("Ce lieu est un brouillon : publiez-le avant d’imprimer son affiche."),
    Status.CLOSED_TEMPORARILY: N_("Ce lieu est fermé en ce moment."),
    Status.CLOSED_FOR_GOOD: N_("Ce lieu est fermé pour toujours."),
}
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
    found = refusals(content, site, kind, id, languages)
    subject = _subject(content, kind, id)
    if subject is None:
        return found
    found += payload_problems(site.public_url, subject.code or "") if subject.code else []
    formats = (told_in or french()).formats
    return [*found, *_age(content, subject, today, formats), *_translations(content, subject, languages, formats)]


def refusals(content: Content, site: Site, kind: str, id: str, languages: Sequence[str]) -> list[Problem]:
    """Return what forbids a poster, whatever the day."""
    subject = _subject(content, kind, id)
    if subject is None:
        return [Problem("", id, N_("« {id} » n’existe pas."), {"id": id})]
    found = [*_languages(languages, site), *_state(content, subject)]
    if not subject.code:
        found.append(Problem("", id, N_("Aucun code court n’est donné : ajoutez-le dans data/codes.csv.")))
    return found


# Private

_Subject = Place | Walk | Territory


def _subject(content: Content, kind: str, id: str) -> _Subject | None:
    if kind == "place":
        return content.places.get(id)
    return content.walks.get(id) if kind == "walk" else content.territories.get(id)


def _languages(languages: Sequence[str], site: Site) -> Iterator[Problem]:
    if not 1 <= len(set(languages)) <= MAX_LANGUAGES:
        sentence = N_("Une affiche a de une à quatre langues ; {count} sont demandées.")
        yield Problem("", "", sentence, {"count": len(languages)})
    for lang in languages:
        if lang not in site.languages:
            yield Problem("", lang, N_("La langue « {lang} » n’est pas servie par ce site."), {"lang": lang})


def _state(content: Content, subject: _Subject) -> Iterator[Problem]:
    if isinstance(subject, Place):
        yield from _place_state(subject)
    elif isinstance(subject, Walk):
        yield from _walk_state(content, subject)


def _place_state(place: Place) -> Iterator[Problem]:
    if place.status in _REFUSED_STATUS:
        yield Problem("", place.id, _REFUSED_STATUS[place.status])
    if place.address_visibility == "hidden":
        yield Problem("", place.id, N_("L’adresse de ce lieu est cachée : elle ne s’imprime pas."))
    if place.verified is None:
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


def _age(content: Content, subject: _Subject, today: date, formats: Formats) -> Iterator[Problem]:
    if isinstance(subject, Place):
        yield from _stale(content, [subject], today, formats)
    elif isinstance(subject, Walk):
        yield from _stale(content, stop_places(content, subject), today, formats)
        yield from _walk_age(content, subject, today, formats)


def _stale(content: Content, places: Sequence[Place], today: date, formats: Formats) -> Iterator[Problem]:
    for place in places:
        age = freshness_of(hours_of(place), content.categories)
        if age is not None and age.due < today:
            sentence = N_("Les informations sur « {name} » datent du {on} : vérifiez-les avant d’imprimer.")
            values = {"name": place.name, "on": formats.short_day(age.on)}
            yield Problem("", place.id, sentence, values, warning=True)


def _walk_age(content: Content, walk: Walk, today: date, formats: Formats) -> Iterator[Problem]:
    if walk.checked is None:
        yield Problem("", walk.id, N_("Personne n’a encore essayé cette balade à pied."), warning=True)
    if walk.valid_until is not None and walk.valid_until < today:
        values = {"on": formats.short_day(walk.valid_until)}
        yield Problem("", walk.id, N_("Cette balade n’était valable que jusqu’au {on}."), values, warning=True)
    for place in stop_places(content, walk):
        if place.status in _REFUSED_STATUS:
            yield Problem("", walk.id, N_("L’étape « {name} » est fermée."), {"name": place.name}, warning=True)


def stop_places(content: Content, walk: Walk) -> list[Place]:
    """Return the places of a walk's stops, in order."""
    found = (content.places.get(stop.place) for stop in walk.stops if stop.place)
    return [place for place in found if place is not None]


def printed_texts(subject: _Subject) -> dict[str, str | None]:
    """Return the French texts of a poster that are translated, by key."""
    if isinstance(subject, Place):
        return {f"place:{subject.id}/purpose": subject.purpose}
    if isinstance(subject, Walk):
        return {f"walk:{subject.id}/title": subject.title, f"walk:{subject.id}/summary": subject.summary}
    return {f"territory:{subject.id}/name": subject.name}


def _translations(content: Content, subject: _Subject, languages: Sequence[str], formats: Formats) -> Iterator[Problem]:
    for lang in languages:
        if lang == SOURCE:
            continue
        texts = [content.texts.of(key, french, lang) for key, french in printed_texts(subject).items() if french]
        named = {"language": formats.language(lang)}
        if any(text.lang == lang and text.state in _DRAFTED for text in texts):
            sentence = N_("Le texte en {language} vient d’une machine : faites-le relire.")
            yield Problem("", subject.id, sentence, named, warning=True)
        if any(text.lang != lang for text in texts) and not isinstance(subject, Territory):
            sentence = N_("Un texte n’est pas traduit en {language}.")
            yield Problem("", subject.id, sentence, named, warning=True)
