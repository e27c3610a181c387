"""The server process: granian's workers over the application, and the doors they open."""

import multiprocessing
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from .domain.fault import Fault
from .domain.text import N_
from .factory import create_app
from .settings import Settings
from .web.bodies import ARRIVES_WITHIN_S, Bodies
from .web.request import current_edition
from .web.rsgi import HURRY, Site

STOP_WITHIN_S = 10
"""How long a request in flight may take to end once the server is told to stop."""


@dataclass(frozen=True)
class Deadlines:
    """How long, in seconds, a visitor may take."""

    head: int = 10
    """For the head of a request, and a kept connection for the next one."""

    body: int = ARRIVES_WITHIN_S
    """For a body to arrive whole."""


class AddressTaken(Fault):
    """The address cannot be listened on."""


DEADLINES = Deadlines()


class _Server(Granian):  # type: ignore[misc,valid-type]
    """Granian, which would wait for every body that is on its way.

    A worker hears one signal to stop, and perhaps the terminal's beside it; at a third one granian 2.8 would hang.
    """

    def _stop_workers(self) -> None:
        for worker in self.wrks:
            _hurry(worker)
        super()._stop_workers()


def run_server(settings: Settings, *, on_start: Callable[[], None], deadlines: Deadlines = DEADLINES) -> None:
    """Serve until SIGINT or SIGTERM; requests in flight are answered before it returns."""
    server = _Server(
        "app",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.RSGI,
        workers=os.cpu_count() or 1,
        http=HTTPModes.http1,  # one that guesses waits without end for a first byte
        http1_settings=HTTP1Settings(header_read_timeout=deadlines.head * 1000),
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN_S,
        log_level=LogLevels.warning,
    )
    server.on_startup(on_start)
    os.register_at_fork(after_in_child=_forget_handlers)
    server.serve(target_loader=_opener(settings, deadlines), wrap_loader=False)


def open_application(settings: Settings) -> Flask:
    """Return the application with its edition open, before the first visitor comes."""
    app = create_app(settings)
    with app.app_context():
        _ = current_edition().edition
    return app


def _forget_handlers() -> None:
    """Let a signal end a worker that is still starting: the handlers of its parent would swallow it."""
    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, signal.SIG_DFL)
    signal.signal(HURRY, signal.SIG_IGN)


def _hurry(worker: Any) -> None:
    with suppress(ProcessLookupError):
        os.kill(worker.inner.pid, HURRY)


def _opener(settings: Settings, deadlines: Deadlines) -> Callable[[], Site]:
    """Open the application once for all workers where they are forked; else each opens its own."""
    if multiprocessing.get_start_method() != "fork":
        return partial(_open_site, settings, deadlines)
    opened = open_application(settings)
    return lambda: _site_of(opened, deadlines)


def _open_site(settings: Settings, deadlines: Deadlines) -> Site:
    return _site_of(open_application(settings), deadlines)


def _site_of(app: Flask, deadlines: Deadlines) -> Site:
    return Site(app.wsgi_app, app.extensions["current_edition"], app.extensions["uses"].note, Bodies(deadlines.body))


def require_address(host: str, port: int) -> None:
    """Refuse an address somebody else listens on: granian would share the port with them and say nothing."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(address)
            door.listen()
    except OSError as error:
        raise AddressTaken(
            N_(
                "On ne peut pas écouter sur %(address)s (%(reason)s). "
                "Un autre programme s’y trouve peut-être : essayez PORT=%(other)s."
            ),
            address=f"{host}:{port}",
            reason=error.strerror,
            other=port + 1,
        ) from error


def local_network_address() -> str | None:
    """Return the address of this machine on its network (the system is asked for a route; nothing is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address
