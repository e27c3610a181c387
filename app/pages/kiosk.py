"""The touch screen of a kiosk: a page that waits, and in each language one page with all that a quarter has.

One page, so that a cable that comes out takes nothing away: its screens are shown in turn by `js/kiosk/`. Nothing in
it leads elsewhere; a code on white takes the page of a place along, with its telephone and its way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.territory import Territory
from ..domain.text import SOURCE, Text
from ..edition.file import PlannedFile, fingerprint_of
from ..language.names import direction_of, name_of
from ..site.qr import TEST_BASE, payload_of, qr_svg, short_address
from .cards import Card, card_digests, hours_url, make_card, make_cards
from .context import Frame, PageContext, SiteContext, View, is_drafted
from .facts import Fact, coming_facts
from .lines import numbers_in
from .maps import draw_on_kiosk
from .territories import help_of
from .urgent import groups_of
from .walks import StopCard, WalkCard, stops_of, walk_card


@dataclass(frozen=True)
class TakeAway:
    """A code to take a page along, and its address; `is_test` while the site has no public address."""

    picture: Markup
    address: str
    is_test: bool


@dataclass(frozen=True)
class KioskPlace:
    """A place as its screen shows it."""

    card: Card
    number: int | None
    facts: tuple[Fact, ...]
    description: Text
    take: TakeAway | None


@dataclass(frozen=True)
class KioskWalk:
    """A walk as its screen shows it."""

    card: WalkCard
    stops: tuple[StopCard, ...]
    meeting: Text
    take: TakeAway | None


@dataclass(frozen=True)
class KioskDoor:
    """A need in a family's words, or a theme, and the places that it leads to."""

    id: str
    label: Text
    icon: str
    theme: str
    places: tuple[Card, ...]


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
    here = _here(context, territory)
    places = tuple(_place(context, territory, place) for place in context.content.public_places(territory.id))
    view = _view(context, territory, places)
    seen = ({**view, "places": _seen(places)}, here, context.shared.basemap_digest(territory))

    def build() -> View:
        streets, numbers = draw_on_kiosk(context, territory, here)
        return {**view, "streets": streets, "numbers": numbers, "knows_here": here is not None}

    yield PlannedFile(
        path=context.site.kiosk(territory.id, context.lang),
        media_type="text/html; charset=utf-8",
        fingerprint=fingerprint_of(context.shared.base_fingerprint, "kiosk", context.lang, seen),
        make=lambda: context.render("kiosk/show.html", build()),
    )


def _seen(places: Sequence[KioskPlace]) -> object:
    said = [(p.number, p.facts, p.description, p.take.address if p.take else "") for p in places]
    return card_digests([p.card for p in places]), said


def _here(context: PageContext, territory: Territory) -> Position | None:
    """Return where the kiosk stands, when families may know."""
    place = context.content.places.get((territory.kiosk and territory.kiosk.place) or "")
    return place.position if place is not None and place.is_public and place.shows_address else None


def _view(context: PageContext, territory: Territory, places: tuple[KioskPlace, ...]) -> View:
    walks = tuple(
        KioskWalk(
            walk_card(context, walk),
            stops_of(context, walk),
            context.text(f"walk:{walk.id}/meeting/text", walk.meeting.text if walk.meeting else None),
            _take(context, walk.code),
        )
        for walk in context.content.public_walks(territory.id)
    )
    name, help = context.territory_name(territory), help_of(context, territory)
    return {
        "frame": Frame(title=context.say("Kiosque : %(name)s", name=name.words), rest="", indexed=False),
        "territory": territory.id,
        "name": name,
        "home_url": context.site.url(context.site.kiosk(territory.id)),
        "doors": tuple(_doors(context, territory)),
        "themes": tuple(_themes(context, territory)),
        "places": places,
        "walks": walks,
        "help": help,
        "urgent": groups_of(context),
        "hours_url": hours_url(context.shared, territory),
        "notice": context.shared.notice_under(territory),
        "take": _take(context, territory.code),
        "is_drafted": any(is_drafted(place.card.purpose) for place in places),
    }


def _place(context: PageContext, territory: Territory, place: Place) -> KioskPlace:
    return KioskPlace(
        card=make_card(context, territory, place),
        number=numbers_in(context.shared, territory).get(place.id),
        facts=tuple(coming_facts(place, context.language)),
        description=context.text(f"place:{place.id}/description", place.description),
        take=_take(context, place.code),
    )


def _take(context: PageContext, code: str | None) -> TakeAway | None:
    if not code:
        return None
    base = context.site.public_url or TEST_BASE
    picture = Markup(qr_svg(payload_of(base, code)))  # noqa: S704 - drawn by us, of figures only
    return TakeAway(picture, short_address(base, code), context.site.public_url is None)


def _doors(context: PageContext, territory: Territory) -> Iterator[KioskDoor]:
    """Yield the needs of the home page that some place of the territory answers."""
    public = context.content.public_places(territory.id)
    for entry in context.content.categories.entries:
        wanted = set(entry.categories)
        found = [place for place in public if wanted.intersection(_with_themes(context, place))]
        if found:
            theme = context.content.categories.theme_of(entry.categories[0]).id
            label = context.text(f"entry:{entry.id}/label", entry.label)
            yield KioskDoor(f"door/{entry.id}", label, entry.icon, theme, make_cards(context, territory, found))


def _with_themes(context: PageContext, place: Place) -> Iterator[str]:
    yield from place.categories
    yield from context.shared.themes_of(place)


def _themes(context: PageContext, territory: Territory) -> Iterator[KioskDoor]:
    public = context.content.public_places(territory.id)
    for theme in context.content.categories.themes:
        found = [place for place in public if theme.id in context.shared.themes_of(place)]
        if found:
            label = context.text(f"category:{theme.id}/label", theme.label)
            icon = theme.icon or theme.id
            yield KioskDoor(f"theme/{theme.id}", label, icon, theme.id, make_cards(context, territory, found))
