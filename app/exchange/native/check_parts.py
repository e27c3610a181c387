"""Everything that can be wrong between the parts of a content, in the order in which a report names it."""

from collections.abc import Iterator

from ...domain.problem import Problem
from .check_places import check_places
from .check_texts import check_texts
from .check_walks import check_territories, check_walks
from .parts import Parts


def check_parts(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong between territories, places, walks and their translations."""
    for check in (check_territories, check_places, check_walks, check_texts):
        yield from check(parts)
