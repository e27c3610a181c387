"""What is due: each fact has its own date, and holds as long as its kind and the kind of place say."""

from datetime import date

import pytest

from app.domain.category import Categories, Category
from app.domain.correction import checks_on
from app.domain.due import facts_of
from app.domain.place import Place

CATEGORIES = Categories(
    {
        "lire": Category(id="lire", label="Lire", stale_after_months=6),
        "parcs": Category(id="parcs", label="Parcs", stale_after_months=24),
        "eau": Category(id="eau", label="Eau", practical=True, stale_after_months=24),
    }
)
PLACE = {
    "id": "ici",
    "name": "Ici",
    "position": (2.36, 48.89),
    "status": "published",
    "categories": ["lire"],
    "hours": "Tu 09:00-12:00",
    "contact": {"phones": [{"number": "+33144556677"}]},
    "accessibility": {"wheelchair": "yes"},
    "verified": {"on": "2026-01-15", "how": "visit"},
    "services": [{"id": "ludo", "name": "Ludothèque", "hours": "We 14:00-18:00"}],
}


def place(**facts: object) -> Place:
    return Place.model_validate(PLACE | facts)


def dues(place: Place) -> dict[str, str]:
    return {fact.path: fact.age.due.isoformat() if fact.age else "" for fact in facts_of(place, CATEGORIES)}


def test_facts_hold_by_their_kind() -> None:
    assert dues(place()) == {
        "existence": "2027-01-15",
        "hours": "2026-07-15",
        "phones": "2026-07-15",
        "accessibility": "2030-01-15",
        "services/ludo/existence": "2026-07-15",
        "services/ludo/hours": "2026-07-15",
    }


@pytest.mark.parametrize(
    ("facts", "path", "due"),
    [
        ({"categories": ["parcs"]}, "existence", "2028-01-15"),
        ({"categories": ["parcs"]}, "hours", "2028-01-15"),
        ({"accessibility": {"wheelchair": "no"}}, "accessibility", "2028-01-15"),
        ({"hours": None}, "hours", ""),
        (
            {"verified": None, "sources": [{"name": "Ville", "on": "2025", "fields": ["name"]}]},
            "existence",
            "2026-12-31",
        ),
        ({"verified": None, "sources": [{"name": "Ville", "on": "2025", "fields": ["name"]}]}, "hours", ""),
        ({"checks": {"hours": {"on": "2026-11-01", "how": "visit"}}}, "hours", "2027-05-01"),
        ({"checks": {"hours": {"on": "2026-11-01", "how": "visit"}}}, "phones", "2026-07-15"),
        ({"checks": {"hours": {"on": "2025-11-01", "how": "visit"}}}, "hours", "2026-07-15"),
    ],
)
def test_a_fact_counts_from_its_own_last_day(facts: dict[str, object], path: str, due: str) -> None:
    assert dues(place(**facts))[path] == due


def test_nobody_asks_for_the_hours_of_a_fountain() -> None:
    assert "hours" not in dues(place(categories=["eau"], hours=None))


def test_a_check_dates_only_the_facts_that_were_shown() -> None:
    fields = checks_on(place(), ["hours", "services/ludo/hours"], date(2026, 11, 29), "visit")
    checked = Place.model_validate(place().model_dump(mode="json", by_alias=True) | fields)
    changed = {path: due for path, due in dues(checked).items() if due != dues(place())[path]}
    assert changed == {"hours": "2027-05-29", "services/ludo/hours": "2027-05-29"}
