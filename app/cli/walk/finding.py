"""Finding the walk that somebody names, by its id or its file."""

from collections.abc import Iterable
from pathlib import Path

from ...domain.text import N_
from ...exchange.native.sentences import guess
from ..progress import Refusal
from ..telling import say


def find_walk(known: Iterable[str], named: str) -> str:
    """Return the id of a walk, or refuse with the one that was perhaps meant."""
    slugs = [*known]
    slug = Path(named).stem if named.endswith(".toml") else named
    if slug in slugs:
        return slug
    near = guess(slug, slugs)
    if near:
        raise Refusal(say(_PERHAPS, walk=named, guess=near))
    raise Refusal(say(_NONE, walk=named))


# Private

_PERHAPS = N_("La balade « %(walk)s » n’existe pas : vouliez-vous dire %(guess)s ?")
_NONE = N_("La balade « %(walk)s » n’existe pas.")
