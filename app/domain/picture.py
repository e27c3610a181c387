"""The picture of a photo: what an edition knows of it before its bytes are needed."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Picture:
    """A picture as families see it, small and in WebP; `digest` is the SHA-256 of the file that it is drawn from.

    `width` and `height` are pixels; `shown` returns the bytes.
    """

    digest: str
    width: int
    height: int
    shown: Callable[[], bytes] = field(repr=False, compare=False)

    @property
    def path(self) -> str:
        """Where an edition has it: another picture has another address."""
        return f"photos/{self.digest[:20]}.webp"
