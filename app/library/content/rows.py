"""Content as rows of tables, and rows as content: a pair."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, TypeAdapter

from ...domain.calendar import Calendar, SchoolHoliday
from ...domain.category import Categories, Category, Need
from ...domain.content import CodeEntry, Content
from ...domain.place import Place
from ...domain.plan import Plan
from ...domain.territory import Territory
from ...domain.text import Texts, TextState, Translation
from ...domain.walk import Walk
from ..db import Base
from ..models import (
    CalendarRow,
    CategoryRow,
    CodeRow,
    NeedRow,
    PlaceRow,
    PlanRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    TerritoryRow,
    TranslationRow,
    WalkRow,
)

Row = dict[str, Any]
Rows = Mapping[type[Base], list[Row]]

TABLES: Sequence[type[Base]] = (
    TerritoryRow,
    PlaceRow,
    WalkRow,
    CategoryRow,
    NeedRow,
    CalendarRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    PlanRow,
    TranslationRow,
    CodeRow,
)
"""Every table of content."""

_NEED = TypeAdapter(Need)
_PLAN = TypeAdapter(Plan)


def rows_of(content: Content) -> dict[type[Base], list[Row]]:
    """Return every row that a content makes, by table, in their order."""
    return {
        TerritoryRow: [territory_row(territory) for territory in content.territories.values()],
        PlaceRow: [place_row(place) for place in content.places.values()],
        WalkRow: [walk_row(walk) for walk in content.walks.values()],
        CategoryRow: [_document_row(category, "parent") for category in content.categories.all.values()],
        NeedRow: [{"id": need.id, "document": _NEED.dump_json(need).decode()} for need in content.categories.needs],
        **_calendar_rows(content.calendar),
        PlanRow: [{"id": 1, "document": _PLAN.dump_json(content.plan).decode()}] if content.plan != Plan() else [],
        TranslationRow: [
            text_row(language, text) for language, texts in content.texts.by_language.items() for text in texts.values()
        ],
        CodeRow: [code_row(code) for code in content.codes],
    }


def place_row(place: Place) -> Row:
    """Return the row of a place."""
    lon, lat = place.position
    return _document_row(place, "name", "status", "code") | {"lon": lon, "lat": lat}


def walk_row(walk: Walk) -> Row:
    """Return the row of a walk."""
    return _document_row(walk, "title", "status", "territory", "code")


def territory_row(territory: Territory) -> Row:
    """Return the row of a territory."""
    return _document_row(territory, "name")


def text_row(language: str, text: Translation) -> Row:
    """Return the row of a translation."""
    return {"language": language, **vars(text), "state": text.state.value}


def code_row(entry: CodeEntry) -> Row:
    """Return the row of a short code."""
    return dict(vars(entry))


def content_of(rows: Rows) -> Content:
    """Return the content that rows make; they come ordered by rank."""
    return content_with({model: [value_of(model, row) for row in each] for model, each in rows.items()})


def value_of(model: type[Base], row: Row) -> Any:
    """Return what one row says, in the words of the domain."""
    if model in _BLOCKS:
        return _BLOCKS[model].model_validate_json(row["document"])
    return _READERS[model](row)


def content_with(values: Mapping[type[Base], Sequence[Any]]) -> Content:
    """Return the content that is made of what rows say, in their order."""
    return Content(
        territories=_by_id(values[TerritoryRow]),
        places=_by_id(values[PlaceRow]),
        walks=_by_id(values[WalkRow]),
        categories=Categories(_by_id(values[CategoryRow]), tuple(values[NeedRow])),
        calendar=_calendar(values),
        texts=Texts(_texts(values[TranslationRow])),
        codes=tuple(values[CodeRow]),
        plan=values[PlanRow][0] if values[PlanRow] else Plan(),
    )


# Private


def _document_row(block: Any, *columns: str) -> Row:
    document = block.model_dump_json(by_alias=True, exclude_defaults=True)
    return {"id": block.id, "document": document, **{name: _plain(getattr(block, name)) for name in columns}}


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _by_id(blocks: Iterable[Any]) -> dict[str, Any]:
    return {block.id: block for block in blocks}


def _calendar_rows(calendar: Calendar) -> dict[type[Base], list[Row]]:
    holidays = [(zone, holiday) for zone, each in calendar.school_holidays.items() for holiday in each]
    return {
        CalendarRow: [{"id": 1, "timezone": calendar.timezone, "known_until": calendar.known_until}],
        PublicHolidayRow: [{"day": day, "name": name} for day, name in calendar.public_holidays.items()],
        SchoolHolidayRow: [{"zone": zone, **vars(holiday)} for zone, holiday in holidays],
    }


def _calendar(values: Mapping[type[Base], Sequence[Any]]) -> Calendar:
    head = values[CalendarRow][0]
    zones: dict[str, tuple[SchoolHoliday, ...]] = {}
    for zone, holiday in values[SchoolHolidayRow]:
        zones[zone] = (*zones.get(zone, ()), holiday)
    days = {row["day"]: row["name"] for row in values[PublicHolidayRow]}
    return Calendar(days, zones, head["known_until"], head["timezone"])


def _texts(translations: Iterable[tuple[str, Translation]]) -> dict[str, dict[str, Translation]]:
    texts: dict[str, dict[str, Translation]] = {}
    for language, text in translations:
        texts.setdefault(language, {})[text.key] = text
    return texts


def _read_text(row: Row) -> tuple[str, Translation]:
    said = {name: row[name] for name in ("key", "source", "words", "by", "on", "note")}
    return row["language"], Translation(**said, state=TextState(row["state"]))


def _read_holiday(row: Row) -> tuple[str, SchoolHoliday]:
    return row["zone"], SchoolHoliday(row["id"], row["label"], row["first"], row["last"])


def _read_code(row: Row) -> CodeEntry:
    return CodeEntry(row["code"], row["kind"], row["id"])


def _read_need(row: Row) -> Need:
    return _NEED.validate_json(row["document"])


def _read_plan(row: Row) -> Plan:
    plan = _PLAN.validate_json(row["document"])
    points, greens = tuple(plan.labels), tuple(plan.greens)
    return replace(plan, ways=tuple(plan.ways), waters=tuple(plan.waters), labels=points, greens=greens)


_BLOCKS: Mapping[type[Base], type[BaseModel]] = {
    TerritoryRow: Territory,
    PlaceRow: Place,
    WalkRow: Walk,
    CategoryRow: Category,
}
_READERS: Mapping[type[Base], Callable[[Row], Any]] = {
    NeedRow: _read_need,
    CalendarRow: dict,
    PublicHolidayRow: dict,
    SchoolHolidayRow: _read_holiday,
    PlanRow: _read_plan,
    TranslationRow: _read_text,
    CodeRow: _read_code,
}
