"""What walking directions need of a territory: where its streets, its places and the sentences of steps are."""

from dataclasses import dataclass

from ..domain.territory import Territory
from ..edition.search_data import places_path
from ..edition.sentences import sentences_path
from .context import PageContext


@dataclass(frozen=True)
class Way:
    """The addresses that the phone asks for when somebody wants to go there; the school is where most start."""

    paths_url: str
    places_url: str
    words_url: str
    map_url: str
    school_id: str
    school_name: str


def way_in(context: PageContext, territory: Territory) -> Way:
    """Return what walking directions need in a territory."""
    school = context.content.anchor_of(territory)
    code, url = context.lang, context.site.url
    return Way(
        paths_url=url(f"paths/{territory.id}.bin"),
        places_url=url(places_path(code, territory.id)),
        words_url=url(sentences_path(code, "directions")),
        map_url=url(context.site.map(code, territory.id)),
        school_id=school.id if school else "",
        school_name=school.name if school else "",
    )
