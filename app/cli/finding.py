"""Finding what somebody names in a command, or the one that was perhaps meant."""

from difflib import get_close_matches

from ..domain.content import Content
from ..domain.territory import Territory
from ..domain.text import N_
from .progress import Refusal
from .telling import here, say


def find_territory(content: Content, name: str) -> Territory:
    """Return the territory of an id, or refuse with the one that was perhaps meant."""
    if name in content.territories:
        return content.territories[name]
    near = get_close_matches(name.lower(), content.territories, n=1, cutoff=0.5)
    if near:
        raise Refusal(
            say(N_("Le territoire « %(name)s » n’existe pas. Vouliez-vous dire %(near)s ?"), name=name, near=near[0])
        )
    known = here().formats.list(content.territories)
    raise Refusal(say(N_("Le territoire « %(name)s » n’existe pas. Il y a %(known)s."), name=name, known=known))
