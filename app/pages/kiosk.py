"""The touch screen of a kiosk: a page that waits, and in each language one page with all that a quarter has.

One page, so that a cable that comes out takes nothing away: its screens are shown in turn by `js/kiosk/`. Nothing in
it leads elsewhere; a code on white takes the page of a place along, with its telephone and its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..cache import Cache
from ..domain.category import Need
from ..domain.code import ALPHABET
from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..domain.text import SOURCE, Text
from ..domain.walk import Walk
from ..edition.bundles import Bundle, in_bundles
from ..edition.file import PlannedFile, fingerprint_of
from ..language.names import direction_of, name_of
from ..site.qr import TEST_BASE, payload_of, short_address
from .cards import Card, hours_url, make_card, theme_links
from .context import Frame, PageContext, SiteContext, View, digest_of_place, is_drafted
from .facts import Fact, coming_facts
from .lines import numbers_in
from .maps import draw_on_kiosk
from .territories import doors_of, help_of
from .urgent import groups_of
from .walks import StopCard, WalkCard, stops_of, walk_card


@dataclass(frozen=True)
class TakeAway:
    """A code to take a page along, and its address; `is_test` while the site has no public address."""

    payload: str
    address: str
    is_test: bool


@dataclass(frozen=True)
class PlaceShown:
    """A place as its row and its screen show it; `lists` are the screens in whose list it stands."""

    card: Card
    number: int | None
    lists: str
    facts: tuple[Fact, ...]
    description: Text
    take: TakeAway | None


@dataclass(frozen=True)
class KioskPlace:
    """The row and the screen of a place, written: kept as bytes, of which text in memory would take twice as many."""

    written: tuple[bytes, bytes]
    is_drafted: bool

    @property
    def row(self) -> Markup:
        """Its row in lists, made from our own template."""
        return Markup(self.written[0].decode())  # noqa: S704

    @property
    def screen(self) -> Markup:
        """Its screen, made from our own template."""
        return Markup(self.written[1].decode())  # noqa: S704


@dataclass(frozen=True)
class KioskWalk:
    """A walk as its screen shows it."""

    card: WalkCard
    stops: tuple[StopCard, ...]
    meeting: Text
    take: TakeAway | None


MOST = 300
"""Of a larger territory the screen shows the nearest places: one page holds all that it shows."""


@in_bundles
def kiosk_files(context: SiteContext) -> Iterator[Bundle]:
    """Yield, for every territory, the page that waits and its page in each language."""
    for territory in context.content.territories.values():
        source = context.voices()[0].language
        yield from context.together("kiosk waiting", source, territory, partial(_waiting, context, territory)).bundles
        for each in context.voices():
            yield from each.together("kiosk", territory, partial(_files_of, each, territory)).bundles


# Private


def _waiting(context: SiteContext, territory: Territory) -> Iterator[PlannedFile]:
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
    yield PlannedFile(
        path=context.site.kiosk(territory.id),
        media_type="text/html; charset=utf-8",
        fingerprint=fingerprint_of(context.base_fingerprint, "kiosk", view),
        make=lambda: source.render("kiosk/waiting.html", view),
    )


def _url(context: PageContext, territory: Territory) -> str:
    return context.site.url(context.site.kiosk(territory.id, context.lang))


def _files_of(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    shared = context.shared
    shown = shared.shown_in(territory)
    # The nearest places, those of its plan, and whatever a walk or the kiosk names; of the others, how many there are.
    numbers = numbers_in(shared, territory)
    numbered = (context.content.places[id] for id in numbers)
    digests = [digest_of_place(place) for place in (*shown.places[:MOST], *numbered, *shown.named) if place]
    counted = (theme_links(context, territory), len(shown.places))
    ways = [shown.on_foot.get(place.id) for place in shown.places[:MOST]]
    words = shared.texts_digest(context.language, territory)
    seen = (shown.frame, digests, numbers, counted, shown.walks, ways, words)
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
    places = tuple(_place(context, territory, place) for place in public)
    lists = {name for place in public for name in _lists_of(context, place)}
    name = context.territory_name(territory)
    return {
        "frame": Frame(title=context.say("Kiosque : %(name)s", name=name.words), rest="", indexed=False),
        "territory": territory.id,
        "name": name,
        "home_url": context.site.url(context.site.kiosk(territory.id)),
        "doors": [door for door in doors_of(context, territory) if f"door/{door.id}" in lists],
        "themes": [theme for theme in theme_links(context, territory) if f"theme/{theme.id}" in lists],
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
        "signs": ALPHABET,
        "left_out": len(everywhere) - len(public),
        "is_drafted": any(place.is_drafted for place in places),
    }


_PLACES = Cache()
"""The last ones: an edit leaves nearly all of them as they were."""


def _place(context: PageContext, territory: Territory, place: Place) -> KioskPlace:
    lists = " ".join(_lists_of(context, place))
    card, number = make_card(context, territory, place), numbers_in(context.shared, territory).get(place.id)
    said = context.text_digest(PLACE.key(place.id))
    inputs = (place, card, number, lists, said, context.shared.base_fingerprint)
    slot = (context.lang, territory.id, place.id)
    found: KioskPlace = _PLACES.take(
        slot, inputs, lambda: _written(context, territory, _shown(context, place, card, number, lists))
    )
    return found


def _shown(context: PageContext, place: Place, card: Card, number: int | None, lists: str) -> PlaceShown:
    return PlaceShown(
        card=card,
        number=number,
        lists=lists,
        facts=tuple(coming_facts(place, context.language)),
        description=context.text(f"place:{place.id}/description", place.description),
        take=_take(context, place.code),
    )


def _written(context: PageContext, territory: Territory, here: PlaceShown) -> KioskPlace:
    view = {"place": here, "hours_url": hours_url(context.shared, territory)}
    row, screen = (context.render(f"kiosk/{part}.html", view) for part in ("row", "place"))
    return KioskPlace((row, screen), is_drafted(here.card.purpose))


def _lists_of(context: PageContext, place: Place) -> tuple[str, ...]:
    """Return the screens in whose list a place stands: of needs that it answers, and of its themes."""
    key = ("kiosk lists", place.categories)
    found: tuple[str, ...] = context.shared.remember(key, lambda: (*_answered(context, place),))
    return found


def _answered(context: PageContext, place: Place) -> Iterator[str]:
    yield from (f"door/{need.id}" for need in context.content.categories.needs if _answers(context, place, need))
    yield from (f"theme/{theme}" for theme in sorted(context.shared.themes_of(place)))


def _answers(context: PageContext, place: Place, need: Need) -> bool:
    return not context.shared.themes_of(place).union(place.categories).isdisjoint(need.categories)


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
