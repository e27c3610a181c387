"""Somebody of the desk who comes over the network, to a server that is a process of its own."""

import re
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener


class _Staying(HTTPRedirectHandler):
    """Says where an answer leads, and does not go there."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Visitor:
    """A browser without a screen: it keeps cookies from one server to another, as from one worker to another."""

    def __init__(self) -> None:
        # A cookie of a machine is that of all its ports.
        self._open = build_opener(HTTPCookieProcessor(CookieJar()), _Staying).open

    def get(self, port: int, path: str) -> tuple[int, str]:
        """Return the status and the page."""
        return self._ask(Request(f"http://127.0.0.1:{port}{path}"))

    def post(self, port: int, path: str, **fields: str) -> int:
        """Send a form; return the status."""
        headers = {"Sec-Fetch-Site": "same-origin"}
        return self._ask(Request(f"http://127.0.0.1:{port}{path}", urlencode(fields).encode(), headers))[0]

    def send(self, port: int, path: str, body: bytes, kind: str) -> tuple[int, str]:
        """Send bytes as a form of a kind; return the status and the page."""
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": kind}
        return self._ask(Request(f"http://127.0.0.1:{port}{path}", body, headers))

    def correct(self, port: int, id: int, topic: str, **typed: str) -> int:
        """Fill the form of a topic beside a suggestion, and send it; return the status."""
        page = self.get(port, f"/desk/suggestions/{id}")[1]
        form = next(f for f in re.findall(r"<form.*?</form>", page, re.S) if f'name="topic" value="{topic}"' in f)
        held = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
        return self.post(port, f"/desk/suggestions/{id}", **held, **typed)

    # Private

    def _ask(self, request: Request) -> tuple[int, str]:
        try:
            with self._open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode()
