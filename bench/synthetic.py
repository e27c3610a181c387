"""A neighbourhood of any size, drawn from a fixed seed: the one that every measure uses.

    python bench/synthetic.py 2000 FOLDER       writes it as the files that `adeuxpas load` reads
    python bench/synthetic.py 20x300 FOLDER     as many neighbourhoods side by side, each with its own streets

Kinds, calendars and streets are the real ones; names, purposes, hours and translations are made up.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from app.domain.code import ALPHABET, is_code
from app.domain.content import CodeEntry, Content
from app.domain.geometry import Position
from app.domain.place import Place
from app.domain.plan import Plan
from app.domain.territory import Territory
from app.domain.text import Texts, TextState, Translation
from app.domain.walk import Walk
from app.exchange.native import read_content, write_content

ROOT = Path(__file__).resolve().parent.parent
TERRITORY = "bel-air-sud"
"""Whose outline, streets and languages are borrowed."""

LANGUAGES = ("fr", "en", "ar")

_NAMES = [
    "Aimé Césaire",
    "Joséphine Baker",
    "Louise Michel",
    "Jean Moulin",
    "Olympe de Gouges",
    "Charles Hermite",
    "Rosa Parks",
    "Hébert",
    "Paul Éluard",
    "Marie Curie",
    "Jacques Prévert",
    "Germaine Tillion",
    "Léopold Sédar Senghor",
    "Anne Frank",
    "Simone Veil",
    "Victor Hugo",
    "René Binet",
    "du Cœur de l’Îlot",
    "des Trois Fontaines",
    "de l’Œuvre",
    "Émile Zola",
    "Gisèle Halimi",
]
_ADVERBS = [
    "tous ensemble",
    "en famille",
    "sans rendez-vous",
    "le mercredi",
    "après l’école",
    "avec vos enfants",
    "en petit groupe",
]
_VERBS = {
    "fr": "Jouer dehors,Lire et emprunter des livres,Faire ses devoirs avec quelqu’un,Nager,Apprendre le français,"
    "Être aidé pour un papier,Faire garder un enfant,Voir un médecin,Manger à midi,Faire du sport,Se reposer",
    "en": "Play outdoors,Read and borrow books,Do homework with someone,Swim,Learn French,"
    "Get help with a form,Have a child looked after,See a doctor,Eat at noon,Do sport,Rest",
    "ar": "اللعب في الهواء الطلق,القراءة واستعارة الكتب,إنجاز الواجبات مع أحد,السباحة,تعلم الفرنسية,"
    "الحصول على مساعدة في ورقة,رعاية طفل,زيارة طبيب,تناول الغداء,ممارسة الرياضة,الاستراحة",
}
_STREETS = (
    "rue de la Gare,rue Claude Decaen,avenue du Général Michel Bizot,rue de Picpus,rue Sibuet,boulevard Poniatowski"
)
_HOURS = (
    "Mo-Fr {a}:00-{b}:00; PH off",
    "Mo-Fr {a}:30-12:30,14:00-{b}:30; SH,PH off",
    "Tu,Th,Fr {a}:00-{b}:00; We {a}:00-12:00; Sa 10:00-{b}:00; PH off",
    "Mo,Tu,Th,Fr 16:30-{b}:30; PH,SH off",
    "We 14:00-{b}:00; SH Mo-Fr {a}:00-{b}:00; PH off",
    "Mo-Su {a}:00-{b}:30",
    'Mo-Fr {a}:00-{b}:00 "sur rendez-vous"; PH off',
    "24/7",
)


def synthetic_content(number: int, languages: int = 3, territories: int = 1) -> Content:
    """Return territories of `number` public places and three walks each, in French and `languages` - 1 translations."""
    real, problems = read_content(ROOT)
    if real is None:
        raise SystemExit("\n".join(problem.tell() for problem in problems))
    dice = Random(number)  # noqa: S311 - the same territory every time
    kinds = [c.id for c in real.categories.all.values() if c.parent]
    fresh = _codes(dice)
    quarters = [_Quarter(real.territories[TERRITORY], rank, fresh) for rank in range(territories)]
    places: dict[str, Place] = {}
    walks: dict[str, Walk] = {}
    for quarter in quarters:
        found = {place.id: place for place in _places(number, quarter, kinds, dice)}
        places |= found
        walks |= {walk.id: walk for walk in _walks(list(found), quarter, dice)}
    codes = [CodeEntry(place.code or "", "place", place.id) for place in places.values()]
    codes += [CodeEntry(walk.code or "", "walk", walk.id) for walk in walks.values()]
    codes += [CodeEntry(quarter.territory.code or "", "territory", quarter.territory.id) for quarter in quarters]
    texts = Texts({lang: dict(_translations(places, lang)) for lang in LANGUAGES[1:languages]})
    plan = real.plan if territories == 1 else _side_by_side(real.plan, quarters)
    around = {quarter.territory.id: quarter.territory for quarter in quarters}
    return Content(around, places, walks, real.categories, real.calendar, texts, codes, plan)


def sized(told: str) -> Content:
    """Return the content of a size as it is typed: `2000` places, or `20x300` for so many territories of 300."""
    territories, times, number = told.rpartition("x")
    return synthetic_content(int(number), territories=int(territories) if times else 1)


# Private


class _Quarter:
    """The territory that is borrowed, or a copy of it so many widths further east."""

    def __init__(self, real: Territory, rank: int, codes: Iterator[str]) -> None:
        self.ending = f"-{rank}" if rank else ""
        self.codes = codes
        self.east = round(rank * (real.bounds.east - real.bounds.west), 6)
        outline = tuple(tuple(self.moved(position) for position in ring) for ring in real.outline)
        fresh = {"id": real.id + self.ending, "code": next(codes), "outline": outline} if rank else {}
        told = real.model_dump(by_alias=True) | {"school": f"lieu-0{self.ending}", "kiosk": None} | fresh
        self.territory = Territory.model_validate(told)

    def moved(self, position: Position) -> Position:
        """Return where a position of the borrowed territory lies in this one."""
        return (round(position[0] + self.east, 6), position[1]) if self.east else position


def _side_by_side(plan: Plan, quarters: Sequence[_Quarter]) -> Plan:
    """Return the streets of the borrowed territory under each of its copies."""
    box = quarters[0].territory.bounds.grown(400)
    ways = [way for way in plan.ways if any(box.holds(position) for position in way.line)]
    labels = [label for label in plan.labels if box.holds(label.position)]
    return replace(
        plan,
        ways=[replace(way, line=tuple(map(quarter.moved, way.line))) for quarter in quarters for way in ways],
        labels=[replace(label, position=quarter.moved(label.position)) for quarter in quarters for label in labels],
    )


def _places(number: int, quarter: _Quarter, kinds: list[str], dice: Random) -> Iterator[Place]:
    box = quarter.territory.bounds
    for rank in range(number):
        position = (round(dice.uniform(box.west, box.east), 6), round(dice.uniform(box.south, box.north), 6))
        while not quarter.territory.holds(position):
            position = (round(dice.uniform(box.west, box.east), 6), round(dice.uniform(box.south, box.north), 6))
        facts = _facts(rank, next(quarter.codes), position, dice.choice(kinds), dice)
        yield Place.model_validate(facts | {"id": facts["id"] + quarter.ending})


def _facts(rank: int, code: str, position: tuple[float, float], kind: str, dice: Random) -> dict[str, Any]:
    verb = dice.randrange(11)
    facts: dict[str, Any] = {
        "id": f"lieu-{rank}",
        "name": f"{kind.replace('-', ' ').capitalize()} {dice.choice(_NAMES)}",
        "position": position,
        "status": "published",
        "code": code,
        "purpose": f"{_VERBS['fr'].split(',')[verb]} {dice.choice(_ADVERBS)}.",
        "categories": [kind],
        "address": {"street": f"{dice.randint(1, 180)} {dice.choice(_STREETS.split(','))}", "postcode": "75012"},
        "cost": {"kind": dice.choice(["free", "free", "paid", "sliding"])},
        "ages": {"min_months": dice.choice([0, 36, 72]), "max_months": dice.choice([143, 215])},
        "verified": {"on": date(2026, dice.randint(1, 10), dice.randint(1, 28)), "how": "visit"},
        "sources": [{"name": "OpenStreetMap", "ref": f"node/{rank}", "licence": "ODbL 1.0"}],
    }
    if dice.random() < 0.6:
        facts["hours"] = dice.choice(_HOURS).format(a=f"{dice.randint(8, 10):02}", b=dice.randint(17, 20))
    if dice.random() < 0.4:
        facts["contact"] = {"phones": [{"number": f"+3314{dice.randint(1000000, 9999999)}"}]}
    if dice.random() < 0.3:
        facts["accessibility"] = {"wheelchair": dice.choice(["yes", "limited", "no"]), "stroller": "yes"}
    return facts


def _walks(places: list[str], quarter: _Quarter, dice: Random) -> Iterator[Walk]:
    for rank in range(3):
        stops = [{"place": id, "text": "On s’arrête ici un moment."} for id in dice.sample(places, min(8, len(places)))]
        walk = {"format": 1, "id": f"balade-{rank}{quarter.ending}", "status": "published"}
        walk |= {"code": next(quarter.codes), "title": f"Balade numéro {rank + 1}"}
        yield Walk.model_validate(
            {**walk, "territory": quarter.territory.id, "summary": "Huit lieux à pied.", "stop": stops}
        )


def _translations(places: dict[str, Place], lang: str) -> Iterator[tuple[str, Translation]]:
    for place in places.values():
        source = place.purpose or ""
        verb = next(i for i, words in enumerate(_VERBS["fr"].split(",")) if source.startswith(words))
        key = f"place:{place.id}/purpose"
        yield key, Translation(key, source, _VERBS[lang].split(",")[verb], TextState.MACHINE)


def _codes(dice: Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        code = "".join(dice.choices(ALPHABET, k=6))
        if is_code(code) and code not in seen:
            seen.add(code)
            yield code


if __name__ == "__main__":
    made = sized(sys.argv[1] if len(sys.argv) > 1 else "60")
    if len(sys.argv) > 2:
        write_content(made, Path(sys.argv[2]))
    print(f"{len(made.places)} lieux, {len(made.walks)} balades, {len(made.texts.by_language) + 1} langues")
