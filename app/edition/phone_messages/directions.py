"""What walking directions say."""

DIRECTIONS: dict[str, str | tuple[str, str]] = {}
