"""What the card that keeps a neighbourhood says."""

PACK: dict[str, str | tuple[str, str]] = {}
