"""Which pages go into which part of a pack."""

from dataclasses import replace
from itertools import chain

import pytest

from app.domain.content import Content
from app.edition.packs.plan import PLACES_A_PART, PartPlan, plan_packs
from app.site.addresses import Site

from ...cast.printed import read_tiny

SITE = Site(languages=("fr", "ar"), version="0")


def crowd(number: int) -> Content:
    """The tiny territory with this many places on the spot of its library."""
    tiny = read_tiny()
    pattern = tiny.places["bibliotheque-des-tilleuls"]
    places = {f"lieu-{n}": pattern.model_copy(update={"id": f"lieu-{n}"}) for n in range(number)}
    return replace(tiny, places=places, walks={})


def french_parts(content: Content) -> tuple[PartPlan, ...]:
    return plan_packs(content, SITE)[0].languages["fr"]


def test_a_small_territory_is_one_part_a_language() -> None:
    assert [part.name for part in french_parts(read_tiny())] == ["fr/pages"]


def test_a_large_one_has_its_places_in_groups() -> None:
    pages, *groups = french_parts(crowd(200))
    assert pages.name == "fr/pages"
    assert sorted(chain.from_iterable(part.paths for part in groups)) == sorted(
        f"fr/places/lieu-{n}" for n in range(200)
    )
    assert max(len(part.paths) for part in groups) <= PLACES_A_PART


@pytest.mark.parametrize("number", [100, 200])
def test_a_place_more_changes_one_group(number: int) -> None:
    before, after = french_parts(crowd(number)), french_parts(crowd(number + 1))
    assert len(set(after) - set(before)) == 1
