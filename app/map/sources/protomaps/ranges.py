"""Reading pieces of an archive: from a file, or from a server through HTTP range requests."""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from ....domain.text import N_
from ...faults import SourceUnusable

TIMEOUT_S = 20
TRIES = 3
PAUSE_S = 0.3

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""What a server answers when trying again may help."""

Tell = Callable[[int], None]
"""Called with how many bytes just came."""


class Ranges(Protocol):
    """Something that pieces are read from; `requests` and `received` say what it cost."""

    name: str
    requests: int
    received: int

    def read(self, offset: int, length: int) -> bytes:
        """Return a piece; a shorter one only where the source ends."""
        ...


class FileRanges:
    """Pieces of a file on the disk."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise SourceUnusable(N_("Le fichier %(file)s n’existe pas."), file=path)
        self.name, self._path = path.name, path
        self.requests = self.received = 0

    def read(self, offset: int, length: int) -> bytes:
        """Return a piece of the file."""
        with self._path.open("rb") as file:
            file.seek(offset)
            data = file.read(length)
        self.requests, self.received = self.requests + 1, self.received + len(data)
        return data


class HttpRanges:
    """Pieces of an address; what fails in passing is tried again."""

    def __init__(self, url: str, tell: Tell = lambda count: None) -> None:
        self.name, self._tell = url, tell
        self.requests = self.received = 0

    def read(self, offset: int, length: int) -> bytes:
        """Return a piece of what the address holds."""
        for left in range(TRIES - 1, -1, -1):
            try:
                return self._ask(offset, length)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code not in _PASSING or not left:
                    raise self._refused(error.code) from error
            except (OSError, http.client.HTTPException) as error:
                if not left:
                    sentence = N_("%(url)s ne répond pas (%(reason)s) : vérifiez l’adresse et le réseau.")
                    raise SourceUnusable(sentence, url=self.name, reason=_reason(error)) from error
            time.sleep(PAUSE_S)
        raise AssertionError("The last try returns or raises.")

    # Private

    def _ask(self, offset: int, length: int) -> bytes:
        wanted = {"Range": f"bytes={offset}-{offset + length - 1}", "Accept-Encoding": "identity"}
        request = urllib.request.Request(self.name, headers=wanted)  # noqa: S310 - http or https: see `open_ranges`
        self.requests += 1
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            if answer.status != 206:
                sentence = N_("%(url)s ne sait pas envoyer un morceau de fichier : téléchargez l’archive d’abord.")
                raise SourceUnusable(sentence, url=self.name)
            data: bytes = self._receive(answer)
        if len(data) < min(length, _size_left(answer, offset, length)):
            raise http.client.IncompleteRead(data, length - len(data))
        return data

    def _receive(self, answer: http.client.HTTPResponse) -> bytes:
        pieces = []
        while piece := answer.read(65_536):
            pieces.append(piece)
            self.received += len(piece)
            self._tell(len(piece))
        return b"".join(pieces)

    def _refused(self, code: int) -> SourceUnusable:
        if code == 404:
            return SourceUnusable(N_("%(url)s n’existe pas (réponse 404) : vérifiez l’adresse."), url=self.name)
        if code == 416:
            return SourceUnusable(N_("%(url)s est coupé avant sa fin."), url=self.name)
        return SourceUnusable(N_("%(url)s refuse de répondre (code %(code)s)."), url=self.name, code=code)


def open_ranges(source: str, tell: Tell = lambda count: None) -> Ranges:
    """Return the pieces of a file or of an http(s) address."""
    if source.startswith(("http://", "https://")):
        return HttpRanges(source, tell)
    return FileRanges(Path(source))


# Private


def _size_left(answer: http.client.HTTPResponse, offset: int, length: int) -> int:
    """How much there is from the offset on, as `Content-Range: bytes 0-126/5000` tells."""
    total = answer.headers.get("Content-Range", "").rpartition("/")[2]
    return int(total) - offset if total.isdecimal() else length


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", "") or error) or type(error).__name__
