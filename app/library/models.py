"""The tables. A document is the validated JSON of a domain object; columns beside it are for queries.

`rank` keeps the order of the file (`ranks.py`), `digest` is that of what the row says (`digests.py`).
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Double, Index, LargeBinary, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class _Digested:
    digest: Mapped[str]


class _Ranked(_Digested):
    rank: Mapped[float] = mapped_column(Double)


class _Documents(_Ranked):
    id: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(Text)


class TerritoryRow(_Documents, Base):
    """A micro-quartier."""

    __tablename__ = "territory"

    name: Mapped[str]


class PlaceRow(_Documents, Base):
    """A resource place."""

    __tablename__ = "place"

    name: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    lon: Mapped[float]
    lat: Mapped[float]
    code: Mapped[str | None] = mapped_column(unique=True)


class WalkRow(_Documents, Base):
    """A walk."""

    __tablename__ = "walk"

    title: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    territory: Mapped[str] = mapped_column(index=True)
    code: Mapped[str | None] = mapped_column(unique=True)


class CategoryRow(_Documents, Base):
    """A theme or a kind of place."""

    __tablename__ = "category"

    parent: Mapped[str | None]


class NeedRow(_Documents, Base):
    """A need, a button of the home page; its table, like its key in files and in translations, is as it first was."""

    __tablename__ = "entry"


class CalendarRow(_Digested, Base):
    """How far holidays are known; one row."""

    __tablename__ = "calendar"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    timezone: Mapped[str]
    known_until: Mapped[date]


class PublicHolidayRow(_Digested, Base):
    """A public holiday."""

    __tablename__ = "public_holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]


class SchoolHolidayRow(_Ranked, Base):
    """A school holiday of a zone."""

    __tablename__ = "school_holiday"

    zone: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]


class PlanRow(_Digested, Base):
    """The street plan, in its file's own format; at most one row."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[str] = mapped_column(Text)


class TranslationRow(_Ranked, Base):
    """A text in another language."""

    __tablename__ = "translation"

    language: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str]
    by: Mapped[str]
    on: Mapped[str]
    note: Mapped[str] = mapped_column(Text)


class CodeRow(_Ranked, Base):
    """A short code: given once, for ever."""

    __tablename__ = "code"

    code: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    id: Mapped[str]


class SourceFileRow(_Digested, Base):
    """The bytes of a file that was loaded: its comments and its layout come back in a dump."""

    __tablename__ = "source_file"

    path: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class RevisionRow(Base):
    """The digest of all content above, the sum of its rows' own; one row, written with every change."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str]


class LoadingRow(Base):
    """The last load: by which program, and what it warned of; one row.

    While the files and the program stay the same, a load would find the same.
    """

    __tablename__ = "loading"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    program: Mapped[str]
    warnings: Mapped[str] = mapped_column(Text)


class ChangeRow(Base):
    """One field of one subject that was changed: what it said, what it says, when (UTC), by what and why.

    `kind` is the table, `subject` the key of its row. `field` is a path by the ids of items
    (`services/ludotheque/hours`), or empty for a subject that came or went as a whole. Values are JSON,
    and null where there was or is none. Rows are only added, in the transaction of the write itself. `decision` is the
    one of the desk that the change comes from.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_subject", "kind", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str]
    subject: Mapped[str]
    field: Mapped[str]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str]
    why: Mapped[str | None] = mapped_column(Text)
    decision: Mapped[int | None] = mapped_column(index=True)


class UnfiledRow(Base):
    """A row that was changed otherwise than by a load, and which no loaded file says yet.

    `filed` is the digest of what the files said at the last load; null when they did not know the subject.
    """

    __tablename__ = "unfiled"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    filed: Mapped[str | None]


class SuggestionRow(Base):
    """What somebody told us from a page, and whether it has been looked at. Times are UTC.

    `photo` is the SHA-256 of the photo that came with it, as it was sent (`photos.py` keeps the picture). `twin_of` is
    the suggestion that had come before under the key that this one was sent under. `ticket` is what its sender asks for
    its fate with; it opens nothing but what lies beside it here, so it is not hashed. `lon` and `lat` are where the
    place is that it tells of, never where somebody was.
    A record of a round has `facts` (`domain/record.py`), by whom it was `carried`, or of whom it was `asked`;
    `quarantine` says why only a coordinator may judge it (`expired`, `revoked`, `twice`).
    It is no content: no file holds it, no edition shows it, and a load leaves it alone.
    """

    __tablename__ = "suggestion"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str | None]
    walk: Mapped[str | None]
    territory: Mapped[str | None]
    lang: Mapped[str | None]
    text: Mapped[str] = mapped_column(Text)
    edition: Mapped[int | None]
    path: Mapped[str]
    seen: Mapped[str | None]
    stop: Mapped[int | None]
    came: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    photo: Mapped[str | None]
    twin_of: Mapped[int | None]
    lon: Mapped[float | None] = mapped_column(Double)
    lat: Mapped[float | None] = mapped_column(Double)
    ticket: Mapped[str | None] = mapped_column(index=True, unique=True)
    facts: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    on_site: Mapped[bool | None]
    carried: Mapped[int | None]
    asked: Mapped[int | None]
    quarantine: Mapped[str | None]
    typed_at: Mapped[datetime | None]
    received_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)


class HangingRow(Base):
    """A sheet that hangs somewhere: what it is of (`query`, as the studio writes it), where, since when, and a digest
    of what it says. No person is named. It is no content: a load leaves it alone.
    """

    __tablename__ = "hanging"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    query: Mapped[str] = mapped_column(Text)
    spot: Mapped[str] = mapped_column(Text)
    digest: Mapped[str]
    printed: Mapped[date]


class ScanRow(Base):
    """How often a printed code was opened on a day; nothing of who did."""

    __tablename__ = "scan"

    code: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    count: Mapped[int]


class UseRow(Base):
    """How often a kind of page of a territory was handed out in a language on a day; nothing of who asked."""

    __tablename__ = "use"

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


def table_of(model: type) -> Table:
    """Return the table of a model."""
    table = getattr(model, "__table__", None)
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not mapped to a table.")
    return table


def subject_of(model: type, row: Mapping[str, Any]) -> str:
    """Return the key of a row as one text (`ar/place:square/purpose` for a translation)."""
    return "/".join(str(row[column.name]) for column in table_of(model).primary_key.columns)
