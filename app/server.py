"""The server process: granian's workers over the application, and the doors they open."""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from .domain.fault import Fault
from .domain.text import N_
from .factory import create_app
from .settings import Settings
from .web.request import current_edition

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

BLOCKING_THREADS = 2
"""One for pages, one for a poster being drawn: more of them fight over the interpreter (4 cost a quarter more)."""

STOP_WITHIN_S = 10
"""How long a request in flight may take to end once the server is told to stop."""


TELL_AGAIN_S = 0.5


class AddressTaken(Fault):
    """The address cannot be listened on."""


class _Server(Granian):  # type: ignore[misc,valid-type]
    """Granian, which loses a signal that meets a worker in the middle of its start: we say it until it is heard."""

    def _stop_workers(self) -> None:
        stopped = threading.Event()
        threading.Thread(target=_tell_again, args=(list(self.wrks), stopped), daemon=True).start()
        super()._stop_workers()
        stopped.set()


def run_server(settings: Settings, *, on_start: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM; requests in flight are answered before it returns."""
    server = _Server(
        "app",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=BLOCKING_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN_S,
        log_level=LogLevels.warning,
    )
    server.on_startup(on_start)
    os.register_at_fork(after_in_child=_forget_handlers)
    server.serve(target_loader=_opener(settings), wrap_loader=False)


def open_application(settings: Settings) -> "WSGIApplication":
    """Return the application with its edition open, before the first visitor comes."""
    app = create_app(settings)
    with app.app_context():
        _ = current_edition().edition
    return app


def _forget_handlers() -> None:
    """Let a signal end a worker that is still starting: the handlers of its parent would swallow it."""
    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, signal.SIG_DFL)


def _tell_again(workers: Sequence[Any], stopped: threading.Event) -> None:
    while not stopped.wait(TELL_AGAIN_S):
        for worker in workers:
            if worker.is_alive():
                worker.terminate()


def _opener(settings: Settings) -> "Callable[[], WSGIApplication]":
    """Open the application once for all workers where they are forked; else each opens its own."""
    if multiprocessing.get_start_method() != "fork":
        return partial(open_application, settings)
    opened = open_application(settings)
    return lambda: opened


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
