"""The touch screen of a kiosk: a page that waits, and in each language one page with all that a quarter has.

One page, so that a cable that comes out takes nothing away: its screens are shown in turn by `js/kiosk/`. Nothing in
it leads elsewhere; a code on white takes the page of a place along, with its telephone and its way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..cache import Cache
from ..domain.category import Entry
from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..domain.text import SOURCE, Text
from ..domain.walk import Walk
from ..edition.file import PlannedFile, fingerprint_of
from ..language.names import direction_of, name_of
from ..site.qr import TEST_BASE, payload_of, short_address
from .cards import Card, hours_url, label_of, make_card
from .context import Frame, PageContext, SiteContext, View, digest_of_place, is_drafted
from .facts import Fact, coming_facts
from .lines import numbers_in
from .maps import draw_on_kiosk
from .territories import help_of
from .urgent import groups_of
from .walks import StopCard, WalkCard, stops_of, walk_card


@dataclass(frozen=True)
class TakeAway:
    """A code to take a page along, and its address; `is_test` while the site has no public address."""

    payload: str
    address: str
    is_test: bool


@dataclass(frozen=True)
class PlaceHere:
    """A place as its row and its screen show it; `doors` are the screens whose lists it stands in."""

    card: Card
    number: int | None
    doors: str
    facts: tuple[Fact, ...]
    description: Text
    take: TakeAway | None


@dataclass(frozen=True)
class KioskPlace:
    """The row and the screen of a place, written."""

    row: Markup
    screen: Markup
    is_drafted: bool


@dataclass(frozen=True)
class KioskWalk:
    """A walk as its screen shows it."""

    card: WalkCard
    stops: tuple[StopCard, ...]
    meeting: Text
    take: TakeAway | None


@dataclass(frozen=True)
class KioskDoor:
    """A need in a family's words, or a theme, that some place of the territory answers."""

    id: str
    label: Text
    icon: str
    theme: str


MOST = 300
"""Of a larger territory the screen shows the nearest places: one page holds all that it shows."""


def kiosk_files(context: SiteContext) -> Iterator[PlannedFile]:
    """Yield, for every territory, the page that waits and its page in each language."""
    for territory in context.content.territories.values():
        yield _waiting(context, territory)
        for each in context.voices():
            yield from each.together("kiosk", territory, partial(_files_of, each, territory))


# Private


def _waiting(context: SiteContext, territory: Territory) -> PlannedFile:
    source = context.voices()[0]
    spoken = {each.lang: each for each in context.voices()}
    order = [lang for lang in (SOURCE, *territory.languages) if lang in spoken]
    view = {
        "frame": Frame(title=source.say("Kiosque : %(name)s", name=territory.name), rest="", indexed=False),
        "territory": territory,
        "choices": tuple(
            (
                lang,
                name_of(lang),
                direction_of(lang),
                spoken[lang].say("Touchez pour commencer"),
                _url(spoken[lang], territory),
            )
            for lang in dict.fromkeys((*order, *spoken))
        ),
        "greetings": tuple((lang, direction_of(lang), spoken[lang].say("Bonjour !")) for lang in dict.fromkeys(order)),
    }
    return PlannedFile(
        path=context.site.kiosk(territory.id),
        media_type="text/html; charset=utf-8",
        fingerprint=fingerprint_of(context.base_fingerprint, "kiosk", view),
        make=lambda: source.render("kiosk/waiting.html", view),
    )


def _url(context: PageContext, territory: Territory) -> str:
    return context.site.url(context.site.kiosk(territory.id, context.lang))


def _files_of(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    shared = context.shared
    # It shows all that any page of its territory shows: what changes one of them changes it.
    shown = shared.shown_in(territory)
    digests = [digest_of_place(place) for place in (*shown.places, *shown.others) if place]
    seen = (shown.frame, digests, shown.walks, shown.on_foot, shared.texts_digest(context.language, territory))
    yield PlannedFile(
        path=context.site.kiosk(territory.id, context.lang),
        media_type="text/html; charset=utf-8",
        fingerprint=fingerprint_of(shared.base_fingerprint, "kiosk", context.lang, seen),
        make=lambda: context.render("kiosk/show.html", _view(context, territory)),
    )


def _here(context: PageContext, territory: Territory) -> Position | None:
    """Return where the kiosk stands, when families may know."""
    place = context.content.places.get((territory.kiosk and territory.kiosk.place) or "")
    return place.position if place is not None and place.is_public and place.shows_address else None


def _view(context: PageContext, territory: Territory) -> View:
    here = _here(context, territory)
    streets, numbers = draw_on_kiosk(context, territory, here)
    everywhere = context.content.public_places(territory.id)
    public = everywhere[:MOST]
    doors, themes = tuple(_doors(context, public)), tuple(_themes(context, public))
    shown = frozenset(door.id for door in (*doors, *themes))
    places = tuple(_place(context, territory, place, shown) for place in public)
    name = context.territory_name(territory)
    return {
        "frame": Frame(title=context.say("Kiosque : %(name)s", name=name.words), rest="", indexed=False),
        "territory": territory.id,
        "name": name,
        "home_url": context.site.url(context.site.kiosk(territory.id)),
        "doors": doors,
        "themes": themes,
        "places": places,
        "walks": tuple(_walk(context, walk) for walk in context.content.public_walks(territory.id)),
        "help": help_of(context, territory),
        "urgent": groups_of(context),
        "hours_url": hours_url(context.shared, territory),
        "streets": streets,
        "numbers": numbers,
        "knows_here": here is not None,
        "notice": context.shared.notice_under(territory),
        "take": _take(context, territory.code),
        "here": frozenset(place.id for place in public),
        "left_out": len(everywhere) - len(public),
        "is_drafted": any(place.is_drafted for place in places),
    }


_PLACES = Cache()
"""The last ones: an edit leaves nearly all of them as they were."""


def _place(context: PageContext, territory: Territory, place: Place, shown: frozenset[str]) -> KioskPlace:
    key = ("doors of", place.categories)
    doors = " ".join(sorted(shown.intersection(context.shared.remember(key, lambda: (*_doors_of(context, place),)))))
    card, number = make_card(context, territory, place), numbers_in(context.shared, territory).get(place.id)
    said = context.text_digest(PLACE.key(place.id))
    inputs = (place, card, number, doors, said, context.shared.base_fingerprint)
    slot = (context.lang, territory.id, place.id)
    found: KioskPlace = _PLACES.take(
        slot, inputs, lambda: _written(context, territory, _here_is(context, place, card, number, doors))
    )
    return found


def _here_is(context: PageContext, place: Place, card: Card, number: int | None, doors: str) -> PlaceHere:
    return PlaceHere(
        card=card,
        number=number,
        doors=doors,
        facts=tuple(coming_facts(place, context.language)),
        description=context.text(f"place:{place.id}/description", place.description),
        take=_take(context, place.code),
    )


def _written(context: PageContext, territory: Territory, here: PlaceHere) -> KioskPlace:
    view = {"place": here, "hours_url": hours_url(context.shared, territory)}
    row, screen = (context.render(f"kiosk/{part}.html", view).decode() for part in ("row", "place"))
    # Made from our own templates.
    return KioskPlace(Markup(row), Markup(screen), is_drafted(here.card.purpose))  # noqa: S704


def _doors_of(context: PageContext, place: Place) -> Iterator[str]:
    yield from (f"door/{entry.id}" for entry in context.content.categories.entries if _answers(context, place, entry))
    yield from (f"theme/{theme}" for theme in context.shared.themes_of(place))


def _walk(context: PageContext, walk: Walk) -> KioskWalk:
    meeting = walk.meeting.text if walk.meeting else None
    return KioskWalk(
        card=walk_card(context, walk),
        stops=stops_of(context, walk),
        meeting=context.text(f"walk:{walk.id}/meeting/text", meeting),
        take=_take(context, walk.code),
    )


def _take(context: PageContext, code: str | None) -> TakeAway | None:
    if not code:
        return None
    base = context.site.public_url or TEST_BASE
    return TakeAway(payload_of(base, code), short_address(base, code), context.site.public_url is None)


def _doors(context: PageContext, public: Sequence[Place]) -> Iterator[KioskDoor]:
    for entry in context.content.categories.entries:
        if any(_answers(context, place, entry) for place in public):
            theme = context.content.categories.theme_of(entry.categories[0]).id
            label = context.text(f"entry:{entry.id}/label", entry.label)
            yield KioskDoor(f"door/{entry.id}", label, entry.icon, theme)


def _answers(context: PageContext, place: Place, entry: Entry) -> bool:
    return not context.shared.themes_of(place).union(place.categories).isdisjoint(entry.categories)


def _themes(context: PageContext, public: Sequence[Place]) -> Iterator[KioskDoor]:
    found = {theme for place in public for theme in context.shared.themes_of(place)}
    for theme in context.content.categories.themes:
        if theme.id in found:
            yield KioskDoor(f"theme/{theme.id}", label_of(context, theme), theme.icon or theme.id, theme.id)
