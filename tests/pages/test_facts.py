"""What a place page answers: known facts in words, unknown ones named."""

import pytest

from app.domain.place import Ages, Place
from app.language.language import Language
from app.pages.facts import ages_words, answer

FRENCH = Language.read("fr")


def place(**facts: object) -> Place:
    return Place.model_validate({"id": "ici", "name": "Ici", "position": (2.36, 48.89), **facts})


def said(**facts: object) -> list[tuple[str, str]]:
    found = answer(place(**facts), "droits", FRENCH)
    return [(fact.words, fact.answer) for fact in found.coming + found.access]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3, 36, "De 3 mois à 3 ans"),
        (0, 35, "Moins de 3 ans"),
        (None, 72, "Jusqu’à 6 ans"),
        (144, None, "À partir de 12 ans"),
        (132, 191, "De 11 ans à moins de 16 ans"),
    ],
)
def test_ages_are_said_as_parents_say_them(low: int | None, high: int | None, words: str) -> None:
    assert ages_words(Ages(min_months=low, max_months=high), FRENCH) == words


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"cost": {"kind": "free"}}, ("Gratuit", "yes")),
        ({"cost": {"kind": "paid"}}, ("Payant", "no")),
        ({"bring": ["none"]}, ("Aucun papier demandé", "yes")),
        ({"access": {"appointment": "required"}}, ("Sur rendez-vous", "limited")),
        ({"french_level": "none"}, ("Pas besoin de parler français", "yes")),
        ({"accessibility": {"steps": 0}}, ("Aucune marche à l’entrée", "info")),
    ],
)
def test_a_known_fact_is_answered_in_words(facts: dict[str, object], expected: tuple[str, str]) -> None:
    assert said(**facts) == [expected]


def test_an_unknown_fact_is_never_an_answer() -> None:
    assert said() == []
    assert answer(place(), "droits", FRENCH).to_ask[:3] == ("prix", "papiers à apporter", "rendez-vous")


def test_nobody_asks_for_papers_in_a_park() -> None:
    assert "papiers à apporter" not in answer(place(), "parcs", FRENCH).to_ask


def test_a_known_fact_is_not_asked_again() -> None:
    assert "prix" not in answer(place(cost={"kind": "free"}), "droits", FRENCH).to_ask
