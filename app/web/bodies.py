"""The bodies of requests: read under a deadline, without a thread, so many at a time, before anybody works on them.

Who stops half-way (a phone that lost its network, or somebody who means it) keeps a little memory for a few seconds.
Where there are too many, the one that has waited longest makes room: a body that comes whole is never in the way.
"""

import asyncio
import io
from collections.abc import AsyncIterable
from typing import NoReturn

from werkzeug.exceptions import HTTPException

ARRIVES_WITHIN_S = 10
SLOWEST = 16_000
"""Bytes a second: the time that a photo has more than a message, on the line of a phone in a yard."""

HURRIED_S = 1
MOST = 128
MOST_AN_ADDRESS = 16
"""A school behind one address sends a few at once; each arrives within a second or two."""


class Bodies:
    """What is being received. One event loop uses it, without a lock."""

    def __init__(self, within_s: float = ARRIVES_WITHIN_S, most: int = MOST) -> None:
        self._within_s = within_s
        self._most = most
        self._open: dict[asyncio.Timeout, str | None] = {}

    async def read(self, chunks: AsyncIterable[bytes], address: str | None, length: int) -> bytes | None:
        """Return a body of so many bytes, less when it was cut off; None when it did not come in time."""
        deadline = asyncio.timeout(self._within_s + length / SLOWEST)
        try:
            async with deadline:
                self._make_room(address)
                self._open[deadline] = address
                return await _gather(chunks, length)
        except TimeoutError:
            return None
        finally:
            self._open.pop(deadline, None)

    def hurry(self) -> None:
        """End all, for the server is told to stop; what comes now has a moment to arrive whole."""
        self._within_s = min(self._within_s, HURRIED_S)
        for deadline in list(self._open):
            self._end(deadline)

    # Private

    def _make_room(self, address: str | None) -> None:
        """End the oldest of this address, or the oldest of all; this machine (None) speaks for many visitors."""
        same = [deadline for deadline, of in self._open.items() if of == address]
        if address is not None and len(same) >= MOST_AN_ADDRESS:
            self._end(same[0])
        elif len(self._open) >= self._most:
            self._end(next(iter(self._open)))

    def _end(self, deadline: asyncio.Timeout) -> None:
        del self._open[deadline]
        if not deadline.expired():
            deadline.reschedule(asyncio.get_running_loop().time())


class MissingBody(io.RawIOBase):
    """What a view finds in the place of a body that did not come whole: reading it ends the request."""

    def __init__(self, fault: HTTPException) -> None:
        super().__init__()
        self._fault = fault

    def readable(self) -> bool:
        """Be read like any other."""
        return True

    def readinto(self, buffer: object) -> NoReturn:
        """Say why it is not there."""
        raise self._fault


async def _gather(chunks: AsyncIterable[bytes], length: int) -> bytes:
    gathered = bytearray()
    async for chunk in chunks:
        gathered += chunk
        if len(gathered) >= length:
            break
    return bytes(gathered)
