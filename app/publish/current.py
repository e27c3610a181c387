"""The current edition as a worker holds it: found again soon after a new one, with no restart."""

import json
import time
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from ..edition.store import Edition, EditionStore, StoredFile
from ..edition.summary import WORKER
from ..edition.unmade import HTML
from ..edition.walks.files import DOWNLOADS
from ..site.addresses import CHUNKS, VERSION_DIGITS, versioned
from ..site.headers import Headers, file_headers, security_headers

CHECK_EVERY_S = 0.2
MEMORY_BYTES = 8_000_000
"""Bodies that a worker keeps at hand; beyond it, they are read from the disk (about 15 µs each)."""

_ACCEPTED = 256
"""How many spellings of Accept-Encoding are remembered: browsers have a dozen, hostile clients any number."""


LASTING = "public, max-age=31536000, immutable"
"""What says that an address will always answer this."""

Codings = tuple[str, ...]
"""Content codings that a client takes, the best first."""


class _Secured(NamedTuple):
    """The headers of pages and of the worker, and those of all other files."""

    pages: Headers
    files: Headers


class Answer(NamedTuple):
    """A stored file in one coding, ready to be sent."""

    etag: str
    headers: list[tuple[str, str]]
    unchanged: list[tuple[str, str]]
    body: bytes


class CurrentEdition:
    """What the workers serve from. Reading `edition` looks for a new one, at most every `CHECK_EVERY_S`."""

    def __init__(self, store: EditionStore, public_url: str | None = None) -> None:
        self._store = store
        self._secured = _Secured(security_headers(public_url), file_headers(public_url))
        self._stamp: tuple[int, int] | None = None
        self._next_check = 0.0
        self._reading = _Reading(store, None, self._secured)
        self._codings: dict[str, Codings] = {}

    @property
    def edition(self) -> Edition | None:
        """The edition to answer with now."""
        return self._fresh().edition

    @property
    def codes(self) -> Mapping[str, Mapping[str, Any]]:
        """Where each printed code leads."""
        return self._fresh().codes

    def answer(self, path: str, accepted: str = "", query: str = "") -> Answer | None:
        """Return the answer for a path of the edition, in the best coding that Accept-Encoding allows.

        A query that says the version of a built asset lets browsers keep it.
        """
        reading = self._fresh()
        codings = self._codings.get(accepted)
        if codings is None:
            codings = self._codings[accepted] = _codings_in(accepted)
            if len(self._codings) > _ACCEPTED:
                self._codings.clear()
        lasts = (bool(query) or path.startswith(CHUNKS)) and reading.lasts(path, query)
        return reading.answers.get((path, codings, lasts)) or reading.read(path, codings, lasts=lasts)

    # Private

    def _fresh(self) -> "_Reading":
        now = time.monotonic()
        if now >= self._next_check:
            self._next_check = now + CHECK_EVERY_S
            stamp = self._store.stamp()
            if stamp != self._stamp:
                self._turn(stamp)
        return self._reading

    def _turn(self, stamp: tuple[int, int] | None) -> None:
        edition = self._store.current()
        if edition is not None:
            # One assignment: a request sees the whole of one edition or the whole of the next.
            self._reading = _Reading(self._store, edition, self._secured)
            self._stamp = stamp


class _Reading:
    """One edition and the answers made from it so far."""

    def __init__(self, store: EditionStore, edition: Edition | None, secured: _Secured) -> None:
        self.edition = edition
        self.answers: dict[tuple[str, Codings, bool], Answer] = {}
        self._store = store
        self._secured = secured
        self._room = MEMORY_BYTES

    @cached_property
    def codes(self) -> Mapping[str, Mapping[str, Any]]:
        answer = self.read("codes.json", ())
        table: Mapping[str, Mapping[str, Any]] = json.loads(answer.body) if answer else {}
        return table

    def lasts(self, path: str, query: str) -> bool:
        """Tell whether an address can never answer anything else: it names the version, or the hash, of what it has."""
        stored = self.edition.files.get(path) if self.edition else None
        if self.edition is None or stored is None or path.startswith(CHUNKS):
            return stored is not None
        asked = f"{path}?{query}"
        return asked in (versioned(path, self.edition.asset_version), f"{path}?v={stored.sha256[:VERSION_DIGITS]}")

    def read(self, path: str, codings: Codings, *, lasts: bool = False) -> Answer | None:
        """Read a body in the best of some codings that it has; keep the answer while there is room. None when the
        edition has no such path."""
        stored = self.edition.files.get(path) if self.edition else None
        if stored is None:
            return None
        sizes = {"br": stored.br, "gzip": stored.gzip}
        coding = next((coding for coding in codings if sizes[coding]), "")
        answer = self._answer(path, stored, coding, LASTING if lasts else "no-cache")
        self._room -= len(answer.body)
        if self._room > 0:
            self.answers[path, codings, lasts] = answer
        return answer

    def _answer(self, path: str, stored: StoredFile, coding: str, caching: str) -> Answer:
        body = self._store.body(stored, coding)
        etag = f'"{stored.sha256[:32]}{coding and "-" + coding}"'
        kept = [("ETag", etag), ("Cache-Control", caching), ("Vary", "Accept-Encoding")]
        is_page = stored.media_type.startswith(HTML)
        secured = self._secured.pages if is_page or path == WORKER else self._secured.files
        headers = [("Content-Type", stored.media_type), ("Content-Length", str(len(body))), *kept, *secured]
        lang = path.split("/")[0]
        if self.edition and lang in self.edition.languages and is_page:
            headers.append(("Content-Language", lang))
        if coding:
            headers.append(("Content-Encoding", coding))
        if path.startswith("api/"):
            headers.append(("Access-Control-Allow-Origin", "*"))  # open data: other maps may read it
        if path.startswith(DOWNLOADS):
            headers.append(("Content-Disposition", "attachment"))
        return Answer(etag, headers, kept, body)


def _codings_in(accepted: str) -> Codings:
    """Return those of `br` and `gzip` that the header allows; a coding refused with `q=0` is refused."""
    accept = parse_accept_header(accepted, Accept)
    return tuple(coding for coding in ("br", "gzip") if accept[coding] > 0)
