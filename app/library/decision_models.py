"""The table of decisions: taken at the desk, told with the history of a subject and to senders. Times are UTC.

They are no content: no file holds them, no edition shows them, and a load leaves them alone.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class DecisionRow(Base):
    """What somebody decided at the desk, on a suggestion or on a place; rows are only added.

    `was` is the state of the suggestion before, `outcome` what became of it; lines of `change` name the decision that
    they come from. `undone_by` is the decision that took this one back; `together` the first of those taken at once.
    """

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    suggestion: Mapped[int | None] = mapped_column(ForeignKey("suggestion.id"), index=True)
    place: Mapped[str | None]
    was: Mapped[str | None]
    outcome: Mapped[str]
    reason: Mapped[str | None]
    words: Mapped[str] = mapped_column(Text)
    undone_by: Mapped[int | None]
    together: Mapped[int | None] = mapped_column(index=True)
