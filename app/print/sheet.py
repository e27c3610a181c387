"""What a poster says: the same sheet for a place, a walk or a territory, in up to four languages.

The rows are in each language; the frame (kind, address, dates, notices) is in French, as on street signs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..domain.content import Content
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import PLACE, SUBJECTS, TERRITORY, WALK
from ..domain.territory import Territory
from ..domain.text import P_, SOURCE, Text, TextState
from ..domain.walk import Walk
from ..language.isolates import ltr
from ..language.language import Language
from ..language.on_paper import is_draft, voice
from ..language.spoken import french
from ..map.legs import RoutedLeg
from .dates import ages_of, dates_of, newest_of, walk_dates
from .maps import draw_place_map, draw_territory_map, draw_walk_map, stop_name
from .told import hours_told, walk_told, whom_to_ask

NOTHING = Text("")

_DRAFTED = (TextState.MACHINE, TextState.OUTDATED)

_ACTIONS = {
    PLACE.name: P_("Horaires, chemin, contact : scannez le carré avec votre téléphone."),
    WALK.name: P_("Le chemin, étape par étape : scannez le carré avec votre téléphone."),
    TERRITORY.name: P_("Scannez le carré avec votre téléphone."),
}
_APPOINTMENTS = {"no": P_("On vient sans rendez-vous."), "required": P_("Il faut un rendez-vous.")}
_WALK = P_("Une balade à pied, près d’ici")
_PLACE = P_("Un lieu utile, tout près d’ici")
_TERRITORY = P_("Des lieux utiles et des balades, tout près d’ici")
_TERRITORY_MORE = P_("Santé, école, jeux, livres, papiers, repas : trouvez ce qui est près de vous.")
_ASK_KIOSK = P_("Demandez au kiosque.")
_ASK_SCHOOL = P_("Demandez à l’école.")
_DRAFT_MARK = P_("Traduction automatique, à relire.")


@dataclass(frozen=True)
class Row:
    """What a poster says in one language. `more` is said when there is room for it by design, `short` is a title for
    where the other has none."""

    language: Language
    title: Text
    action: str
    help: str
    more: Text = NOTHING
    mark: str = ""
    short: Text = NOTHING


@dataclass(frozen=True)
class Sheet:
    """Everything on a poster but its code. `line` stands under the name; it is French, as on street signs."""

    kind: str
    id: str
    code: str
    icon: str
    name: str
    line: str
    rows: tuple[Row, ...]
    map_svg: str
    map_alt: str
    phone: str = ""
    told: str = ""
    """Under the line: when a place is open, how long a walk is and where it starts."""
    told_short: str = ""
    """Whom to ask, where all that has no room."""
    dates: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def describe(
    content: PublicContent,
    kind: str,
    id: str,
    languages: Sequence[str],
    today: date | None = None,
    legs: Sequence[RoutedLeg] | None = None,
) -> Sheet:
    """Return what the poster of a place, a walk (whose `legs` follow the streets) or a territory says, French first."""
    voices = [voice(lang) for lang in sorted(dict.fromkeys(languages), key=lambda lang: lang != SOURCE)]
    return _DESCRIBED[kind](content, SUBJECTS[kind].of(content)[id], _Asked(voices, today, legs))


# Private


@dataclass(frozen=True)
class _Asked:
    """What a poster is asked for: its languages, the day, and the legs of its walk."""

    voices: Sequence[Language]
    today: date | None
    legs: Sequence[RoutedLeg] | None

    @property
    def is_roomy(self) -> bool:
        return len(self.voices) <= 2


def _describe_place(content: PublicContent, place: Place, asked: _Asked) -> Sheet:
    words = french()
    home = next(iter(content.territories_of(place)), None)
    phones = place.contact.phones if place.contact else ()
    return Sheet(
        kind=PLACE.name,
        id=place.id,
        code=place.code or "",
        icon=icon_of(content, place),
        name=place.name,
        line=" · ".join(part for part in (_kind_label(content, place, words).words, home_address(place)) if part),
        rows=tuple(_place_row(content, place, home, language, is_roomy=asked.is_roomy) for language in asked.voices),
        map_svg=draw_place_map(content, place, home).svg,
        map_alt=f"Plan des rues autour de {place.name}." if place.shows_address or not home else _alt_of(home),
        phone=ltr(words.formats.phone(phones[0].number)) if phones else "",
        told=hours_told(place, home, words),
        told_short=whom_to_ask(place, home, words),
        dates=tuple(dates_of(words, ages_of(content, [place]), asked.today)),
        notices=notices_of(content, [home] if home else []),
    )


def _describe_walk(content: PublicContent, walk: Walk, asked: _Asked) -> Sheet:
    words = french()
    home = content.territories[walk.territory]
    names = [stop_name(content, stop) for stop in walk.stops]
    count = _counted(len(names), "étape")
    return Sheet(
        kind=WALK.name,
        id=walk.id,
        code=walk.code or "",
        icon="walk",
        name=walk.title,
        line=f"{home.name} · {count}",
        rows=tuple(_walk_row(content, walk, home, language, is_roomy=asked.is_roomy) for language in asked.voices),
        map_svg=draw_walk_map(content, walk, asked.legs).svg,
        told=walk_told(content, walk, asked.legs),
        map_alt=f"Plan de la balade, étape par étape : {words.formats.list(names)}.",
        dates=tuple(walk_dates(content, walk, words, asked.today)),
        notices=(*((walk.producer,) if walk.producer else ()), *notices_of(content, [home])),
    )


def _describe_territory(content: PublicContent, territory: Territory, asked: _Asked) -> Sheet:
    words = french()
    places = content.public_places(territory.id)
    count = _counted(len(places), "lieu", "lieux")
    walks = _counted(len(content.public_walks(territory.id)), "balade")
    return Sheet(
        kind=TERRITORY.name,
        id=territory.id,
        code=territory.code or "",
        icon="map",
        name=territory.name,
        line=" · ".join(part for part in (territory.city, count, walks) if part),
        rows=tuple(_territory_row(territory, language, is_roomy=asked.is_roomy) for language in asked.voices),
        map_svg=draw_territory_map(content, territory, places).svg,
        map_alt=_alt_of(territory),
        dates=tuple(newest_of(words, ages_of(content, places))),
        notices=notices_of(content, [territory]),
    )


def _place_row(content: Content, place: Place, home: Territory | None, language: Language, *, is_roomy: bool) -> Row:
    purpose = content.texts.of(f"place:{place.id}/purpose", place.purpose, language.code)
    kind = kind_told(content, place, language)
    title = purpose if purpose and purpose.lang == language.code else kind
    conditions = _conditions(place, home, language) if is_roomy else NOTHING
    return replace(_row(language, PLACE.name, title, home, conditions), short=kind if kind != title else NOTHING)


def _walk_row(content: Content, walk: Walk, home: Territory, language: Language, *, is_roomy: bool) -> Row:
    code = language.code
    title = content.texts.of(f"walk:{walk.id}/title", walk.title, code)
    summary = content.texts.of(f"walk:{walk.id}/summary", walk.summary, code)
    if code == SOURCE or title.lang != code:
        title = Text(language.say(_WALK), code)
    return _row(language, WALK.name, title, home, summary if is_roomy and summary.lang == code else NOTHING)


def _territory_row(territory: Territory, language: Language, *, is_roomy: bool) -> Row:
    more = Text(language.say(_TERRITORY_MORE), language.code) if is_roomy else NOTHING
    return _row(language, TERRITORY.name, Text(language.say(_TERRITORY), language.code), territory, more)


def _row(language: Language, kind: str, title: Text, home: Territory | None, more: Text = NOTHING) -> Row:
    is_drafted = is_draft(language.code) or any(text.state in _DRAFTED for text in (title, more) if text)
    return Row(
        language=language,
        title=title,
        action=language.say(_ACTIONS[kind]),
        help=help_of(home, language),
        more=more,
        mark=language.say(_DRAFT_MARK) if is_drafted else "",
    )


def help_of(home: Territory | None, language: Language) -> str:
    """Return whom to ask: the kiosk, where there is one."""
    return language.say(_ASK_KIOSK if home is not None and home.kiosk is not None else _ASK_SCHOOL)


def mark_of(language: Language) -> str:
    """Return that the sentences of a language are a draft, in that language."""
    return language.say(_DRAFT_MARK) if is_draft(language.code) else ""


def _conditions(place: Place, home: Territory | None, language: Language) -> Text:
    """What one wants to know before coming; the hours stand in French above all rows."""
    known = [] if language.code == SOURCE else [hours_told(place, home, language)]
    if place.cost is not None and place.cost.kind == "free":
        known.append(language.say(P_("C’est gratuit.")))
    if place.access is not None and place.access.appointment in _APPOINTMENTS:
        known.append(language.say(_APPOINTMENTS[place.access.appointment]))
    return Text(" ".join(known), language.code)


def _alt_of(territory: Territory) -> str:
    return f"Plan du quartier {territory.name}."


def kind_told(content: Content, place: Place, language: Language) -> Text:
    """Return what kind of place it is in a language; that it is a useful one, where nobody translated its kind."""
    kind = _kind_label(content, place, language)
    return kind if kind.lang == language.code and kind else Text(language.say(_PLACE), language.code)


def _kind_label(content: Content, place: Place, language: Language) -> Text:
    if not place.categories:
        return NOTHING
    category = content.categories.all[place.categories[0]]
    return content.texts.of(f"category:{category.id}/label", category.label, language.code)


def icon_of(content: Content, place: Place) -> str:
    """Return the name of the pictogram of a place."""
    if not place.categories:
        return "pin"
    return content.categories.pictogram_of(place.categories[0])


def home_address(place: Place) -> str:
    """Return where a place is, from left to right; nothing when its door is not shown."""
    return ltr(place.address.line) if place.address and place.shows_address else ""


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count < 2 else many or one + 's'}"


def notices_of(content: Content, homes: Sequence[Territory]) -> tuple[str, ...]:
    """Return what licences want said, of the places and of the plan."""
    return (*(notice for home in homes for notice in home.notices), content.plan.notice)


_DESCRIBED: Mapping[str, Callable[[PublicContent, Any, _Asked], Sheet]] = {
    PLACE.name: _describe_place,
    WALK.name: _describe_walk,
    TERRITORY.name: _describe_territory,
}
