"""The layer in front of the application: public files go out here, without Flask and without a database.

Measured on the same bytes beside WhiteNoise (`bench/server.py`): the bodies are in memory, the answer is
made once, and a new edition replaces the former one between two requests.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from werkzeug.http import parse_etags

from ..publish.current import Answer, CurrentEdition

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


READS = ("GET", "HEAD")

Headers = list[tuple[str, str]]


class EditionFiles:
    """Answers GET and HEAD for every path of the edition but the root; all else goes to the application."""

    def __init__(
        self, application: "WSGIApplication", current_edition: CurrentEdition, count: Callable[[str], None]
    ) -> None:
        self._application = application
        self._current = current_edition
        self._count = count

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        query = environ.get("QUERY_STRING", "")
        path = asked_path(environ["PATH_INFO"][1:], query)
        answer = self._current.answer(path, environ.get("HTTP_ACCEPT_ENCODING", ""), query) if path else None
        if answer is None or method not in READS:
            return self._application(environ, start_response)
        if method == "GET":
            self._count(path)
        status, headers, body = reply(answer, method, environ.get("HTTP_IF_NONE_MATCH"))
        start_response("200 OK" if status == 200 else "304 Not Modified", headers)
        return [body]


def asked_path(path: str, query: str) -> str:
    """Return the path of the file that an address asks for: the route of a walk is a file beside its track."""
    return f"{path.removesuffix('.gpx')}.route.gpx" if query == "kind=route" and path.endswith(".gpx") else path


def reply(answer: Answer, method: str, known: str | None) -> tuple[int, Headers, bytes]:
    """Return what to send: nothing that the visitor knows, and to HEAD no body."""
    if known and _matches(answer, known):
        return 304, answer.unchanged, b""
    return 200, answer.headers, answer.body if method == "GET" else b""


def _matches(answer: Answer, known: str) -> bool:
    return known == answer.etag or parse_etags(known).contains_weak(answer.etag.strip('"'))
