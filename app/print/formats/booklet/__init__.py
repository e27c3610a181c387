"""The booklet of a walk: a cover with its map, a page for each stop, a back with whom to ask.

To be read page after page, or printed on A4 and folded.
"""

from collections.abc import Iterator

from ....domain.subject import PLACE, WALK
from ....domain.text import N_, P_, Text
from ....domain.walk import Stop, Walk
from ....language.language import Language
from ....language.spoken import french
from ....language.typography import keep_together
from ...brief import place_brief
from ...format import Format, Words
from ...imposition import imposed
from ...maps import stop_name
from ...order import Order
from ...pictogram import pictogram_svg
from ...told import hours_told
from ...words import ACCENT, code_words, sheet_words, shown

_SENSE = P_("À regarder, à toucher, à écouter")


def words_of(order: Order) -> Words:
    """Return the cover, the stops in order and the back; a booklet in one language is bound as that language reads."""
    _, id = order.subjects[0]
    walk, first = order.content.walks[id], order.voices[0]
    return {
        **sheet_words(order),
        "lang": first.code,
        "dir": first.direction,
        "url": f"{order.public_url}/{(walk.code or '').lower()}",
        "stops": [_stop(order, walk, number) for number in range(1, len(walk.stops) + 1)],
        "before": list(_texts(order, [("advice", walk.advice)], id)),
        "danger": list(_texts(order, [("emergency/text", walk.emergency.text if walk.emergency else None)], id)),
        "danger-icon": pictogram_svg("warning", ACCENT),
    }


# Private


def _texts(order: Order, fields: list[tuple[str, str | None]], id: str) -> Iterator[dict[str, str]]:
    """Yield the texts of a walk in the languages that have them."""
    for voice in order.voices:
        for field, source in fields:
            text = _text(order, f"{WALK.name}:{id}/{field}", source, voice)
            if text:
                yield {"lang": voice.code, "dir": voice.direction, "title": shown(text)}


def _text(order: Order, key: str, source: str | None, voice: Language) -> Text:
    text = order.content.texts.of(key, source, voice.code)
    return text if text.lang == voice.code else Text("")


def _stop(order: Order, walk: Walk, number: int) -> Words:
    stop = walk.stops[number - 1]
    place = order.content.places.get(stop.place or "")
    about: Words = {"kinds": [], "line": "", "phone": "", "icon": pictogram_svg("pin", ACCENT)}
    if place is not None:
        about = place_brief(order, place, number) | {"told": keep_together(hours_told(place, order.home, french()))}
    return {
        **about,
        "number": number,
        "name": stop_name(order.content, stop),
        "parts": [part for voice in order.voices if (part := _part(order, walk, stop, number, voice))],
        "coded": place is not None and bool(place.code),
        **(code_words(order, place.code) if place is not None and place.code else {}),
        "url": f"{order.public_url}/{place.code.lower()}" if place is not None and place.code else "",
    }


def _part(order: Order, walk: Walk, stop: Stop, number: int, voice: Language) -> Words | None:
    """What is read at a stop in one language; nothing where nobody translated it."""
    key = f"{WALK.name}:{walk.id}/stop/{number}"
    text = _text(order, f"{key}/text", stop.text, voice)
    if not text and stop.place:
        purpose = order.content.places[stop.place].purpose
        text = _text(order, f"{PLACE.name}:{stop.place}/purpose", purpose, voice)
    if not text:
        return None
    question = stop.questions[0].question if stop.questions else None
    return {
        "lang": voice.code,
        "dir": voice.direction,
        "text": shown(text),
        "sense-label": voice.say(_SENSE),
        "sense": shown(_text(order, f"{key}/sense", stop.sense, voice)),
        "question": shown(_text(order, f"{key}/quiz/1/question", question, voice)),
    }


FORMAT = Format(
    title=N_("Livret d’une balade"),
    about=N_("Une page par étape : à lire sur écran, ou à plier en deux."),
    prints=(WALK.name,),
    page_mm=(148, 210),
    words_of=words_of,
    code_mm=32.5,
    impose=imposed,
)
