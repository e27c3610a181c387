"""What a family asks about a place, answered from its facts; what nobody told us is named, never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.place import Access, Accessibility, Ages, Comfort, Cost, Place, Service
from ..domain.text import N_
from ..language.language import Language

_OUTDOORS = ("parcs", "quotidien")

BRING = {
    "id": N_("pièce d’identité"),
    "residence_proof": N_("justificatif de domicile"),
    "income_proof": N_("justificatif de ressources"),
    "caf_number": N_("numéro d’allocataire de la Caf"),
    "health_book": N_("carnet de santé"),
    "vitale_card": N_("carte Vitale"),
    "family_book": N_("livret de famille"),
    "photo": N_("photo d’identité"),
    "library_card": N_("carte de bibliothèque"),
    "swimming_cap": N_("bonnet de bain"),
    "swimsuit": N_("maillot de bain"),
}
"""Words for the codes of `Place.bring`; an unknown code is shown as it is written."""

AUDIENCES = {
    "actifs": N_("personnes qui travaillent"),
    "beneficiaires-des-minimas-sociaux": N_("bénéficiaires des minima sociaux"),
    "demandeurs-emploi": N_("personnes sans emploi"),
    "etudiants": N_("étudiants"),
    "familles": N_("familles"),
    "femmes": N_("femmes"),
    "jeunes": N_("jeunes"),
    "personnes-en-situation-de-handicap": N_("personnes en situation de handicap"),
    "personnes-en-situation-durgence": N_("personnes en urgence"),
    "personnes-en-situation-juridique-specifique": N_("personnes en situation juridique particulière"),
    "personnes-exilees": N_("personnes exilées"),
    "residents-qpv-frr": N_("habitants du quartier"),
    "seniors": N_("seniors"),
    "tous-publics": N_("tout le monde"),
}

SPEAKERS = {
    "staff": N_("l’équipe"),
    "volunteer": N_("un bénévole"),
    "interpreter": N_("un interprète"),
    "phone": N_("au téléphone"),
    "relay": N_("un habitant-relais"),
}

COSTS = {
    "free": ("yes", N_("Gratuit")),
    "sliding": ("limited", N_("Prix selon vos revenus")),
    "paid": ("no", N_("Payant")),
    "donation": ("yes", N_("Vous donnez ce que vous voulez")),
}
APPOINTMENTS = {
    "no": ("yes", N_("Sans rendez-vous")),
    "possible": ("yes", N_("Avec ou sans rendez-vous")),
    "required": ("limited", N_("Sur rendez-vous")),
}
DEGREES = {
    "wheelchair": ("wheelchair", N_("Fauteuil roulant"), N_("accès en fauteuil roulant")),
    "stroller": ("stroller", N_("Poussette"), N_("accès avec une poussette")),
    "changing_table": ("baby-change", N_("Table à langer"), N_("table à langer")),
    "toilets": ("toilets", N_("Toilettes"), N_("toilettes")),
    "hearing_loop": ("ear", N_("Boucle magnétique"), ""),
    "lsf": ("sign", N_("Langue des signes"), ""),
    "quiet": ("ear", N_("Lieu calme"), ""),
}
COMFORTS = {
    "heated": ("info", N_("Chauffé l’hiver")),
    "cooled": ("cool", N_("Frais l’été")),
    "water": ("water", N_("Eau à boire")),
    "wifi": ("wifi", N_("Wi-Fi")),
    "sockets": ("device", N_("Prises électriques")),
    "breastfeeding": ("child", N_("On peut allaiter")),
    "play_area": ("loisirs-jeunesse", N_("Coin de jeux")),
}
ANSWERS = {"yes": N_("oui"), "limited": N_("en partie"), "no": N_("non")}


@dataclass(frozen=True)
class Fact:
    """A known fact: a pictogram, words, and the answer they give (`yes`, `limited`, `no`, or `info`)."""

    icon: str
    words: str
    answer: str = "info"
    note: str = ""
    """A French detail as the source wrote it."""


@dataclass(frozen=True)
class Answers:
    """The known facts of a place, and the names of the unknown ones worth asking about."""

    coming: tuple[Fact, ...]
    access: tuple[Fact, ...]
    to_ask: tuple[str, ...]


def answer(place: Place, theme: str, language: Language) -> Answers:
    """Return what is known of a place; outdoors nobody asks for papers or an appointment."""
    coming = tuple(coming_facts(place, language))
    access = (*_degree_facts(place.accessibility, language), *_comfort_facts(place.comfort, language))
    return Answers(coming, access, tuple(_to_ask(place, theme, language)))


def coming_facts(block: Place | Service, language: Language) -> Iterator[Fact]:
    """Yield what one must know before coming: price, appointment, papers, ages, languages."""
    yield from _cost_facts(block.cost, language)
    yield from _access_facts(block.access, language)
    if isinstance(block, Place):
        yield from _paper_facts(block, language)
    yield from _people_facts(block, language)
    yield from _language_facts(block, language)


def _cost_facts(cost: Cost | None, language: Language) -> Iterator[Fact]:
    if cost:
        state, words = COSTS[cost.kind]
        yield Fact("free", language.say(words), state, cost.details or "")


def _access_facts(access: Access | None, language: Language) -> Iterator[Fact]:
    if access is None:
        return
    if access.appointment:
        state, words = APPOINTMENTS[access.appointment]
        yield Fact("calendar", language.say(words), state)
    if access.drop_in:
        yield Fact("door", language.say("On peut entrer sans prévenir"), "yes")
    if access.registration is not None:
        words = N_("Il faut s’inscrire") if access.registration else N_("Sans inscription")
        yield Fact("edit", language.say(words), "limited" if access.registration else "yes")
    if access.referral is not None:
        words = N_("Il faut être envoyé par un professionnel") if access.referral else N_("On peut venir de soi-même")
        yield Fact("info", language.say(words), "limited" if access.referral else "yes")


def _paper_facts(place: Place, language: Language) -> Iterator[Fact]:
    if place.bring == ("none",):
        yield Fact("papers", language.say("Aucun papier demandé"), "yes")
    elif place.bring:
        papers = language.formats.list(language.say(BRING.get(code, code)) for code in place.bring)
        yield Fact("papers", language.say("À apporter : %(papers)s", papers=papers), "limited")


def _people_facts(block: Place | Service, language: Language) -> Iterator[Fact]:
    if block.ages:
        yield Fact("child", ages_words(block.ages, language))
    if block.audience:
        people = language.formats.list(language.say(AUDIENCES.get(code, code)) for code in block.audience)
        yield Fact("people", language.say("Pour : %(people)s", people=people))


def _language_facts(block: Place | Service, language: Language) -> Iterator[Fact]:
    level = block.french_level if isinstance(block, Place) else None
    if level == "none":
        yield Fact("language", language.say("Pas besoin de parler français"), "yes")
    elif level == "alpha":
        yield Fact("language", language.say("Pas besoin de savoir lire"), "yes")
    elif level:
        yield Fact("language", language.say("Niveau de français demandé : %(level)s", level=level), "limited")
    if block.languages:
        spoken = language.formats.list(_spoken(tag.code, tag.by, language) for tag in block.languages)
        yield Fact("speak", language.say("On y parle : %(languages)s", languages=spoken), "yes")


def _spoken(code: str, by: str | None, language: Language) -> str:
    name = language.formats.language(code)
    return f"{name} ({language.say(SPEAKERS[by])})" if by else name


def _degree_facts(known: Accessibility | None, language: Language) -> Iterator[Fact]:
    if known is None:
        return
    for field, (icon, label, _) in DEGREES.items():
        degree = getattr(known, field)
        if degree:
            yield Fact(icon, degree_words(label, degree, language), degree)
    if known.steps is not None:
        words = language.say_count("%(num)s marche à l’entrée", "%(num)s marches à l’entrée", known.steps)
        yield Fact("stairs", words if known.steps else language.say("Aucune marche à l’entrée"))
    if known.door_cm is not None:
        width = language.formats.number(known.door_cm)
        yield Fact("wheelchair", language.say("Porte large de %(width)s cm", width=width))


def _comfort_facts(known: Comfort | None, language: Language) -> Iterator[Fact]:
    for field, (icon, label) in COMFORTS.items():
        degree = getattr(known, field, None)
        if degree:
            yield Fact(icon, degree_words(label, degree, language), degree)


def degree_words(label: str, degree: str, language: Language) -> str:
    """Return `Poussette : en partie`, for a degree of `yes`, `limited` or `no`."""
    return language.say("%(label)s : %(answer)s", label=language.say(label), answer=language.say(ANSWERS[degree]))


def _to_ask(place: Place, theme: str, language: Language) -> Iterator[str]:
    if theme not in _OUTDOORS:
        yield from _unknown_ways_of_coming(place, language)
    for field, (_, _, question) in DEGREES.items():
        if question and getattr(place.accessibility, field, None) is None:
            yield language.say(question)


def _unknown_ways_of_coming(place: Place, language: Language) -> Iterator[str]:
    if place.cost is None:
        yield language.say("prix")
    if place.bring is None:
        yield language.say("papiers à apporter")
    if place.access is None or place.access.appointment is None:
        yield language.say("rendez-vous")
    if place.ages is None:
        yield language.say("âges")
    if not place.languages:
        yield language.say("langues parlées")


def ages_words(ages: Ages, language: Language) -> str:
    """Return `De 3 mois à 3 ans`; the upper age is included, and 35 months is *less than 3 years*."""
    low, high = ages.min_months or 0, ages.max_months
    if high is None:
        return language.say("À partir de %(age)s", age=_age(low, language))
    below = high % 12 == 11
    top = _age(high + 1 if below else high, language)
    if not low:
        return language.say("Moins de %(age)s", age=top) if below else language.say("Jusqu’à %(age)s", age=top)
    values = {"low": _age(low, language), "high": top}
    if below:
        return language.say("De %(low)s à moins de %(high)s", **values)
    return language.say("De %(low)s à %(high)s", **values)


def _age(months: int, language: Language) -> str:
    if months < 24 and months % 12:
        return language.say_count("%(num)s mois", "%(num)s mois", months)
    return language.say_count("%(num)s an", "%(num)s ans", months // 12)
