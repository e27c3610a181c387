"""The `Date` header: made once a second, and again as soon as the clock says anything else.

The server below us keeps its own until the clock has passed it: set back by a day, it would be wrong for a day.
"""

import time
from collections.abc import Callable
from email.utils import formatdate


class DateHeader:
    """The header as of now, ready to be sent."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._second = -1
        self._field = ("Date", "")

    def now(self) -> tuple[str, str]:
        """Return the name and the value."""
        second = int(self._clock())
        if second != self._second:  # not "later than": clocks are set back, too
            self._second, self._field = second, ("Date", formatdate(second, usegmt=True))
        return self._field
