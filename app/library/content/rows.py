"""Content as rows of tables, and rows as content: a pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter

from ...domain.calendar import Calendar, SchoolHoliday
from ...domain.category import Categories, Category, Entry
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
    EntryRow,
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
    EntryRow,
    CalendarRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    PlanRow,
    TranslationRow,
    CodeRow,
)
"""Every table of content."""

Block = TypeVar("Block", bound=BaseModel)

_ENTRY = TypeAdapter(Entry)
_PLAN = TypeAdapter(Plan)


def rows_of(content: Content) -> dict[type[Base], list[Row]]:
    """Return every row that a content makes, by table."""
    return {
        TerritoryRow: _documents(content.territories.values(), "name"),
        PlaceRow: [
            row | {"lon": place.position[0], "lat": place.position[1]}
            for row, place in zip(
                _documents(content.places.values(), "name", "status", "code"), content.places.values(), strict=True
            )
        ],
        WalkRow: _documents(content.walks.values(), "title", "status", "territory", "code"),
        CategoryRow: _documents(content.categories.all.values(), "parent"),
        EntryRow: [
            {"id": entry.id, "rank": rank, "document": _ENTRY.dump_json(entry).decode()}
            for rank, entry in enumerate(content.categories.entries)
        ],
        **_calendar_rows(content.calendar),
        PlanRow: [{"id": 1, "document": _PLAN.dump_json(content.plan).decode()}] if content.plan != Plan() else [],
        TranslationRow: [
            {"language": language, "rank": rank, **asdict(text), "state": text.state.value}
            for language, texts in content.texts.by_language.items()
            for rank, text in enumerate(texts.values())
        ],
        CodeRow: [{"rank": rank, **asdict(code)} for rank, code in enumerate(content.codes)],
    }


def content_of(rows: Rows) -> Content:
    """Return the content that rows make; they come ordered by rank."""
    doors = tuple(_ENTRY.validate_json(row["document"]) for row in rows[EntryRow])
    return Content(
        territories=_blocks(Territory, rows[TerritoryRow]),
        places=_blocks(Place, rows[PlaceRow]),
        walks=_blocks(Walk, rows[WalkRow]),
        categories=Categories(_blocks(Category, rows[CategoryRow]), doors),
        calendar=_calendar(rows),
        texts=Texts(_texts(rows[TranslationRow])),
        codes=tuple(CodeEntry(row["code"], row["kind"], row["id"]) for row in rows[CodeRow]),
        plan=_plan(rows[PlanRow]),
    )


def _documents(blocks: Iterable[Any], *columns: str) -> list[Row]:
    return [
        {
            "id": block.id,
            "rank": rank,
            "document": block.model_dump_json(by_alias=True, exclude_defaults=True),
            **{column: _plain(getattr(block, column)) for column in columns},
        }
        for rank, block in enumerate(blocks)
    ]


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _blocks(model: type[Block], rows: Sequence[Row]) -> dict[str, Block]:
    return {row["id"]: _block(model, row["document"]) for row in rows}


@lru_cache(maxsize=8192)
def _block(model: type[Block], document: str) -> Block:
    """Read a document; an edit planned all the others, and frozen blocks can be shared by every reading."""
    return model.model_validate_json(document)


def _calendar_rows(calendar: Calendar) -> dict[type[Base], list[Row]]:
    holidays = [(zone, holiday) for zone, each in calendar.school_holidays.items() for holiday in each]
    return {
        CalendarRow: [{"id": 1, "timezone": calendar.timezone, "known_until": calendar.known_until}],
        PublicHolidayRow: [{"day": day, "name": name} for day, name in calendar.public_holidays.items()],
        SchoolHolidayRow: [{"zone": zone, "rank": rank, **asdict(h)} for rank, (zone, h) in enumerate(holidays)],
    }


def _calendar(rows: Rows) -> Calendar:
    head = rows[CalendarRow][0]
    zones: dict[str, tuple[SchoolHoliday, ...]] = {}
    for row in rows[SchoolHolidayRow]:
        holiday = SchoolHoliday(row["id"], row["label"], row["first"], row["last"])
        zones[row["zone"]] = (*zones.get(row["zone"], ()), holiday)
    days = {row["day"]: row["name"] for row in rows[PublicHolidayRow]}
    return Calendar(days, zones, head["known_until"], head["timezone"])


def _plan(rows: Sequence[Row]) -> Plan:
    if not rows:
        return Plan()
    return _read_plan(rows[0]["document"])


@lru_cache(maxsize=2)
def _read_plan(document: str) -> Plan:
    plan = _PLAN.validate_json(document)
    points, greens = tuple(plan.labels), tuple(plan.greens)
    return replace(plan, ways=tuple(plan.ways), waters=tuple(plan.waters), labels=points, greens=greens)


def _texts(rows: Sequence[Row]) -> dict[str, dict[str, Translation]]:
    texts: dict[str, dict[str, Translation]] = {}
    for row in rows:
        said = {name: row[name] for name in ("key", "source", "words", "by", "on", "note")}
        texts.setdefault(row["language"], {})[row["key"]] = Translation(**said, state=TextState(row["state"]))
    return texts
