"""Moments as the tables keep them: UTC, without a zone, which SQLite does not know."""

from datetime import UTC, datetime
from hashlib import sha256


def utc_now() -> datetime:
    """Return this moment as it is stored."""
    return stored(datetime.now(UTC))


def stored(moment: datetime) -> datetime:
    """Return a moment as it is stored, on PostgreSQL too."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def hash_of(secret: str) -> str:
    """Return what the database keeps of something that opens a door."""
    return sha256(secret.encode()).hexdigest()
