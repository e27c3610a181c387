"""The tables beside suggestions: what senders answered, how fast networks send, what readers of an edition saw.

They are no content: no file holds them, no edition shows them, and a load leaves them alone. Times are UTC.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class EditionRow(Base):
    """When the library was read to make an edition (UTC): what was changed since, its readers did not see."""

    __tablename__ = "edition"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    read_at: Mapped[datetime]


class SendingRow(Base):
    """How many suggestions came from one network within an hour of a day (UTC).

    `who` is a keyed hash of the network and the day: nobody is followed from one day to the next, and the rows of a day
    are gone with the first message of the next one.
    """

    __tablename__ = "sending"

    who: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    hour: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


class AnswerRow(Base):
    """What a sender answered to a question of the desk about their suggestion."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    suggestion: Mapped[int] = mapped_column(ForeignKey("suggestion.id"), index=True)
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)
