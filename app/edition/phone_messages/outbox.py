"""What the outbox says: reports typed on this phone and not sent yet."""

OUTBOX: dict[str, str | tuple[str, str]] = {}
