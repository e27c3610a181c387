"""One quarter of the project's own content: who makes edition after edition takes it, for all take longer.

It has its own walks, words and streets, and as many places as make a pack of several parts; the other quarters are as
if nobody had mapped them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.content import Content
from app.domain.subject import SUBJECTS, find_subject
from app.domain.territory import Territory
from app.domain.text import Texts, Translation
from app.edition.packs.plan import PLACES_A_PART
from app.exchange.native import read_content, write_content

QUARTER = "chapelle-nord"
DRAFTS = 6


def write_one_quarter(project: Path, folder: Path) -> None:
    """Write the content of the quarter alone, as a project's folders have it."""
    content, problems = read_content(project)
    assert content is not None, problems
    write_content(_only(content, content.territories[QUARTER]), folder)


# Private


def _only(content: Content, territory: Territory) -> Content:
    walks = {walk.id: walk for walk in content.walks.values() if walk.territory == territory.id}
    visited = {place for walk in walks.values() for place in walk.places}
    kiosk = territory.kiosk.place if territory.kiosk else None
    wanted = {territory.school, kiosk, *visited, *_around(content, territory)}
    places = {id: place for id, place in content.places.items() if id in wanted}
    small = replace(content, territories={territory.id: territory}, walks=walks, places=places)
    texts = {lang: _texts_in(small, told) for lang, told in content.texts.by_language.items()}
    codes = [code for code in content.codes if find_subject(small, code.kind, code.id)]
    return replace(small, texts=Texts(texts), codes=codes)


def _around(content: Content, territory: Territory) -> Iterator[str]:
    """Yield enough places of the quarter, the nearest to its school first, and some that wait for a check."""
    yield from (place.id for place in content.public_places(territory.id)[: PLACES_A_PART + 1])
    yield from (place.id for place in content.drafts_by_territory[territory.id][:DRAFTS])


def _texts_in(content: Content, told: Mapping[str, Translation]) -> dict[str, Translation]:
    """Return the texts of what is there, and those that any page may show."""
    keys = {key: key.split("/", 1)[0].partition(":") for key in told}
    return {
        key: told[key] for key, (kind, _, id) in keys.items() if kind not in SUBJECTS or find_subject(content, kind, id)
    }
