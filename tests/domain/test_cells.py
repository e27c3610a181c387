"""Cells of places: few in each, neighbours together, and what happens elsewhere leaves them alone."""

from collections.abc import Iterable
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cells import in_cells
from app.domain.geometry import Position, metres_between
from app.domain.place import Place

from ..cast.printed import read_tiny

PATTERN = read_tiny().places["bibliotheque-des-tilleuls"]
SIDE = 40


def places_at(positions: Iterable[Position]) -> list[Place]:
    return [PATTERN.model_copy(update={"id": f"lieu-{n}", "position": each}) for n, each in enumerate(positions)]


def street_grid() -> list[Place]:
    """Places every twenty metres or so, over a square kilometre."""
    return places_at((2.40 + 0.0003 * (n % SIDE), 48.84 + 0.0002 * (n // SIDE)) for n in range(SIDE**2))


positions = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(positions, max_size=60), st.integers(1, 9))
def test_every_place_is_in_one_cell_and_few_are_in_each(spots: list[Position], most: int) -> None:
    places = places_at(spots)
    cells = in_cells(places, most)
    assert sorted(p.id for p in chain.from_iterable(cells.values())) == sorted(p.id for p in places)
    assert max(map(len, cells.values())) <= most


def test_many_on_one_spot_are_told_apart_by_name() -> None:
    cells = in_cells(places_at([(2.4, 48.84)] * 300), 64)
    assert max(map(len, cells.values())) <= 64
    assert len(cells) <= 16


def test_a_place_more_leaves_all_cells_but_its_own() -> None:
    places = street_grid()
    before, after = in_cells(places, 64), in_cells([*places, places_at([(2.4051, 48.8449)] * 2000)[-1]], 64)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert len(changed) == 1


def test_most_neighbours_share_a_cell() -> None:
    places = street_grid()
    cell_of = {place.id: name for name, here in in_cells(places, 64).items() for place in here}
    pairs = [(a, b) for a in places for b in places if a.id < b.id and metres_between(a.position, b.position) < 30]
    together = [(a, b) for a, b in pairs if cell_of[a.id] == cell_of[b.id]]
    assert len(pairs) > SIDE**2
    assert len(together) > 0.7 * len(pairs)
