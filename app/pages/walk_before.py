"""What to know of a walk before leaving: how long at whose pace, what is otherwise, what helps, what to bring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from ..domain.calendar import PARIS
from ..domain.duration import PACES_KMH, minutes_walking, total_minutes
from ..domain.text import N_, Text
from ..domain.walk import Walk, WayService
from ..map.course import course_of, minutes_of
from .cards import icon_of, label_of
from .context import PageContext
from .facts import AUDIENCES, BRING

SERVICES = {
    "toilets": ("toilets", N_("Toilettes")),
    "water": ("water", N_("Eau à boire")),
    "bench": ("banc", N_("Banc")),
    "shade": ("heat", N_("Ombre")),
    "shelter": ("rain", N_("Abri")),
    "changing_table": ("baby-change", N_("Table à langer")),
    "breastfeeding": ("child", N_("On peut allaiter")),
}
"""By the kind of a service, its pictogram and its words."""


@dataclass(frozen=True)
class ThemeOf:
    """A theme of a walk: its label and its pictogram."""

    id: str
    label: Text
    icon: str


@dataclass(frozen=True)
class NoticeCard:
    """What is otherwise for some days; `until` is the last instant of the last one, "" in a rehearsal."""

    severity: str
    from_: str
    to: str
    until: str
    stops: tuple[int, ...]
    text: Text


@dataclass(frozen=True)
class VariantCard:
    """A shorter walk: for what weather or legs, what it drops, how long it takes with children."""

    when: str
    drop: tuple[int, ...]
    minutes: int
    text: Text


@dataclass(frozen=True)
class ServiceCard:
    """What helps on the way, near which stop; `name` and `url` are those of its place."""

    words: str
    icon: str
    stop: int | None
    name: str
    url: str
    text: Text


@dataclass(frozen=True)
class Before:
    """All of it."""

    notices: tuple[NoticeCard, ...]
    variants: tuple[VariantCard, ...]
    services: tuple[ServiceCard, ...]
    papers: tuple[tuple[str, str], ...]
    """What places on the way ask for, each with the name of its place."""

    emergency: Text
    audience: str


def before_leaving(context: PageContext, walk: Walk) -> Before:
    """Return what to know of a walk before leaving."""
    language = context.language
    return Before(
        notices=tuple(_notices(context, walk)),
        variants=tuple(_variants(context, walk)),
        services=tuple(_service(context, walk, n, each) for n, each in enumerate(walk.services, 1)),
        papers=tuple(_papers(context, walk)),
        emergency=context.text(f"walk:{walk.id}/emergency/text", walk.emergency.text if walk.emergency else None),
        audience=language.formats.list(language.say(AUDIENCES.get(code, code)) for code in walk.audience),
    )


def themes_of(context: PageContext, walk: Walk) -> tuple[ThemeOf, ...]:
    """Return the themes of a walk, in the order of its file."""
    known = context.content.categories.all
    found = [known[id] for id in walk.themes if id in known]
    return tuple(
        ThemeOf(each.id, label_of(context, each), context.content.categories.pictogram_of(each.id)) for each in found
    )


def pace_sentences(context: PageContext, metres: float, staying_min: int) -> tuple[str, ...]:
    """Return how long a walk takes in all, at the pace of each who may come along; with young children first."""
    say, minutes = context.say, context.language.formats.minutes
    return tuple(
        say(words, time=minutes(total_minutes(minutes_walking(metres, pace), staying_min)))
        for pace, words in _PACES.items()
    )


def pace_words(context: PageContext) -> str:
    """Return the assumptions that durations rest on."""
    number = context.language.formats.number
    speeds = {pace: number(kmh) for pace, kmh in PACES_KMH.items()}
    return context.say(
        "Durées calculées à %(family)s km/h avec de jeunes enfants, %(stroller)s avec une poussette, "
        "%(adult)s entre adultes, haltes comprises.",
        **speeds,
    )


# Private

_PACES = {
    "family": N_("environ %(time)s avec de jeunes enfants"),
    "stroller": N_("%(time)s avec une poussette"),
    "adult": N_("%(time)s entre adultes"),
}


def _notices(context: PageContext, walk: Walk) -> Iterator[NoticeCard]:
    short = context.language.formats.short_day
    for number, notice in enumerate(walk.notices, 1):
        yield NoticeCard(
            severity=notice.severity,
            from_=short(notice.from_),
            to=short(notice.to),
            until="" if context.site.rehearsal else _last_instant(notice.to),
            stops=notice.stops,
            text=context.text(f"walk:{walk.id}/notice/{number}/text", notice.text),
        )


def _last_instant(day: date) -> str:
    return datetime.combine(day, time(23, 59), PARIS).isoformat(timespec="minutes")


def _variants(context: PageContext, walk: Walk) -> Iterator[VariantCard]:
    basemap = context.basemaps[walk.territory]
    for variant in walk.variants:
        minutes = minutes_of(course_of(context.content, walk, basemap, variant.drop))
        text = context.text(f"walk:{walk.id}/variant/{variant.id}/text", variant.text)
        yield VariantCard(variant.when, variant.drop, minutes, text)


def _service(context: PageContext, walk: Walk, number: int, service: WayService) -> ServiceCard:
    icon, words = SERVICES[service.kind]
    place = context.content.places.get(service.place or "")
    if place is not None and not place.is_public:
        place = None
    return ServiceCard(
        words=context.say(words),
        icon=icon_of(context.shared, place) if place else icon,
        stop=service.stop,
        name=place.name if place else "",
        url=context.site.url(context.site.place(context.lang, place.id)) if place else "",
        text=context.text(f"walk:{walk.id}/service/{number}/text", service.text),
    )


def _papers(context: PageContext, walk: Walk) -> Iterator[tuple[str, str]]:
    for id in dict.fromkeys(stop.place for stop in walk.stops if stop.place):
        place = context.content.places.get(id)
        if place and place.bring and place.bring != ("none",):
            papers = (context.say(BRING.get(code, code)) for code in place.bring)
            yield context.language.formats.list(papers), place.name
