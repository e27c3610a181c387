"""`/desk/rounds`: what is due in a quarter, a round made of it, and its parts taken onto telephones."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.content import Content
from ...domain.due import Due, due_among, facts_by_place
from ...domain.fault import Fault
from ...domain.place import Place
from ...domain.territory import Territory
from ...language.fact_words import fact_words
from ...library.content.queries import read_library
from ...library.desk.faults import NoRound
from ...library.desk.rounds import (
    MOST_PARTS,
    MOST_PLACES,
    carry_part,
    end_round,
    make_round,
    read_round,
    read_rounds,
)
from ...map.tour import tour_of
from ..request import base, settings
from . import cards, frame, words

blueprint = frame.desk_blueprint("rounds")

FIRST_CHOSEN = 12
"""Doors of a walk of an hour and a half; whoever makes the round takes more or fewer."""

MOST_SHOWN = 150


@blueprint.get("/rounds")
def list_rounds() -> Response:
    """Show the rounds there are, and what is due in a quarter, the oldest first."""
    return _show_due(read_library())


@blueprint.post("/rounds")
def make() -> WerkzeugResponse:
    """Make a round of the places that were chosen, in the order of the walk."""
    content = read_library()
    territory = _territory(content, request.form.get("territory", ""))
    chosen = [id for id in request.form.getlist("place") if id in content.places][:MOST_PLACES]
    try:
        places = {id: content.places[id].position for id in chosen if _is_walked_to(content.places[id])}
        halts = tour_of(content, territory, places, settings().maps)
        id = make_round(frame.person(), territory.id, halts, request.form.get("parts", 1, type=int))
    except NoRound:
        return _show_due(content, frame.say("Choisissez au moins une porte."), 422)
    except Fault as fault:
        return _show_due(content, frame.sentence_of(fault), frame.status_of(fault))
    return frame.move(f"rounds/{id}")


@blueprint.get("/rounds/<int(max=2147483647):id>")
def show(id: int) -> Response:
    """Show a round: its parts, who took them, its doors; to be taken onto a telephone, or printed."""
    round, content = read_round(frame.person(), id), read_library()
    parts = [(n, [_door(content, *halt) for halt in round.part(n)]) for n in range(1, round.parts + 1)]
    return frame.show("round", round=round, parts=parts, territory=content.territories[round.territory], **_spoken())


@blueprint.post("/rounds/<int(max=2147483647):id>/take")
def take(id: int) -> WerkzeugResponse:
    """Give a part of a round to the telephone that asks: its cards, and what it shows with each record."""
    person, part = frame.person(), request.form.get("part", 0, type=int)
    round, content = read_round(person, id), read_library()
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) != "application/json":
        return frame.move(f"rounds/{id}")  # no script, nothing that could keep it: the page says so
    token, language = carry_part(person, id, part), frame.language()
    territory, today = content.territories[round.territory], settings().edition_date
    halts = [halt for halt in round.part(part) if halt.id in content.places]
    return jsonify(
        id=id,
        part=part,
        parts=round.parts,
        token=token,
        territory=territory.name,
        lang=language.code,
        expires=round.expires.isoformat(timespec="seconds"),
        desk=f"{base()}desk/rounds/{id}",
        cards=[cards.card_of(content, territory, halt, language, today) for halt in halts],
    )


@blueprint.post("/rounds/<int(max=2147483647):id>/end")
def end(id: int) -> WerkzeugResponse:
    """End a round."""
    end_round(frame.person(), id)
    return frame.move(f"rounds/{id}")


# Private


def _show_due(content: Content, sentence: str = "", status: int = 200) -> Response:
    person, asked = frame.person(), request.values
    mine = {id: each for id, each in content.territories.items() if person.covers([id])}
    territory = mine.get(asked.get("territory", "")) or next(iter(mine.values()))
    what = asked.get("what", "due")
    due = _due_now(content, mine)
    found = list(_found(content, territory, what, due))
    return frame.show(
        "rounds",
        status,
        sentence=sentence,
        rounds=read_rounds(person),
        territories=mine,
        territory=territory,
        what=what,
        themes=content.categories.themes,
        walks=[walk for walk in content.walks.values() if walk.territory == territory.id],
        counts={id: sum(place.id in due for place in content.public_inside[id]) for id in mine},
        due=found[:MOST_SHOWN],
        count=len(found),
        chosen=FIRST_CHOSEN,
        most=MOST_PLACES,
        most_parts=MOST_PARTS,
        names={each.id: each.name for each in content.territories.values()},
        **_spoken(),
    )


def _found(content: Content, territory: Territory, what: str, due: Mapping[str, Due]) -> Iterable[Due]:
    """Return what is chosen from: what is due in a quarter, all of it, drafts, a theme, the stops of a walk."""
    kind, _, id = what.partition(":")
    if kind == "stops" and id in content.walks:
        places = [content.places[each] for each in dict.fromkeys(content.walks[id].places) if each in content.places]
    else:
        places = [*content.public_inside[territory.id], *content.drafts_by_territory[territory.id]]
    places = [place for place in places if _is_walked_to(place)]
    if kind == "theme":
        places = [place for place in places if _is_of(content, place, id)]
    if kind == "draft":
        places = [place for place in places if not place.is_public]
    if kind in ("due", "draft", "theme"):
        wanted = {place.id for place in places}
        return [each for id, each in due.items() if id in wanted]
    return [_whole(content, place) for place in places]


def _whole(content: Content, place: Place) -> Due:
    return Due(place, tuple(facts_by_place(content)[place.id]), None)


def _due_now(content: Content, territories: Iterable[str]) -> Mapping[str, Due]:
    """Return what is due in some territories by the id of its place, the oldest first; each place is asked once."""
    held = [(content.public_inside[id], content.drafts_by_territory[id]) for id in territories]
    places = {place.id: place for both in held for each in both for place in each}
    return {due.place.id: due for due in due_among(content, places.values(), settings().edition_date)}


def _is_walked_to(place: Place) -> bool:
    """A door that is kept secret is in no list on a telephone."""
    return place.address_visibility != "hidden"


def _is_of(content: Content, place: Place, theme: str) -> bool:
    known = (id for id in place.categories if id in content.categories.all)
    return any(content.categories.theme_of(id).id == theme for id in known)


def _territory(content: Content, id: str) -> Territory:
    if id not in content.territories or not frame.person().covers([id]):
        raise NoRound
    return content.territories[id]


def _door(content: Content, id: str, metres: int) -> tuple[str, str, str, int]:
    place = content.places.get(id)
    if place is None:
        return id, id, "", metres
    return id, place.name, place.address.line if place.address else "", metres


def _spoken() -> dict[str, Any]:
    language = frame.language()

    def facts_words(due: Due) -> str:
        return " · ".join(fact_words(fact, due.place, language) for fact in due.facts)

    def since_words(due: Due) -> str:
        return language.say("à revoir depuis %(month)s", month=language.formats.month(due.since)) if due.since else ""

    return {
        "facts_words": facts_words,
        "since_words": since_words,
        "when": lambda moment: words.moment_words(moment, language),
    }
