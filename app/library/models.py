"""The tables. A document is the validated JSON of a domain object; columns beside it are for queries.

`rank` is the position in the file, so that a dump keeps its order.
"""

from datetime import date, datetime

from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class _Documents:
    id: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int]
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


class EntryRow(_Documents, Base):
    """A door of the home page."""

    __tablename__ = "entry"


class CalendarRow(Base):
    """How far holidays are known; one row."""

    __tablename__ = "calendar"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    timezone: Mapped[str]
    known_until: Mapped[date]


class PublicHolidayRow(Base):
    """A public holiday."""

    __tablename__ = "public_holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]


class SchoolHolidayRow(Base):
    """A school holiday of a zone."""

    __tablename__ = "school_holiday"

    zone: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int]
    label: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]


class PlanRow(Base):
    """The street plan, in its file's own format; at most one row."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[str] = mapped_column(Text)


class TranslationRow(Base):
    """A text in another language."""

    __tablename__ = "translation"

    language: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str]
    by: Mapped[str]
    on: Mapped[str]
    note: Mapped[str] = mapped_column(Text)


class CodeRow(Base):
    """A short code: given once, for ever."""

    __tablename__ = "code"

    code: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int]
    kind: Mapped[str]
    id: Mapped[str]


class SourceFileRow(Base):
    """The bytes of a file that was loaded: its comments and its layout come back in a dump."""

    __tablename__ = "source_file"

    path: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class RevisionRow(Base):
    """The digest of all content above; one row, written with every change."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str]


class SuggestionRow(Base):
    """What somebody told us from a page, and whether it has been looked at. Times are UTC.

    It is no content: no file holds it, no edition shows it, and a load planned it alone.
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
    typed_at: Mapped[datetime | None]
    received_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)
