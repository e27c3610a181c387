"""The page that a walk is led with: what a leader needs of it on site, complete in itself, without a network."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..domain.place import Place
from ..domain.subject import WALK
from ..domain.territory import Territory
from ..domain.text import Text
from ..domain.walk import Question, Session, Variant, Walk
from ..edition.bundles import Bundle, in_bundles
from ..edition.file import PlannedFile, fingerprint_of
from ..edition.walks.files import DOWNLOADS
from ..edition.walks.leader_pack import leader_pack_path
from .context import Crumb, Frame, PageContext, View
from .directions import way_in
from .ready import ready_of
from .territories import territory_crumbs
from .urgent import LISTENING, URGENT, Number
from .walks import StopCard, stops_of

COMFORT = ("toilettes", "fontaine", "banc")
"""The kinds of place that a group asks for on its way, in contents that have them."""

CHILD_IN_DANGER = "119"


@dataclass(frozen=True)
class AskedQuestion:
    """A question for children in the language of the page; `answer` is the number of the right option, 0 for none."""

    question: Text
    options: tuple[Text, ...]
    answer: int
    hint: Text


@dataclass(frozen=True)
class Shelter:
    """Where a group takes shelter: a place with its address where it is shown, and what to do."""

    name: str
    address: str
    text: Text


@dataclass(frozen=True)
class LedStop:
    """A stop as its leader sees it: what its page says, and the street and number of its door when they are shown."""

    card: StopCard
    address: str
    indoor: bool
    radius_m: int | None
    sense: Text
    questions: tuple["AskedQuestion", ...]


@in_bundles
def leading_files(context: PageContext) -> Iterator[Bundle]:
    """Yield the page that each walk is led with, in a language."""
    for territory in context.content.territories.values():
        yield from context.together("leading", territory, partial(_files_of, context, territory)).bundles


def _files_of(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    for walk in context.content.public_walks(territory.id):
        view = _view(context, territory, walk)
        yield context.page(
            f"walks/{walk.id}/lead",
            "walks/lead.html",
            view,
            lambda view=view: view,  # type: ignore[misc]
            subject=WALK.key(walk.id),
        )


def _view(context: PageContext, territory: Territory, walk: Walk) -> View:
    title = context.text(f"walk:{walk.id}/title", walk.title)
    site, stops = context.site, tuple(_led_stops(context, walk))
    crumbs = territory_crumbs(context, territory, context.say("Balades"))
    crumbs = (*crumbs[:-1], Crumb(crumbs[-1].words, site.walks(context.lang, territory.id)))
    return {
        "frame": Frame(
            title=context.say("Mener : %(walk)s", walk=title.words),
            rest=f"walks/{walk.id}/lead",
            crumbs=(*crumbs, Crumb(title.words, site.walk(context.lang, walk.id)), Crumb(context.say("Mener"))),
            territory=territory.id,
            section="walks",
        ),
        "languages_here": territory.languages,
        "ready": ready_of(context, walk),
        "hand_over_url": site.url(walk.code or site.lead(context.lang, walk.id)),
        "lead_url": site.url(site.lead(context.lang, walk.id)),
        "walk_id": walk.id,
        "ics_url": site.url(f"{DOWNLOADS}{walk.id}.ics") if any(_announced(walk)) else "",
        "walk_url": site.url(site.walk(context.lang, walk.id)),
        "title": title,
        "meeting": context.text(f"walk:{walk.id}/meeting/text", walk.meeting.text if walk.meeting else None),
        "stops": stops,
        "shelter": _shelter(context, walk),
        "variants": tuple(_variants(context, walk)),
        "data": _data(context, walk, title, stops),
        "way": way_in(context, territory),
        "hours_url": site.url(f"hours/{territory.id}.json"),
        "comfort": _comfort(context),
        "sealed": leader_pack_path(walk.id),
        "numbers": tuple((n.digits, n.scheme, context.say(n.words)) for n in _numbers()),
    }


def _led_stops(context: PageContext, walk: Walk) -> Iterator[LedStop]:
    for card, stop in zip(stops_of(context, walk), walk.stops, strict=True):
        key = f"walk:{walk.id}/stop/{card.number}"
        address = _address_of(context.content.places.get(card.place))
        questions = tuple(_asked(context, f"{key}/quiz/{n}", quiz) for n, quiz in enumerate(stop.questions, 1))
        sense = context.text(f"{key}/sense", stop.sense)
        yield LedStop(card, address, stop.indoor, stop.radius_m, sense, questions)


def _asked(context: PageContext, key: str, quiz: Question) -> AskedQuestion:
    options = tuple(context.text(f"{key}/option/{n}", option) for n, option in enumerate(quiz.options, 1))
    question, hint = context.text(f"{key}/question", quiz.question), context.text(f"{key}/hint", quiz.hint)
    return AskedQuestion(question, options, quiz.answer or 0, hint)


def _shelter(context: PageContext, walk: Walk) -> Shelter | None:
    """Return where to go when something happens; its leader text is not public, and not here."""
    if walk.emergency is None:
        return None
    place = context.content.places.get(walk.emergency.place or "")
    text = context.text(f"walk:{walk.id}/emergency/text", walk.emergency.text)
    return Shelter(place.name if place else "", _address_of(place), text)


def _address_of(place: Place | None) -> str:
    return place.address.line if place and place.shows_address and place.address else ""


def _data(context: PageContext, walk: Walk, title: Text, stops: tuple[LedStop, ...]) -> dict[str, object]:
    """Return what the phone keeps of a walk when it is begun; `edition` is the same in every language."""
    return {
        "walk": walk.id,
        "edition": fingerprint_of(_led(walk), [stop.card.position for stop in stops])[:12],
        "title": _said(title),
        "stops": [_stop_data(stop) for stop in stops],
        "variants": [{"id": variant.id, "drop": [number - 1 for number in variant.drop]} for variant in walk.variants],
        "sessions": [int(session.starts_at.timestamp() * 1000) for session in _announced(walk)],
    }


def _led(walk: Walk) -> Walk:
    """Return a walk without what passes by itself: whoever leads it is not told that it changed overnight."""
    return walk.model_copy(update={"sessions": (), "notices": ()})


def _announced(walk: Walk) -> Iterator[Session]:
    yield from (session for session in walk.sessions if not session.example and not session.cancelled)


def _variants(context: PageContext, walk: Walk) -> Iterator[tuple[Variant, Text]]:
    for variant in walk.variants:
        yield variant, context.text(f"walk:{walk.id}/variant/{variant.id}/text", variant.text)


def _stop_data(stop: LedStop) -> dict[str, object]:
    card = stop.card
    radius = {"radius": stop.radius_m} if stop.radius_m else {}
    return {
        "name": _said(card.title),
        "text": _said(card.text),
        "at": card.position,
        **radius,
        "place": card.place,
        "address": stop.address,
        "indoor": stop.indoor,
        "stayMin": card.stay_min,
        "legMin": card.leg_min,
        "legM": card.leg_m,
        "isGuessed": card.leg_is_guessed,
        "sense": _said(stop.sense),
        "questions": [_question_data(question) for question in stop.questions],
    }


def _question_data(question: AskedQuestion) -> dict[str, object]:
    return {
        "question": _said(question.question),
        "options": [_said(option) for option in question.options],
        "answer": question.answer,
        "hint": _said(question.hint),
    }


def _said(text: Text) -> tuple[str, str]:
    return text.words, text.lang


def _comfort(context: PageContext) -> str:
    return " ".join(kind for kind in COMFORT if kind in context.content.categories.all)


def _numbers() -> Iterator[Number]:
    yield from URGENT
    yield from (number for number in LISTENING if number.digits == CHILD_IN_DANGER)
