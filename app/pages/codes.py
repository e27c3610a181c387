"""The pages of printed codes that are not in use: what became of their subject, the nearest like it, and whom to ask.

A poster stays on its wall while its place is a draft again, or gone: whoever scans it never meets an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..cache import Cache
from ..domain.geometry import metres_between
from ..domain.place import Place
from ..domain.subject import PLACE, SUBJECTS, SubjectKind, find_subject
from ..domain.territory import Territory
from ..edition.file import PlannedFile
from ..edition.open_data import all_codes
from ..site.codes import code_path, is_live
from .cards import card_digests, hours_url, make_cards
from .context import Frame, PageContext, SiteContext, View
from .territories import help_of, territory_card, territory_crumbs
from .waiting import Waiting, waiting_among

NEAREST = 5
"""How many places like it are offered."""


@dataclass(frozen=True)
class Unused:
    """What is known of the subject of a code that is not in use; all but `kind` and `code` may be empty."""

    code: str
    kind: str
    is_gone: bool
    name: str
    home: Territory | None
    nearest: tuple[Place, ...]
    waiting: tuple[Waiting, ...]


def code_files(context: PageContext) -> Iterator[PlannedFile]:
    """Yield the page of every code that is not in use, in a language."""
    unused: Sequence[Unused] = context.shared.remember("unused codes", lambda: _all_unused(context.shared))
    yield from (_file(context, each) for each in unused)


# Private


def _all_unused(context: SiteContext) -> Sequence[Unused]:
    table = all_codes(context.content)
    codes: Sequence[str] = _UNUSED.take("", (table,), lambda: [code for code in table if not is_live(table[code])])
    return [_unused(context, code, table[code]) for code in codes]


_UNUSED = Cache()
"""The codes that are not in use."""


def _unused(context: SiteContext, code: str, target: Mapping[str, Any]) -> Unused:
    kind = SUBJECTS[target["kind"]]
    subject: Any = find_subject(context.content, kind.name, target["id"])
    if subject is None:
        return Unused(code, kind.name, is_gone=True, name="", home=None, nearest=(), waiting=())
    home = next(iter(kind.homes(context.content, subject)), None)
    nearest = tuple(_nearest(context, home, kind, subject)) if home else ()
    waiting = waiting_among([subject]) if kind is PLACE else ()
    return Unused(code, kind.name, False, kind.title_of(subject), home, nearest, waiting)


def _nearest(context: SiteContext, home: Territory, kind: SubjectKind, subject: Any) -> Sequence[Place]:
    """Return the places like it: of a kind before those of a theme, then by distance from what may be shown of it."""
    if kind is not PLACE:
        return ()
    themes = context.themes_of(subject)
    alike = [p for p in context.content.public_places(home.id) if themes & context.themes_of(p)]
    kinds = set(subject.categories)

    def distance(place: Place) -> tuple[bool, float]:
        return not kinds & set(place.categories), metres_between(subject.position, place.position)

    return sorted(alike, key=distance)[:NEAREST]


def _file(context: PageContext, unused: Unused) -> PlannedFile:
    home = unused.home
    title = context.say("Code %(code)s", code=unused.code)
    nearest = make_cards(context, home, unused.nearest) if home else ()
    view: View = {
        "frame": Frame(
            title=title,
            rest=code_path(unused.code),
            crumbs=territory_crumbs(context, home, title) if home else (),
            territory=home.id if home else "",
            section="places" if home else "",
            indexed=False,
        ),
        "unused": unused,
        "nearest": nearest,
        "hours_url": hours_url(context.shared, home) if home else "",
        "help": help_of(context, home) if home else None,
        "home": territory_card(context, home) if home else None,
        "territories": tuple(territory_card(context, each) for each in context.content.territories.values()),
    }
    seen = {**view, "nearest": card_digests(nearest), "unused": _said(unused)}
    return context.page(code_path(unused.code), "codes/show.html", seen, lambda: view)


def _said(unused: Unused) -> tuple[object, ...]:
    home = unused.home.id if unused.home else ""
    return (unused.code, unused.kind, unused.is_gone, unused.name, home, unused.waiting)
