"""Look-alikes: the same place under another spelling is found, neighbours and namesakes far away are not."""

import pytest

from app.domain.likeness import alike_places
from app.domain.place import Place

HERE = (2.3650, 48.8940)
KNOWN = Place.model_validate(
    {
        "id": "bib",
        "name": "Bibliothèque Václav Havel",
        "position": HERE,
        "contact": {"phones": [{"number": "+33140000000"}]},
    }
)


def found(name: str, metres_north: float = 500, *phones: str) -> bool:
    return bool(alike_places(name, (HERE[0], HERE[1] + metres_north / 111_320), phones, [KNOWN]))


@pytest.mark.parametrize(
    "name",
    [
        "Bibliothèque Vaclav Havel",
        "bibliotheque vaclav-havel",
        "La Bibliothèque de Václav Havel",
        "Havel Václav bibliothèque",
        "Vaclav Havel",
    ],
)
def test_other_spellings_are_the_same_place(name: str) -> None:
    assert found(name)


@pytest.mark.parametrize("name", ["Bibliothèque", "Ludothèque du passage", "École Torcy", "", "مكتبة"])
def test_other_names_are_other_places(name: str) -> None:
    assert not found(name)


def test_the_same_door_or_telephone_tells_whatever_the_name() -> None:
    assert [found("École", 10), found("École", 300), found("École", 300, "+33140000000")] == [True, False, True]


def test_one_name_in_another_town_is_another_place() -> None:
    assert not found(KNOWN.name, 20_000)


def test_the_likeliest_comes_first_and_few_are_told() -> None:
    others = [KNOWN.model_copy(update={"id": f"b{n}", "contact": None}) for n in range(9)]
    told = alike_places(KNOWN.name, HERE, ["+33140000000"], [*others, KNOWN])
    assert (len(told), told[0].place.id, told[0].same_phone) == (5, "bib", True)
