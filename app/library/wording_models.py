"""The table of wordings: written at the desk, and said by every edition."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class WordingRow(Base):
    """A sentence of the program that the desk says otherwise, or answers for (`domain/wording.py`).

    `shipped` is what the program said when it was written. No file is loaded into it, and a load leaves it alone.
    """

    __tablename__ = "wording"

    language: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str]
    by: Mapped[str]
    on: Mapped[str]
    shipped: Mapped[str] = mapped_column(Text)
    digest: Mapped[str]
