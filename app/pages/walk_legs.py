"""The legs of a walk as its pages tell them: what somebody who walked it saw, or that nobody has looked yet.

Never one word of difficulty: steps, the worst kerb, what wheels meet, and which legs nobody knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..domain.leg import WayFacts
from ..domain.text import N_, Text
from ..domain.walk import Walk
from ..language.language import Language
from .context import PageContext
from .facts import Fact, degree_words


@dataclass(frozen=True)
class Surveyed:
    """What is known of a way: how it goes, in words; facts; when somebody looked (`octobre 2026`), and who."""

    way: Text
    facts: tuple[Fact, ...]
    obstacles: tuple[Text, ...]
    checked: str
    checked_by: str


WAY_NAMES: Mapping[str, Mapping[object, str]] = {
    "crossing": {
        "none": N_("Aucune rue à traverser"),
        "lights": N_("Traversée avec des feux"),
        "lights_sound": N_("Traversée avec des feux sonores"),
        "zebra": N_("Passage piéton sans feux"),
        "unmarked": N_("Traversée sans passage piéton"),
    },
    "surface": {
        "asphalt": N_("Sol : bitume"),
        "paving": N_("Sol : dalles"),
        "cobbles": N_("Sol : pavés"),
        "gravel": N_("Sol : gravier"),
        "earth": N_("Sol : terre"),
        "grass": N_("Sol : herbe"),
        "wood": N_("Sol : bois"),
        "mixed": N_("Sol : plusieurs sortes"),
    },
    "lit": {True: N_("Éclairé la nuit"), False: N_("Pas éclairé la nuit")},
    "stair_ramp": {
        "yes": N_("Rampe le long des marches"),
        "stroller": N_("Rampe pour poussettes le long des marches"),
        "no": N_("Marches sans rampe"),
    },
    "handrail": {
        "both": N_("Main courante des deux côtés"),
        "one": N_("Main courante d’un côté"),
        "no": N_("Sans main courante"),
    },
}
"""By a field of a way, the words of what it says."""

UNSURVEYED = Surveyed(Text(""), (), (), "", "")


def surveyed(context: PageContext, key: str, way: WayFacts | None) -> Surveyed:
    """Return what the file of a walk says of a way, whose texts stand under a key."""
    if way is None:
        return UNSURVEYED
    return Surveyed(
        way=context.text(f"{key}/way", way.way),
        facts=tuple(way_facts(way, context.language)),
        obstacles=tuple(context.text(f"{key}/obstacle/{n}", each) for n, each in enumerate(way.obstacle, 1)),
        checked=context.language.formats.month(way.checked.on) if way.checked else "",
        checked_by=way.checked.by if way.checked else "",
    )


def way_facts(way: WayFacts, language: Language) -> Iterator[Fact]:
    """Yield what is known of a way, wheels first; what is unknown is not in it."""
    for wheels, label in _WHEELS.items():
        degree = getattr(way, wheels)
        if degree != "unknown":
            yield Fact(wheels, degree_words(label, degree, language), degree)
    yield from _step_facts(way, language)
    for field, words in _MEASURES.items():
        measure = getattr(way, field)
        if measure is not None:
            yield Fact("info", language.say(words, number=language.formats.number(measure)))
    for field, names in WAY_NAMES.items():
        name = names.get(getattr(way, field))
        if name:
            yield Fact("crossing" if field == "crossing" else "info", language.say(name))


def step_free_facts(walk: Walk, legs: Mapping[int, object], language: Language) -> Iterator[Fact]:
    """Yield in few words what wheels and tired legs meet on a walk; `legs` are those that are shown, by their end."""
    written = [leg for number in legs if (leg := walk.leg_to(number))]
    unknown = len(legs) - sum(leg.is_surveyed for leg in written)
    steps = [leg.steps for leg in written if leg.steps is not None]
    kerbs = [leg.kerb_cm for leg in written if leg.kerb_cm is not None]
    if sum(steps):
        yield Fact("stairs", language.say_count("%(num)s marche connue", "%(num)s marches connues", sum(steps)), "no")
        if all(leg.step_free for leg in written if leg.steps):
            yield Fact("check", language.say("Un détour sans marches existe"), "yes")
    elif legs and len(steps) == len(legs):
        yield Fact("check", language.say("Aucune marche"), "yes")
    if kerbs:
        height = language.formats.number(max(kerbs))
        yield Fact("info", language.say("Bordure la plus haute : %(number)s cm", number=height))
    if unknown and unknown == len(legs):
        yield Fact("help", language.say("Poussettes et fauteuils : aucun trajet vérifié"))
    elif unknown:
        words = language.say_count(
            "Poussettes et fauteuils : %(num)s trajet non vérifié",
            "Poussettes et fauteuils : %(num)s trajets non vérifiés",
            unknown,
        )
        yield Fact("help", words)


# Private

_WHEELS = {"stroller": N_("Poussette"), "wheelchair": N_("Fauteuil roulant")}

_MEASURES = {
    "kerb_cm": N_("Bordure la plus haute : %(number)s cm"),
    "width_cm": N_("Passage le plus étroit : %(number)s cm"),
    "slope_pct": N_("Pente la plus forte : %(number)s %%"),
}


def _step_facts(way: WayFacts, language: Language) -> Iterator[Fact]:
    if way.steps is not None:
        count = language.say_count("%(num)s marche", "%(num)s marches", way.steps)
        yield Fact("stairs", count if way.steps else language.say("Aucune marche"), "no" if way.steps else "yes")
    if way.flights and way.flights > 1:
        words = language.say_count("%(num)s volée de marches", "%(num)s volées de marches", way.flights)
        yield Fact("stairs", words)
