"""The product as processes of their own, without its being read anew for each.

Reading the program takes a new process two seconds, and a run of all tests starts it hundreds of times. So each worker
of a run has one process that has read the program and waits; whatever it is asked for, it forks: the fork takes the
words, surroundings, folder and files of what was asked, and goes on as `adeuxpas` does. Whoever tests the installed
command itself starts that; another release is read by a process of its own.
"""

import atexit
import gc
import importlib
import json
import locale
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
ADEUXPAS = "from app.cli import main; main()"
_MOST_BYTES = 1_000_000


class Program:
    """A process that runs a text of Python; what of `subprocess.Popen` tests use."""

    def __init__(
        self,
        code: str,
        *words: str,
        env: Mapping[str, str],
        release: Path = ROOT,
        cwd: Path | None = None,
        stdout: IO[Any] | None = None,
        stderr: IO[Any] | None = None,
    ) -> None:
        """Start it in a session of its own; what it says is thrown away where no file is given.

        `release` is the folder whose `app` it runs, `cwd` the one it works in, where that is another.
        """
        told, telling = os.pipe()
        with Path(os.devnull).open("r+b") as nowhere:
            files = [nowhere.fileno(), *((each or nowhere).fileno() for each in (stdout, stderr)), telling]
            asked = {"code": code, "words": words, "env": dict(env), "cwd": str(cwd or release)}
            socket.send_fds(_waiting(release), [json.dumps(asked).encode()], files)
        os.close(telling)
        self._told = os.fdopen(told, "rb", buffering=0)
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return its exit code, None while it runs."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended and return its exit code: a signal's number below zero, as `subprocess` has it."""
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("adeuxpas", timeout or 0)
            self.returncode = int(self._told.readline())
            self._told.close()
        return self.returncode

    def send_signal(self, kind: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, kind)


def run(
    *words: str, env: Mapping[str, str], release: Path = ROOT, cwd: Path | None = None, timeout: float = 120
) -> "subprocess.CompletedProcess[str]":
    """Run a command of the product to its end; return what it said."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        program = Program(ADEUXPAS, *words, env=env, release=release, cwd=cwd, stdout=out, stderr=err)
        try:
            code = program.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            raise
        texts = [(file.seek(0), file.read())[1] for file in (out, err)]
        return subprocess.CompletedProcess(words, code, *texts)


def wait() -> None:
    """Read the program, then fork whenever somebody asks, until nobody is left who could; then run what was asked."""
    _read()
    gc.collect()
    gc.freeze()
    asking = socket.socket(fileno=int(sys.argv[1]))
    while True:
        message, files, _, _ = socket.recv_fds(asking, _MOST_BYTES, 4)
        if not message:
            return
        # One fork stands by and tells how the other one ends.
        if os.fork() == 0:
            break
        for each in files:
            os.close(each)
        _reap()
    asking.close()
    if (pid := os.fork()) == 0:
        _become(json.loads(message), files)
    else:
        _tell(pid, files)


# Private


@cache
def _waiting(release: Path) -> socket.socket:
    """Return the way to the process that has read a release and waits; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _MOST_BYTES)
    # What stands in the folder of the process comes first: another release has its own `app`, and no tests.
    text = f"import sys; sys.path.append({str(ROOT)!r}); from tests.cast.program import wait; wait()"
    command = [sys.executable, "-c", text, str(theirs.fileno())]
    process = subprocess.Popen(command, cwd=release, pass_fds=[theirs.fileno()], start_new_session=True)
    theirs.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


def _read() -> None:
    """Do once what every process of the product would do before its own work: import, map, compile what pages say."""
    for name in importlib.import_module("app.cli").COMMANDS:
        importlib.import_module(f"app.cli.{name}")
    importlib.import_module("app.factory")
    importlib.import_module("app.publish.produce")
    importlib.import_module("app.publish.paper")
    importlib.import_module("app.library.db").bind_models()
    renderer, site = importlib.import_module("app.pages.renderer"), importlib.import_module("app.site.addresses")
    french = importlib.import_module("app.language.language").Language.read("fr")
    templates = renderer.Renderer(french, site.Site(("fr",), ""))._environment
    for name in templates.list_templates(extensions=("html",)):
        templates.get_template(name)


def _reap() -> None:
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                return
        except ChildProcessError:
            return


def _tell(pid: int, files: list[int]) -> None:
    telling = files.pop()
    for each in files:
        os.close(each)
    os.write(telling, b"%d\n" % pid)
    _, status = os.waitpid(pid, 0)
    os.write(telling, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _become(asked: Mapping[str, Any], files: list[int]) -> None:
    """Take over what a new process would have been given, and run the text."""
    os.setsid()
    for number, each in enumerate(files[:3]):
        os.dup2(each, number)
    os.closerange(3, max(files) + 1)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    with suppress(locale.Error):  # a machine may not have the one that is asked for: a new process goes on too
        locale.setlocale(locale.LC_CTYPE, "")
    time.tzset()
    sys.argv = ["adeuxpas", *asked["words"]]
    exec(compile(asked["code"], "<program>", "exec"), {"__name__": "__main__"})  # noqa: S102 - what a test wrote
