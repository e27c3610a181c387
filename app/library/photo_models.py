"""The table of the pictures of places: content, whose words stand with the place."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class PhotoRow(Base):
    """The picture of a photo, by the name of its file: the bytes of that file, and the small picture that families see
    with its width and height in pixels; `added` is when it came (UTC).

    A picture that no place shows any more stays as long as its place may be given its photo back (`content/photos.py`).
    """

    __tablename__ = "photo"

    file: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    shown: Mapped[bytes] = mapped_column(LargeBinary)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    added: Mapped[datetime]
