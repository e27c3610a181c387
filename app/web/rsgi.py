"""The site for granian's RSGI: files of the edition go out at once, whole requests to the application's few threads.

Nothing here waits on a visitor with a thread: heads and answers are granian's, bodies are read by `bodies`. Other hosts
serve `app.wsgi_app`, which answers the same.
"""

import asyncio
import io
import re
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

from werkzeug.exceptions import HTTPException, LengthRequired, RequestEntityTooLarge, RequestTimeout
from werkzeug.wrappers import Response

from ..exchange.pictures import MOST_BYTES as PICTURE_BYTES
from ..library.photos import MOST_BYTES as PHOTO_BYTES
from ..publish.current import CurrentEdition
from .bodies import Bodies, MissingBody
from .date_header import DateHeader
from .files import READS, asked_path, reply
from .request import address_of
from .suggestions import FORM_BYTES

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment
    from granian._granian import RSGIHTTPProtocol
    from granian.rsgi import Scope

THREADS = 2
"""One for what is asked of the library, one for a poster being drawn: more of them fight over the interpreter."""

DESK_BYTES = 100_000
"""A translation of eight thousand letters, each of them written as six bytes by a form."""

FILE_BYTES = 4_200_000
"""A file of translations, and the form around it."""

FILES_AT_ONCE = 4
"""Memory for them is bounded too: who sends a fifth ends the one that has waited longest."""

PICTURE_FORM_BYTES = PICTURE_BYTES + 20_000
"""A photo of a place as a telephone makes it, and the form around it."""

_PICTURES = re.compile(r"/desk/places/[\w-]+/photos$")
_FILES = re.compile(r"/desk/translations/[\w-]+/file")

HURRY = signal.SIGUSR1
"""Tells a worker that the server is about to stop: it waits for no body any more."""


class Answer(NamedTuple):
    """What the application said."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Site:
    """What granian calls for each request."""

    def __init__(
        self,
        application: "WSGIApplication",
        current_edition: CurrentEdition,
        count: Callable[[str], None],
        bodies: Bodies | None = None,
    ) -> None:
        self._application = application
        self._current = current_edition
        self._count = count
        self._bodies = bodies or Bodies()
        self._files = Bodies(most=FILES_AT_ONCE)
        self._date = DateHeader()
        self._threads = ThreadPoolExecutor(THREADS, "application")

    async def __rsgi__(self, scope: "Scope", protocol: "RSGIHTTPProtocol") -> None:
        """Answer a request."""
        query, method, headers = scope.query_string, scope.method, scope.headers
        path, accepted = asked_path(scope.path[1:], query), headers.get("accept-encoding", "")
        file = self._current.answer(path, accepted, query) if path and method in READS else None
        if file is None:
            status, fields, body = await self._ask_application(scope, protocol)
        else:
            if method == "GET":
                self._count(path)
            status, fields, body = reply(file, method, headers.get("if-none-match"))
        protocol.response_bytes(status, [*fields, self._date.now()], body)

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Be ready to stop."""
        loop.add_signal_handler(HURRY, self._hurry)

    # Private

    def _hurry(self) -> None:
        self._bodies.hurry()
        self._files.hurry()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl-C twice is served as well

    async def _ask_application(self, scope: "Scope", protocol: "RSGIHTTPProtocol") -> Answer:
        environ = environ_of(scope)
        fault = await self._receive(environ, protocol)
        if fault:
            environ["wsgi.input"] = io.BufferedReader(MissingBody(fault))
            environ["wsgi.input_terminated"] = True  # else no view would look
        answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._call, environ)
        if fault:
            answer.headers.append(("Connection", "close"))
        return answer

    async def _receive(self, environ: "WSGIEnvironment", protocol: "RSGIHTTPProtocol") -> HTTPException | None:
        """Put the body into the request, or return why it is not there."""
        if environ["REQUEST_METHOD"] in READS:
            return None
        if "HTTP_TRANSFER_ENCODING" in environ:
            return LengthRequired()  # granian ends it where it was cut off, as if it were whole
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > most_bytes(environ["REQUEST_METHOD"], environ["PATH_INFO"]):
            return RequestEntityTooLarge()
        address = address_of(environ["REMOTE_ADDR"], environ.get("HTTP_X_FORWARDED_FOR", ""))
        bodies = self._files if length > PHOTO_BYTES else self._bodies
        body = await bodies.read(protocol, address, length) if length else b""
        if body is None or len(body) < length:
            return RequestTimeout()
        environ["wsgi.input"] = io.BytesIO(body)
        return None

    def _call(self, environ: "WSGIEnvironment") -> Answer:
        response = Response.from_app(self._application, environ, buffered=True)
        return Answer(response.status_code, response.headers.to_wsgi_list(), response.get_data())


def most_bytes(method: str, path: str) -> int:
    """Return how much may be sent there: a photo is put, a form of the desk is longer than one of a family."""
    if method == "PUT":
        return PHOTO_BYTES
    if _FILES.search(path):
        return FILE_BYTES
    if _PICTURES.search(path):
        return PICTURE_FORM_BYTES
    return DESK_BYTES if "/desk/" in path else FORM_BYTES


def environ_of(scope: "Scope") -> "WSGIEnvironment":
    """Return a request as WSGI writes it, without its body."""
    host, _, port = scope.server.rpartition(":")
    return {
        **_named(scope.headers.items()),
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def _named(headers: list[tuple[str, str]]) -> dict[str, Any]:
    """Return headers under their names in WSGI; what comes twice is one with a comma, as HTTP reads it."""
    named: dict[str, Any] = {}
    for name, text in headers:
        if "_" in name:
            continue  # `X_Forwarded_For` would pass for `X-Forwarded-For`
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        named[key] = f"{named[key]},{text}" if key in named else text
    return named
